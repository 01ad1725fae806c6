import type { Expression } from '#facts/types.js';
import { RECEIVER } from '#program/guarded-arguments.js';
import type { Body, CallStep, EnterStep, Step } from '#program/steps.js';
import { functionOf } from '#program/values.js';
import type { CallInstance, Frame } from '#program/values.js';
import { boundOf } from './bounds.js';
import { rowsOf, siteOfCall } from './context.js';
import type { ModelContext } from './context.js';
import type { GuardFinder } from './guards.js';
import { innerBodies } from './entry-points/start-order.js';
import { callsIn, declared, elementAt, isPromise, onlyFails, settles } from './raced-promises.js';
import type { Bound, Guard } from './types.js';

type ParallelStep = Extract<Step, { is: 'parallel' }>;

/** A race between some work and a timer: the work is bounded by the timer. */
export interface Race {
  readonly guard: Guard;
  readonly call: CallInstance;
  /** The arms that only wait for the time to pass. */
  readonly timers: ReadonlySet<Body>;
}

/** A promise whose time a race bounds. */
interface Raced {
  readonly expression: Expression;
  readonly race: Race;
}

const MAX_DEPTH = 6;

/** Finds races against timers: `Promise.race([work(), timer])`, also where the promises were made before. */
export class Races {
  readonly #context: ModelContext;
  readonly #races = new Map<CallInstance, Race | undefined>();
  readonly #steps = new Map<Frame, ReadonlyMap<Expression, readonly Step[]>>();
  readonly #guards: Pick<GuardFinder, 'ofCall'>;
  readonly #raced = new Map<Frame, readonly Raced[]>();
  readonly #work = new Map<Frame, ReadonlyMap<Expression, readonly Race[]>>();
  readonly #timers = new Set<Expression>();

  constructor(context: ModelContext, guards: Pick<GuardFinder, 'ofCall'>) {
    this.#context = context;
    this.#guards = guards;
  }

  /** The race that a step is, undefined for one without a timer. */
  of(step: ParallelStep): Race | undefined {
    if (step.how !== 'race' && step.how !== 'any') return undefined;
    if (!this.#races.has(step.call)) this.#races.set(step.call, this.#find(step));
    return this.#races.get(step.call);
  }

  /** The races, later in the same function, that bound the work which this step starts: `const work = load(); await Promise.race([work, timer])`. */
  around(step: Step, frame: Frame | undefined): readonly Race[] {
    if (frame === undefined || !('call' in step) || step.call === undefined) return [];
    let work = this.#work.get(frame);
    if (work === undefined) this.#work.set(frame, (work = this.#workIn(frame)));
    return work.get(step.call.expression) ?? [];
  }

  /** Is what a step starts only the timer of a race later in the same function: `const late = delay(750); await Promise.race([work(), late])`? */
  isTimer(step: Step, frame: Frame | undefined): boolean {
    if (frame === undefined || !('call' in step) || step.call === undefined) return false;
    this.#racedIn(frame);
    return this.#timers.has(step.call.expression);
  }

  /** A timer that settles the promise in whose function it is started: it bounds what else is started there. */
  inPromise({ within }: CallStep): Race | undefined {
    const run = within.find(({ position, value }) => position === 0 && value.is === 'function');
    if (run?.value.is !== 'function') return undefined;
    const settlers = functionOf(run.value).parameters.map(({ binding }) => binding);
    for (const step of run.body.steps) {
      if (step.is !== 'call' || !settles(step.call, settlers) || step.later.some(({ body }) => !this.#isTimer(body.steps, [], 0))) continue;
      const bound = this.#timerIn([step]);
      if (bound !== undefined) return { guard: { is: 'timeout', name: 'the timer of its promise', site: siteOfCall(step.call), bound }, call: step.call, timers: new Set() };
    }
    return undefined;
  }

  #find(step: ParallelStep): Race | undefined {
    const bounds = step.arms.map((arm, position) => this.#timerOf(step, arm, position));
    // The first to succeed ends it: a timer that fails does not.
    if (step.how === 'any' && step.arms.some((arm, position) => bounds[position] !== undefined && onlyFails(this.#stepsOfArm(step, arm, position)))) return undefined;
    const bound = bounds.find((candidate) => candidate !== undefined);
    if (bound === undefined || bounds.every((candidate) => candidate !== undefined)) return undefined;
    const timers = new Set(step.arms.filter((_, position) => bounds[position] !== undefined));
    step.arms.forEach((arm, position) => {
      if (timers.has(arm) && arm.steps.length === 0) for (const made of callsIn(declared(elementAt(step.call, position), step.call.frame))) this.#timers.add(made);
    });
    return { guard: { is: 'timeout', name: `Promise.${step.how}`, site: siteOfCall(step.call), bound }, call: step.call, timers };
  }

  #timerOf(step: ParallelStep, arm: Body, position: number): Bound | undefined {
    return this.#timerIn(this.#stepsOfArm(step, arm, position));
  }

  #stepsOfArm(step: ParallelStep, arm: Body, position: number): readonly Step[] {
    if (arm.steps.length > 0) return arm.steps;
    return callsIn(declared(elementAt(step.call, position), step.call.frame)).flatMap((expression) => this.#stepsMadeBy(expression, step.call.frame));
  }

  /** The time that some steps wait for, when they do nothing else. */
  #timerIn(steps: readonly Step[]): Bound | undefined {
    const found: Bound[] = [];
    return this.#isTimer(steps, found, 0) ? found[0] : undefined;
  }

  #isTimer(steps: readonly Step[], found: Bound[], depth: number): boolean {
    if (depth > MAX_DEPTH) return false;
    return steps.every((step) => {
      if (step.is === 'call') {
        const operations = rowsOf(this.#context, step)?.operations ?? [];
        const sleep = operations.find((row) => row.is === 'sleep');
        const limit = sleep?.limits?.[0];
        if (limit !== undefined) found.push(boundOf(this.#context, limit, step.call, step.callee));
        else if (operations.some((row) => row.is !== 'release' && row.is !== 'presign')) return false;
      }
      return innerBodies(step).every((inner) => this.#isTimer(inner.steps, found, depth + 1));
    });
  }

  #workIn(frame: Frame): ReadonlyMap<Expression, readonly Race[]> {
    const work = new Map<Expression, readonly Race[]>();
    for (const { expression, race } of this.#racedIn(frame)) {
      for (const call of callsIn([expression, ...declared(expression, frame)])) work.set(call, [...(work.get(call) ?? []), race]);
    }
    return work;
  }

  /** Promises made elsewhere that a function bounds by a timer: by a race, or through a function that it gives them to. */
  #racedIn(frame: Frame): readonly Raced[] {
    const known = this.#raced.get(frame);
    if (known !== undefined) return known;
    this.#raced.set(frame, []);
    const found = [...this.#stepsOf(frame).values()].flat().flatMap((step): readonly Raced[] => {
      if (step.is === 'parallel') return racedBy(this.of(step), step);
      if (step.is === 'call') return isPromise(step) ? this.#racedWithin(step) : this.#wrappedBy(step);
      return step.is === 'enter' ? this.#racedThrough(step) : [];
    });
    this.#raced.set(frame, found);
    return found;
  }

  // `pTimeout(work, …)`, `answer$.pipe(timeout(5000))` of a promise made before.
  #wrappedBy(step: CallStep): readonly Raced[] {
    const found = step.awaited === 'no' ? undefined : this.#guards.ofCall(step);
    if (found === undefined) return [];
    const { expression } = step.call;
    const wrapped = [...found.positions].flatMap((position) => {
      const part = position === RECEIVER ? this.#receiver(step) : expression.arguments[position];
      return part?.is === 'variable' ? [part] : [];
    });
    return wrapped.flatMap((part) => found.guards.map((met) => ({ expression: part, race: { guard: met.guard, call: met.call ?? step.call, timers: new Set<Body>() } })));
  }

  // What runs under it may be the value itself; a breaker only holds the function that it was made with.
  #receiver(step: CallStep): Expression | undefined {
    const { callee } = step.call.expression;
    const holdsIt = rowsOf(this.#context, step)?.wrappers.some((row) => row.function?.startsWith('creation:')) === true;
    return callee.is === 'member' && !holdsIt ? callee.of : undefined;
  }

  // A parameter that is raced is the argument that was given for it.
  #racedThrough({ call, body }: EnterStep): readonly Raced[] {
    const { frame } = body;
    if (call === undefined || frame === undefined || frame.given === undefined || frame.given.length === 0) return [];
    const { parameters } = functionOf(frame);
    return this.#racedIn(frame).flatMap(({ expression, race }) => {
      const argument = expression.is === 'variable' ? call.expression.arguments[parameters.findIndex(({ binding }) => binding === expression.binding)] : undefined;
      return argument === undefined ? [] : [{ expression: argument, race }];
    });
  }

