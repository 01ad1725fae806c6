import type { EntryPoint } from '#model/types.js';
import type { Verdict } from '../types.js';

/** A verdict with the entry points that it is about. */
export function reachedBy<V extends Verdict>(verdict: V, entryPoints: readonly EntryPoint[]): V {
  const names = [...new Set(entryPoints.map(({ name }) => name))];
  return names.length === 0 ? verdict : { ...verdict, entryPoints: names };
}
