import type { Body } from '#program/steps.js';
import type { CallInstance, Unit } from '#program/values.js';
import type { ModelContext } from '../context.js';
import { walkedOf } from '../walked.js';
import { mergedThread, type Thread } from './threads.js';

interface Top {
  readonly unit: Unit;
  readonly body: Body;
}

const TOPS = new WeakMap<ModelContext, readonly Top[]>();
const REACHED = new WeakMap<Thread, ReadonlySet<Unit>>();

/** The files whose top level gets to one of some calls. */
export function startersOf(context: ModelContext, calls: readonly CallInstance['expression'][]): readonly Unit[] {
  return startersIn(context, walkedOf(context).holdersOf(calls));
}

function startersIn(context: ModelContext, holders: readonly number[]): readonly Unit[] {
  const walked = walkedOf(context);
  const above = walked.above(holders);
  return topsOf(context).filter(({ body }) => walked.meets(above, [body])).map(({ unit }) => unit);
}

/** The listeners of some files: of each, what the top level of these files registers, or nobody is seen to. */
export function threadsIn(context: ModelContext, units: ReadonlySet<Unit>, threads: readonly Thread[]): readonly Thread[] {
  return threads.filter((thread) => units.has(thread.unit)).flatMap((thread) => {
    const own = partsIn(context, units, thread);
    return own.length === (thread.parts ?? [thread]).length ? [thread] : (own.reduce<Thread | undefined>(mergedThread, undefined) ?? []);
  });
}

/** The same, each registration by itself. */
export function registrationsIn(context: ModelContext, units: ReadonlySet<Unit>, threads: readonly Thread[]): readonly Thread[] {
  return threads.filter((thread) => units.has(thread.unit)).flatMap((thread) => partsIn(context, units, thread));
}

function partsIn(context: ModelContext, units: ReadonlySet<Unit>, thread: Thread): readonly Thread[] {
  const { parts = [thread] } = thread;
  const isOurs = (by: ReadonlySet<Unit>) => [...by].some((unit) => units.has(unit));
  const registered = parts.map((part) => registeringOf(context, part));
  if (registered.some((by) => by.size > 0) && !registered.some(isOurs)) return [];
  return parts.filter((_, index) => registered[index]?.size === 0 || isOurs(registered[index] as ReadonlySet<Unit>));
}

function registeringOf(context: ModelContext, thread: Thread): ReadonlySet<Unit> {
  let by = REACHED.get(thread);
  if (by === undefined) REACHED.set(thread, (by = new Set(startersIn(context, (walkedOf(context).calls.get(thread.step.call.expression) ?? []).flatMap(({ step, holder }) => (step.call === thread.step.call ? [holder] : []))))));
  return by;
}

function topsOf(context: ModelContext): readonly Top[] {
  let tops = TOPS.get(context);
  if (tops === undefined) {
    tops = [...context.program.units.values()].flatMap((unit) => {
      const body = context.walker.bodies.get(unit.frame);
      return body === undefined ? [] : [{ unit, body }];
    });
    TOPS.set(context, tops);
  }
  return tops;
}