  /** Does such a promise only race others that were made before? What is waited for is then those. */
  racesOthers(step: CallStep): boolean {
    return this.#racedWithin(step).some(({ expression }) => expression.is === 'variable');
  }

  // `new Promise((resolve, reject) => { setTimeout(reject, ms); promise.then(resolve, reject); })`
  #racedWithin(step: CallStep): readonly Raced[] {
    const race = this.inPromise(step);
    const run = step.within.find(({ value }) => value.is === 'function');
    if (race === undefined || run?.value.is !== 'function') return [];
    const { unit, index } = run.value;
    return (unit.index.calls.get('then') ?? []).flatMap(({ call, by }) => (by === index && call.callee.is === 'member' ? [{ expression: call.callee.of, race }] : []));
  }

  #stepsMadeBy(expression: Expression, frame: Frame): readonly Step[] {
    for (let current: Frame | undefined = frame; current !== undefined; current = current.parent) {
      const steps = this.#stepsOf(current).get(expression);
      if (steps !== undefined) return steps;
    }
    return [];
  }

  /** The steps of a function's own statements, by the call that they are. */
  #stepsOf(frame: Frame): ReadonlyMap<Expression, readonly Step[]> {
    const known = this.#steps.get(frame);
    if (known !== undefined) return known;
    const found = new Map<Expression, Step[]>();
    const collect = (steps: readonly Step[]): void => {
      for (const step of steps) {
        if ('call' in step && step.call !== undefined) {
          const same = found.get(step.call.expression);
          if (same === undefined) found.set(step.call.expression, [step]);
          else same.push(step);
        }
        if (step.is !== 'call' && step.is !== 'unresolved' && step.is !== 'enter') for (const inner of innerBodies(step)) collect(inner.steps);
      }
    };
    collect(this.#context.walker.bodies.get(frame)?.steps ?? []);
    this.#steps.set(frame, found);
    return found;
  }
}

function racedBy(race: Race | undefined, step: ParallelStep): readonly Raced[] {
  if (race === undefined) return [];
  return step.arms.flatMap((arm, position) => {
    const expression = arm.steps.length > 0 || race.timers.has(arm) ? undefined : elementAt(step.call, position);
    return expression === undefined ? [] : [{ expression, race }];
  });
}
