import type { Expression } from '#facts/types.js';
import type { CallInstance, Frame } from '#program/values.js';
import { functionKey, functionOf } from '#program/values.js';
import { siteAt } from '../context.js';
import type { ModelContext } from '../context.js';
import { unbound } from '../own-breakers/state-roots.js';
import type { Backoff, Guard } from '../types.js';
import { Named } from '../writes/named-calls.js';
import { attemptLimit } from './attempt-limit.js';
import { findTriedAgain } from './attempts.js';
import { endingFlag } from './ending-flag.js';
import type { TriedAgain } from './attempts.js';
import { onlyOnConflict } from './conflicts.js';
import { changingIn } from './changing.js';
import type { Changing } from './changing.js';
import type { DelayScope } from './delay-shape.js';
import { sleepIn } from './sleeps.js';

const NOTHING: ReadonlyMap<Expression, Guard> = new Map();

/**
 * Retries written by hand, recognised by behaviour: a loop that is left on success and goes around on failure, a function that calls itself
 * when something failed.
 */
export class OwnRetries {
  readonly #context: Pick<ModelContext, 'program'>;
  readonly #named: Named;
  readonly #known = new Map<Frame, ReadonlyMap<Expression, Guard>>();
  readonly #tried = new Map<string, readonly TriedAgain[]>();

  constructor(context: Pick<ModelContext, 'program'>) {
    this.#context = context;
    this.#named = new Named(context);
  }

  /** The retry that a call stands under in its own function. */
  guardOf(call: CallInstance): Guard | undefined {
    return this.#guardsIn(call.frame).get(call.expression);
  }

  #guardsIn(frame: Frame): ReadonlyMap<Expression, Guard> {
    let known = this.#known.get(frame);
    if (known === undefined) this.#known.set(frame, (known = this.#read(frame)));
    return known;
  }

  #read(frame: Frame): ReadonlyMap<Expression, Guard> {
    const all = this.#triedIn(frame);
    if (all.length === 0) return NOTHING;
    const guards = new Map<Expression, Guard>();
    for (const tried of all) {
      const guard = this.#guardFor(tried, frame);
      if (guard !== undefined) for (const call of tried.tried) if (!guards.has(call) || isOnce(guards.get(call))) guards.set(call, guard);
    }
    return guards;
  }

  // The shape of the code is the same in every activation.
  #triedIn(frame: Frame): readonly TriedAgain[] {
    const key = functionKey(frame);
    let known = this.#tried.get(key);
    if (known === undefined) this.#tried.set(key, (known = findTriedAgain(frame, (callee) => this.#isSelf(callee, frame))));
    return known;
  }

  #isSelf(callee: Expression, frame: Frame): boolean {
    const { name } = functionOf(frame);
    const called = callee.is === 'variable' ? frame.unit.facts.bindings[callee.binding]?.name : callee.is === 'member' ? callee.name : undefined;
    if (called === undefined || called !== name) return false;
    return this.#context.program.engine.evaluate(callee, frame).values.some((value) => {
      const target = unbound(value);
      return target?.unit === frame.unit && target.index === frame.function;
    });
  }

  #guardFor(tried: TriedAgain, frame: Frame): Guard | undefined {
    // Each of the two attempts stands in the code itself.
    if (tried.is === 'once-more') return { is: 'retry', name: 'the second attempt', site: siteAt(frame, tried.at), onceMore: true };
    const changing = changingIn(tried, frame);
    const backoff = this.#backoffOf(tried, changing, frame);
    // A function that calls itself with the same things and without a pause does something else: it logs in and goes on.
    if (tried.is === 'recursion' && changing.counters.size === 0 && changing.fields.size === 0 && backoff.waits === 'no' && !isAllThereIs(tried)) return undefined;
    const only = onlyOnConflict(this.#context.program.engine, tried, frame) ? { only: 'conflicts' as const } : {};
    const attempts = attemptLimit(this.#context.program.engine, tried, changing, frame);
    const flag = attempts.is === 'unbounded' ? endingFlag(this.#context.program.engine, tried, frame) : undefined;
    const byCaller = isSame(backoff, this.#backoffOf(tried, changing, frame, true)) ? {} : { waitsByCaller: true as const };
    return { is: 'retry', name: tried.is === 'loop' ? 'the retry loop' : 'the function that calls itself again', site: siteAt(frame, tried.at), attempts, backoff, ...only, ...byCaller, ...(flag === undefined ? {} : { endedBy: flag }) };
  }

  #backoffOf(tried: TriedAgain, { names }: Changing, frame: Frame, ofAnyCaller = false): Backoff {
    const { engine } = this.#context.program;
    const scope: DelayScope = { engine, named: this.#named, frame, changing: { unit: frame.unit, names }, given: new Map(), depth: 0, awaited: tried.is === 'loop', ofAnyCaller };
    const sleep = sleepIn(tried.region, scope);
    if (sleep === undefined && tried.loop?.form === 'await-of') return { waits: 'unknown', jitter: 'unknown', because: 'what is looped over may wait by itself' };
    if (sleep === undefined) return { waits: 'no', jitter: 'no' };
    if (sleep.because !== undefined && !(sleep.grows && sleep.random)) return { waits: 'unknown', jitter: 'unknown', because: sleep.because };
    return { waits: sleep.grows ? 'growing' : 'constant', jitter: sleep.random ? 'yes' : 'no' };
  }
}

// A loop that goes around once is no retry.
function isOnce(guard: Guard | undefined): boolean {
  return guard?.attempts?.is === 'bounded' && guard.attempts.ms <= 1;
}

function isSame(one: Backoff, other: Backoff): boolean {
  return one.waits === other.waits && one.jitter === other.jitter;
}

// `read(id).catch(() => again(id))`: nothing that could help is done before.
function isAllThereIs({ failing = [], again }: TriedAgain): boolean {
  const [only] = failing;
  const returned = failing.length === 1 && only?.is === 'return' ? only.value : undefined;
  const called = returned?.is === 'await' ? returned.of : returned;
  return called !== undefined && called === again;
}
