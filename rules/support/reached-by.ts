import type { EntryPoint } from '#model/types.js';
import type { Verdict } from '../types.js';

/** A verdict with the entry points that it is about. */
export function reachedBy<V extends Verdict>(verdict: V, entryPoints: readonly EntryPoint[]): V {
  const ids = [...new Set(entryPoints.map(({ id }) => id))];
  return ids.length === 0 ? verdict : { ...verdict, entryPoints: ids };
}
