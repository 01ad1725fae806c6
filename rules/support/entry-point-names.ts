import type { Reach } from '#model/types.js';

/** Names of the entry points that reach a place, each once, in the order of the ways. */
export function entryPointNames(ways: readonly Reach[]): readonly string[] {
  return [...new Set(ways.map(({ entryPoint }) => entryPoint.name))];
}
