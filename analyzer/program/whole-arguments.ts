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

/** What `call` passes on: the arguments behind the first one, as whole as they were. */
export function passedOn(given: readonly ValueSet[]): readonly ValueSet[] {
  return isWhole(given) ? asWhole(given.slice(1)) : given.slice(1);
}
