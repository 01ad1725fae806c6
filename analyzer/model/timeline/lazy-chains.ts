import type { Expression } from '#facts/types.js';
import type { Body, CallStep, Step } from '#program/steps.js';
import type { LibraryValue } from '#program/values.js';
import type { Waits } from './waits.js';

/** Calls after a lazy one that are looked at for the rest of its chain. */
const MAX_CHAIN = 40;

/** Is the step one link of a lazy chain of which a later link is the operation: `db('orders').insert(row)`? */
export function isSuperseded(waits: Waits, { steps }: Body, position: number): boolean {
  const step = steps[position];
  if (step?.is !== 'call' || waits.of(step)?.row.lazy !== true) return false;
  return steps.slice(position + 1, position + 1 + MAX_CHAIN).some((later) =>
    later.is === 'call' && later.call !== step.call && isMadeBy(later.callee.from, step.call) && waits.of(later)?.row.lazy === true);
}

/** Is a step a lazy call, which is sent where somebody waits for it? */
export function isLazy(waits: Waits, step: Step): boolean {
  return lazyCallsIn(waits, step).length > 0;
}

/** The lazy calls that a step is one of: what it is called on may be one of several things. */
function lazyCallsIn(waits: Waits, step: Step): readonly CallStep[] {
  const calls = step.is === 'call' ? [step] : callsOf(step);
  return calls.filter((one) => waits.of(one)?.row.lazy === true);
}

/** Where a call has several targets: the step of each that is a library's. */
function callsOf(step: Step): readonly CallStep[] {
  if (step.is !== 'branch' || step.call === undefined) return [];
  return step.arms.flatMap(({ steps }) => steps.filter((one): one is CallStep => one.is === 'call' && one.call === step.call));
}

/** The calls elsewhere that later steps go on from with a lazy one: `this.byId(id).update(row)`. */
export function continuedFrom(waits: Waits, { steps }: Body, position: number): readonly Expression[] {
  return steps.slice(position + 1, position + 1 + MAX_CHAIN).flatMap((step) => lazyCallsIn(waits, step)).flatMap(({ call, callee }) => {
    const made: Expression[] = [];
    for (let value = callee.from; value !== undefined; value = value.from) if (value.call !== undefined && value.call.frame !== call.frame) made.push(value.call.expression);
    return made;
  });
}

function isMadeBy(value: LibraryValue | undefined, call: object): boolean {
  for (let current = value; current !== undefined; current = current.from) if (current.call === call) return true;
  return false;
}
