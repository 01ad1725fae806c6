import type { RequestPath } from '#model/types.js';

const POSITIONS = new WeakMap<readonly RequestPath[], ReadonlyMap<string, readonly number[]>>();

/** Where among the paths those of each entry point are, by its id. */
export function positionsIn(paths: readonly RequestPath[]): ReadonlyMap<string, readonly number[]> {
  let known = POSITIONS.get(paths);
  if (known === undefined) {
    const made = new Map<string, number[]>();
    paths.forEach(({ entryPoint: { id } }, position) => made.set(id, [...(made.get(id) ?? []), position]));
    POSITIONS.set(paths, (known = made));
  }
  return known;
}
