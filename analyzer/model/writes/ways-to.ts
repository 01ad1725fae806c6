import type { Body, CallStep } from '#program/steps.js';
import type { BodyInterest } from '../body-interest.js';
import { innerBodies } from '../entry-points/start-order.js';

/** Tells which bodies lead to some steps, and up to where. */
export class WaysTo {
  readonly #wanted: ReadonlySet<CallStep>;
  readonly #interest: BodyInterest;
  readonly #read = new Set<Body>();
  readonly #leading = new Set<Body>();
  readonly #outer = new Map<Body, Body[]>();
  readonly #last = new Map<Body, number>();

  constructor(wanted: ReadonlySet<CallStep>, interest: BodyInterest) {
    this.#wanted = wanted;
    this.#interest = interest;
  }

  /** Reads what runs below some bodies; must come before anything is asked about it. */
  read(bodies: readonly Body[]): void {
    const queue = bodies.filter((body) => this.#interest.has(body));
    const found: Body[] = [];
    for (let body = queue.pop(); body !== undefined; body = queue.pop()) {
      if (this.#read.has(body)) continue;
      this.#read.add(body);
      for (const step of body.steps) {
        if (step.is === 'call' && this.#wanted.has(step)) found.push(body);
        for (const inner of innerBodies(step)) {
          if (!this.#interest.has(inner)) continue;
          const outer = this.#outer.get(inner);
          if (outer === undefined) this.#outer.set(inner, [body]);
          else if (outer.at(-1) !== body) outer.push(body);
          if (this.#leading.has(inner)) found.push(body);
          queue.push(inner);
        }
      }
    }
    for (let body = found.pop(); body !== undefined; body = found.pop()) {
      if (this.#leading.has(body)) continue;
      this.#leading.add(body);
      found.push(...(this.#outer.get(body) ?? []));
    }
  }

  isAsked(step: CallStep): boolean {
    return this.#wanted.has(step);
  }

  leadTo(body: Body): boolean {
    return this.#leading.has(body);
  }

  /** The position of the last step that is one of them or leads to one; -1 where none does. */
  lastIn(body: Body): number {
    let last = this.#last.get(body);
    if (last === undefined) {
      last = !this.#leading.has(body) ? -1 : body.steps.findLastIndex((step) => (step.is === 'call' && this.#wanted.has(step)) || innerBodies(step).some((inner) => this.#leading.has(inner)));
      this.#last.set(body, last);
    }
    return last;
  }
}
