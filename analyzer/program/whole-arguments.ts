import type { ValueSet } from './values.js';

const WHOLE = new WeakSet<readonly ValueSet[]>();

/** Remembers of arguments that they are all there are: a parameter without one is not given. */
export function asWhole(given: readonly ValueSet[]): readonly ValueSet[] {
  WHOLE.add(given);
  return given;
}

/** Are these all arguments of a call, so that a further parameter certainly has none? */
export function isWhole(given: readonly ValueSet[]): boolean {
  return WHOLE.has(given);
}
