import type { Body } from '#program/steps.js';
import { classOf } from '#program/values.js';
import type { AnsweringTimers } from './answering-timers.js';
import type { ActiveGuard, GuardStack, HandlerBody } from './context.js';
import { START } from './path-steps.js';
import type { PathSteps, Surroundings } from './path-steps.js';
import type { Guard } from './types.js';

type Met = Pick<ActiveGuard, 'guard' | 'call' | 'callee'> | { readonly guard: Guard };

/** Bodies looked through for the call that runs the rest of a request. */
const MAX_BODIES = 2000;

/** Tells under which guards a middleware runs what comes after it in the request. */
export class RestGuards {
  readonly #timers: AnsweringTimers;
  readonly #steps: Pick<PathSteps, 'inner'>;
  readonly #known = new Map<Body, readonly Met[]>();

  constructor(timers: AnsweringTimers, steps: Pick<PathSteps, 'inner'>) {
    this.#timers = timers;
    this.#steps = steps;
  }

  /** The guards that one function of a request puts around the rest of it, outermost first. */
  after(entry: HandlerBody): readonly Met[] {
    const known = this.#known.get(entry.body);
    if (known !== undefined) return known;
    const started = this.#timers.startedIn(entry.body).map((guard) => ({ guard }));
    const found = [...started, ...(entry.continues === undefined ? [] : this.#around(entry, entry.continues))];
    this.#known.set(entry.body, found);
    return found;
  }

  // Where several calls run the rest, the one under most guards counts: the others leave out what needs none.
  #around({ body, name, frame }: HandlerBody, wanted: NonNullable<HandlerBody['continues']>): readonly Met[] {
    let most: readonly ActiveGuard[] = [];
    const seen = new Map<Body, Set<number>>();
    const queue: Surroundings[] = [{ ...START, body }];
    const push = (place: Surroundings): void => {
      const stacks = seen.get(place.body) ?? new Set<number>();
      const id = place.guards?.id ?? 0;
      if (place.detached || queue.length > MAX_BODIES || stacks.has(id)) return;
      seen.set(place.body, stacks.add(id));
      queue.push(place);
    };
    for (let next = 0; next < queue.length; next += 1) {
      const place = queue[next] as Surroundings;
      for (const step of place.body.steps) {
        const isRest = step.is === 'call' && step.callee.module === wanted.module && step.callee.path === wanted.path;
        const guards = isRest ? guardsOf(place.guards) : [];
        if (guards.length > most.length) most = guards;
        this.#steps.inner(step, place, push);
      }
    }
    return most.map((met) => ({ ...met, guard: asBudget(met.guard, frame.self?.is === 'instance' ? classOf(frame.self.class).name : name) }));
  }
}

function guardsOf(stack: GuardStack | undefined): readonly ActiveGuard[] {
  const guards: ActiveGuard[] = [];
  for (let current = stack; current !== undefined; current = current.outer) guards.unshift(current.guard);
  return guards;
}

// A time limit around the rest of the request is its budget.
function asBudget(guard: Guard, name: string): Guard {
  if (guard.is !== 'timeout') return guard;
  return { ...guard, is: 'budget', name: name === '' ? `the request budget of ${guard.name}` : `the request budget of ${name}` };
}
