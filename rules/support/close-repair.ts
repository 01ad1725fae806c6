import type { UnheardClose } from '#model/types.js';
import type { Violated } from '../types.js';

/** Awaits a close that nobody waits for, where there is one. */
export function closeRepair(what: string, close: UnheardClose | undefined): Pick<Violated, 'repairs'> {
  if (close === undefined) return {};
  return { repairs: [{ title: `Await the close of ${what}`, site: close.site, change: { is: close.tells === 'promise' ? 'await' : 'await-callback' } }] };
}
