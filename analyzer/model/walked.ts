import type { Body, CallStep } from '#program/steps.js';
import type { ModelContext } from './context.js';
import { innerBodies } from './entry-points/start-order.js';

/** A call in one activation, with the number of the body that it stands in. */
export interface WalkedCall {
  readonly step: CallStep;
  readonly holder: number;
}

/** All bodies that were walked, numbered, with what stands in what: read once, asked by everyone who wants to know who gets where. */
export class Walked {
  /** The calls to libraries, by the expression that is called, in the order of the walk. */
  readonly calls = new Map<object, WalkedCall[]>();
  /** Bodies whose outcome is kept: the arms of `x ??= …`. */
  readonly keptArms: number[] = [];
  readonly #numbers = new Map<Body, number>();
  readonly #outer: number[] = [];
  readonly #inner: number[] = [];
  #places: { readonly starts: Uint32Array; readonly outers: Uint32Array } | undefined;

  constructor(context: ModelContext) {
    for (const body of [...context.walker.bodies.values(), ...context.start]) this.#read(body);
    for (const handler of context.handlers) for (const { body } of handler.bodies) this.#read(body);
  }

  numberOf(body: Body): number | undefined {
    return this.#numbers.get(body);
  }

  /** How many steps lead into a body. */
  timesEntered(body: Body): number {
    const { starts } = (this.#places ??= this.#placed());
    const number = this.#numbers.get(body);
    return number === undefined ? 0 : (starts[number + 1] as number) - (starts[number] as number);
  }

  /** Which bodies have one of these below them, themselves included. */
  above(numbers: Iterable<number>): Uint8Array {
    const { starts, outers } = (this.#places ??= this.#placed());
    const marks = new Uint8Array(this.#numbers.size);
    const open: number[] = [];
    for (const number of numbers) {
      if (marks[number] === 0) open.push(number);
      marks[number] = 1;
    }
    for (let number = open.pop(); number !== undefined; number = open.pop()) {
      const end = starts[number + 1] as number;
      for (let place = starts[number] as number; place < end; place += 1) {
        const outer = outers[place] as number;
        if (marks[outer] === 1) continue;
        marks[outer] = 1;
        open.push(outer);
      }
    }
    return marks;
  }

  /** The bodies that calls stand in. */
  holdersOf(expressions: Iterable<object>): number[] {
    return [...expressions].flatMap((expression) => (this.calls.get(expression) ?? []).map(({ holder }) => holder));
  }

  /** The steps of some calls below some bodies, each once, in order of execution. */
  inOrder(roots: readonly Body[], expressions: ReadonlySet<object>): readonly CallStep[] {
    const above = this.above(this.holdersOf(expressions));
    const found: CallStep[] = [];
    const seen = new Set<Body>();
    // A body from which none of them is reached need not be entered.
    const enters = (body: Body) => !seen.has(body) && above[this.#numbers.get(body) ?? -1] !== 0;
    const stack: { steps: Body['steps']; next: number }[] = [];
    const enter = (body: Body) => {
      seen.add(body);
      stack.push({ steps: body.steps, next: 0 });
    };
    for (const root of roots) {
      if (enters(root)) enter(root);
      for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
        const step = top.steps[top.next];
        top.next += 1;
        if (step === undefined) stack.pop();
        else {
          if (step.is === 'call' && expressions.has(step.call.expression)) found.push(step);
          for (const inner of innerBodies(step).filter(enters).reverse()) enter(inner);
        }
      }
    }
    return found;
  }

  /** Is one of these bodies marked? */
  meets(marks: Uint8Array, bodies: readonly Body[]): boolean {
    return bodies.some((body) => marks[this.#numbers.get(body) ?? -1] === 1);
  }

  #read(body: Body): number {
    const known = this.#numbers.get(body);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(body, number);
    for (const step of body.steps) {
      if (step.is === 'call') this.#add({ step, holder: number });
      for (const inner of innerBodies(step)) {
        const position = this.#read(inner);
        this.#outer.push(number);
        this.#inner.push(position);
        if (step.is === 'branch' && step.keeps !== undefined) this.keptArms.push(position);
      }
    }
    return number;
  }

  #add(call: WalkedCall): void {
    const known = this.calls.get(call.step.call.expression);
    if (known === undefined) this.calls.set(call.step.call.expression, [call]);
    else known.push(call);
  }

  // The bodies around each body, side by side in one list.
  #placed(): { readonly starts: Uint32Array; readonly outers: Uint32Array } {
    const starts = new Uint32Array(this.#numbers.size + 1);
    for (const inner of this.#inner) starts[inner + 1] = (starts[inner + 1] as number) + 1;
    for (let number = 0; number < this.#numbers.size; number += 1) starts[number + 1] = (starts[number + 1] as number) + (starts[number] as number);
    const next = starts.slice();
    const outers = new Uint32Array(this.#inner.length);
    this.#inner.forEach((inner, edge) => {
      const place = next[inner] as number;
      outers[place] = this.#outer[edge] as number;
      next[inner] = place + 1;
    });
    return { starts, outers };
  }
}

const WALKED = new WeakMap<ModelContext, Walked>();

/** What was walked of a program, read when first asked for. */
export function walkedOf(context: ModelContext): Walked {
  let walked = WALKED.get(context);
  if (walked === undefined) WALKED.set(context, (walked = new Walked(context)));
  return walked;
}
