import type { Body } from '#program/steps.js';
import type { CallInstance, Unit } from '#program/values.js';
import type { ModelContext } from '../context.js';
import { walkedOf } from '../walked.js';

interface Top {
  readonly unit: Unit;
  readonly body: Body;
}

const TOPS = new WeakMap<ModelContext, readonly Top[]>();

/** The files whose top level gets to one of these calls. */
export function startersOf(context: ModelContext, calls: readonly CallInstance[]): readonly Unit[] {
  let tops = TOPS.get(context);
  if (tops === undefined) TOPS.set(context, (tops = topsOf(context)));
  const walked = walkedOf(context);
  const above = walked.above(walked.holdersOf(calls.map(({ expression }) => expression)));
  return tops.filter(({ body }) => walked.meets(above, [body])).map(({ unit }) => unit);
}

function topsOf(context: ModelContext): readonly Top[] {
  return [...context.program.units.values()].flatMap((unit) => {
    const body = context.walker.bodies.get(unit.frame);
    return body === undefined ? [] : [{ unit, body }];
  });
}
