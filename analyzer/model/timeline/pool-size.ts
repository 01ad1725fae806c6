import type { Bound } from '../types.js';

/** The size of one of several pools that are made at one place, where nobody can tell which: known where all have the same. */
export function sizeOf([first, ...others]: readonly Bound[]): Bound {
  if (first === undefined) return { is: 'unknown', because: 'no pool is in sight' };
  const vague = [first, ...others].find(({ is }) => is === 'unknown');
  if (vague !== undefined) return vague;
  const told = [...new Set([first, ...others].map((size) => (size.is === 'bounded' ? size.ms : Infinity)))].toSorted((a, b) => a - b);
  if (told.length === 1) return first;
  return { is: 'unknown', because: `pools of ${told.map((size) => (size === Infinity ? 'any size' : size)).join(' and of ')} are made there` };
}
