import type { Site } from '../site.js';
import type { Held } from './held.js';

/** What is held, by the call that took it. */
export type HeldSet = ReadonlySet<Held>;

/** What running some steps leads to. */
export interface Flow {
  /** What is held when the steps are through; undefined where they end the function. */
  readonly held: HeldSet | undefined;
  /** What was held at each return. */
  readonly exits: readonly HeldSet[];
  /** Taken here, still held at a return, and not given to the caller: with where that is. */
  readonly returned: ReadonlyMap<Held, Site>;
  /** Held where something can throw: with where that is. */
  readonly thrown: ReadonlyMap<Held, Site>;
}

export const NOTHING: HeldSet = new Set();

/** What is held on every way that goes on; undefined where none does. */
export function joined(sets: readonly (HeldSet | undefined)[]): HeldSet | undefined {
  const alive = sets.filter((set) => set !== undefined);
  const [first, ...others] = alive;
  return first === undefined ? undefined : new Set([...first].filter((held) => others.every((other) => other.has(held))));
}

/** Everything that one of the sets has. */
export function united(sets: readonly Iterable<Held>[]): HeldSet {
  return new Set(sets.flatMap((set) => [...set]));
}

/** Two maps in one; what stands in both keeps its first place. */
export function mergedSites(...maps: readonly ReadonlyMap<Held, Site>[]): ReadonlyMap<Held, Site> {
  const found = new Map<Held, Site>();
  for (const map of maps) for (const [held, site] of map) if (!found.has(held)) found.set(held, site);
  return found;
}

/** A flow in which some connections have been given back after all. */
export function without({ held, exits, returned, thrown }: Flow, released: HeldSet): Flow {
  const rest = (set: HeldSet): HeldSet => new Set([...set].filter((one) => !released.has(one)));
  const sites = (map: ReadonlyMap<Held, Site>) => new Map([...map].filter(([one]) => !released.has(one)));
  return { held: held === undefined ? undefined : rest(held), exits: exits.map(rest), returned: sites(returned), thrown: sites(thrown) };
}
