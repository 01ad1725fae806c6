import type { Expression } from '#facts/types.js';
import type { CallStep } from '#program/steps.js';
import type { Unit } from '#program/values.js';
import type { Handler, ModelContext } from '../context.js';
import { loadersOf } from '../imports.js';
import type { Reaches } from './reaches.js';
import type { WaitLimit } from './wait-limits.js';

/** A call on something made at one place, with who reaches it. */
interface OnCreation {
  readonly step: CallStep;
  readonly limits: readonly WaitLimit[];
  readonly open: Reaches;
}

/** Of several places where that may be made which a call is on, leaves to each entry point those that some file loads together with it: what another process makes is none of its own. */
export function keepNear(context: ModelContext, found: readonly OnCreation[]): void {
  const byCall = new Map<Expression, OnCreation[]>();
  for (const one of found) {
    const { expression } = one.step.call;
    if (one.limits.some(({ creation }) => creation !== undefined)) byCall.set(expression, [...(byCall.get(expression) ?? []), one]);
  }
  for (const several of byCall.values()) {
    if (several.length < 2) continue;
    const near = new Map(several.map((one) => [one, one.open.handlers().filter((handler) => isNear(context, one, handler))] as const));
    const served = new Set([...near.values()].flat());
    for (const [one, own] of near) one.open.keep((handler) => own.includes(handler) || !(served.has(handler) || isOfAnotherProgram(context, one, handler)));
  }
}

function isNear(context: ModelContext, { limits }: OnCreation, { bodies }: Handler): boolean {
  const unit = bodies.at(-1)?.frame.unit;
  return unit === undefined || limits.some(({ creation }) => creation === undefined || sharesLoader(context, creation.frame.unit, unit));
}

// Both are loaded by files that are there to see, and by none together. What a framework finds by its name has nobody who loads it.
function isOfAnotherProgram(context: ModelContext, { limits }: OnCreation, { bodies }: Handler): boolean {
  const units = [bodies.at(-1)?.frame.unit, ...limits.map(({ creation }) => creation?.frame.unit)];
  return units.every((unit) => unit !== undefined && loadersOf(context, unit).size > 1);
}

function sharesLoader(context: ModelContext, one: Unit, other: Unit): boolean {
  const loaders = loadersOf(context, other);
  return [...loadersOf(context, one)].some((loader) => loaders.has(loader));
}
