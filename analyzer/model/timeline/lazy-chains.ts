import type { Body } from '#program/steps.js';
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

function isMadeBy(value: LibraryValue | undefined, call: object): boolean {
  for (let current = value; current !== undefined; current = current.from) if (current.call === call) return true;
  return false;
}
