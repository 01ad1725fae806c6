import type { Body } from '#program/steps.js';
import type { CallInstance, Unit } from '#program/values.js';
import type { ModelContext } from '../context.js';
import { walkedOf } from '../walked.js';
import type { Thread } from './threads.js';

interface Top {
  readonly unit: Unit;
  readonly body: Body;
}

const TOPS = new WeakMap<ModelContext, readonly Top[]>();
const REACHED = new WeakMap<Thread, ReadonlySet<Unit>>();

/** The files whose top level gets to one of some calls. */
export function startersOf(context: ModelContext, calls: readonly CallInstance['expression'][]): readonly Unit[] {
  const walked = walkedOf(context);
  const above = walked.above(walked.holdersOf(calls));
  return topsOf(context).filter(({ body }) => walked.meets(above, [body])).map(({ unit }) => unit);
}

/** The listeners of some files, those left out that only the top level of other files registers. */
export function threadsIn(context: ModelContext, units: ReadonlySet<Unit>, threads: readonly Thread[]): readonly Thread[] {
  return threads.filter((thread) => units.has(thread.unit) && isRegistered(context, units, thread));
}

function isRegistered(context: ModelContext, units: ReadonlySet<Unit>, thread: Thread): boolean {
  let by = REACHED.get(thread);
  if (by === undefined) REACHED.set(thread, (by = new Set(startersOf(context, [thread.step.call.expression]))));
  return by.size === 0 || [...by].some((unit) => units.has(unit));
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
