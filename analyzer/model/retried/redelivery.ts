import type { Place } from '#catalog/schema.js';
import type { Body, CallStep } from '#program/steps.js';
import { placeValues } from '#program/places.js';
import type { Handler, ModelContext } from '../context.js';
import { innerBodies } from '../entry-points/start-order.js';
import type { GuardFinder } from '../guards.js';
import { walkedOf } from '../walked.js';
import { isSwallowed } from './can-fail.js';
import { listsFailures, readsList } from './listed-failures.js';
import { redeliveryOf } from './library-retries.js';

/** Whether a message comes again when its handler fails. */
export type Redelivered = 'yes' | 'no' | 'unknown';

/** The ways of a failure outwards. */
interface Ways {
  /** The bodies that a call stands in. */
  readonly holders: Map<object, Body[]>;
  /** The bodies that fail when one in them does. */
  readonly outer: Map<Body, Body[]>;
  /** Those that put what fails in one of them on a list of failures. */
  readonly listing: Map<Body, Body[]>;
}

/** Tells whether what fails in a consumer's handler is delivered again. */
export class Redelivery {
  readonly #context: ModelContext;
  readonly #guards: Pick<GuardFinder, 'ofPlace'>;
  readonly #known = new Map<Handler, Redelivered>();
  readonly #failing = new Map<object, ReadonlySet<Body>>();
  readonly #listed = new Map<object, ReadonlySet<Body>>();
  #ways: Ways | undefined;

  constructor(context: ModelContext, guards: Pick<GuardFinder, 'ofPlace'>) {
    this.#context = context;
    this.#guards = guards;
  }

  /** Is a message delivered again when a call of its handler fails for good? */
  after(handler: Handler, step: CallStep): Redelivered {
    let known = this.#known.get(handler);
    if (known === undefined) this.#known.set(handler, (known = this.#of(handler)));
    if (known === 'no' || this.#escapes(handler, step)) return known;
    return this.#isListed(handler, step) ? readsList(this.#context, handler) : 'no';
  }

  #of({ entryPoint }: Handler): Redelivered {
    if (entryPoint.repeats !== 'redelivery') return 'no';
    const own = this.#context.program.engine.libraries.ofFramework(entryPoint.framework);
    if (own?.attemptsBy === undefined) return 'yes';
    const attempts = this.#published(own.attemptsBy, entryPoint.name);
    if (attempts.length === 0) return 'unknown';
    if (attempts.includes('yes')) return 'yes';
    return attempts.includes('unknown') ? 'unknown' : 'no';
  }

  #published(module: string, consumer: string): readonly Redelivered[] {
    const found: Redelivered[] = [];
    for (const calls of walkedOf(this.#context).calls.values()) for (const { step } of calls) {
      if (step.callee.module !== module) continue;
      const published = redeliveryOf(this.#context, step);
      if (published === undefined || !this.#isFor(step, consumer, published.to)) continue;
      const { attempts } = published.retries;
      found.push(attempts.is === 'unknown' ? 'unknown' : attempts.is === 'unbounded' || attempts.ms > 1 ? 'yes' : 'no');
    }
    return found;
  }

  // Queues whose name differs from the consumer's are others.
  #isFor(step: CallStep, consumer: string, places: readonly Place[]): boolean {
    const names = places.flatMap((place) => placeValues(this.#context.program.engine, step.call, step.callee, place).values).flatMap((value) => (value.is === 'literal' && typeof value.value === 'string' ? [value.value] : []));
    return names.length === 0 || names.some((name) => consumer.includes(name));
  }

  /** Does a failure of the call leave the handler, on some way? */
  #escapes(handler: Handler, { call: { expression } }: CallStep): boolean {
    let failing = this.#failing.get(expression);
    if (failing === undefined) this.#failing.set(expression, (failing = this.#failingWith(expression)));
    return handler.bodies.some(({ body }) => failing.has(body));
  }

  /** Does the handler catch it and list its message among those that failed? */
  #isListed(handler: Handler, { call: { expression } }: CallStep): boolean {
    let listed = this.#listed.get(expression);
    if (listed === undefined) this.#listed.set(expression, (listed = this.#failingWith(expression, 'listing')));
    return handler.bodies.some(({ body }) => listed.has(body));
  }

  /** The bodies that fail when a call in them fails for good, or list it as failed. */
  #failingWith(expression: object, how?: 'listing'): ReadonlySet<Body> {
    const { holders, outer, listing } = (this.#ways ??= this.#read());
    const failing = new Set(holders.get(expression));
    for (const body of failing) for (const around of [...(outer.get(body) ?? []), ...(how === undefined ? [] : (listing.get(body) ?? []))]) failing.add(around);
    return failing;
  }

  // Read once for all handlers: what fails with what.
  #read(): Ways {
    const ways: Ways = { holders: new Map(), outer: new Map(), listing: new Map() };
    const seen = new Set<Body>();
    const open: Body[] = this.#context.handlers.flatMap(({ bodies }) => bodies.map(({ body }) => body));
    for (let body = open.pop(); body !== undefined; body = open.pop()) {
      if (seen.has(body)) continue;
      seen.add(body);
      for (const step of body.steps) {
        if (step.is === 'call') addTo(ways.holders, step.call.expression, body);
        const swallowed = step.is === 'try' && isSwallowed(step.handler, this.#context.program.engine.libraries.words('gives-back')) && !this.#isRetry(step.body) ? step.body : undefined;
        for (const inner of innerBodies(step)) {
          open.push(inner);
          if (inner !== swallowed) addTo(ways.outer, inner, body);
          else if (body.frame !== undefined && listsFailures(this.#context, body.frame)) addTo(ways.listing, inner, body);
        }
      }
    }
    return ways;
  }

  // The `catch` of a retry written by hand leads to the next attempt.
  #isRetry(body: Body): boolean {
    return body.steps.some((step) => this.#guards.ofPlace(step).some(({ guard }) => guard.is === 'retry'));
  }
}

function addTo<K>(map: Map<K, Body[]>, key: K, body: Body): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [body]);
  else known.push(body);
}
