import type { Reach } from '#model/types.js';

/** The entry points that reach a place, each once, in the order of the ways; by what tells them apart. */
export function entryPointNames(ways: readonly Reach[]): readonly string[] {
  return [...new Set(ways.map(({ entryPoint }) => entryPoint.id))];
}
