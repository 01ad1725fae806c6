import type { FunctionIndex } from '#facts/types.js';
import type { Unit } from './values.js';

/** What is limited, so that any program is read in the end. */
export type LimitName =
  | 'activations of one function' | 'nesting of calls' | 'depth of evaluation' | 'number of evaluations' | 'number of expressions read' | 'places where one router is mounted';

/** A function in which a limit was reached; none where it was reached everywhere. */
export interface LimitHit {
  readonly in: { readonly unit: Unit; readonly index: FunctionIndex } | undefined;
  readonly times: number;
}

/** Counts which limits were reached, and in which functions. */
export class LimitHits {
  readonly #met = new Map<LimitName, Map<string, LimitHit>>();

  add(limit: LimitName, where?: { readonly unit: Unit; readonly index: FunctionIndex }): void {
    const key = where === undefined ? '' : `${where.unit.id}:${where.index}`;
    let places = this.#met.get(limit);
    if (places === undefined) this.#met.set(limit, (places = new Map()));
    const known = places.get(key);
    places.set(key, { in: known === undefined ? where && { unit: where.unit, index: where.index } : known.in, times: (known?.times ?? 0) + 1 });
  }

  /** The limits that were reached, each with its functions. */
  get all(): readonly (readonly [LimitName, readonly LimitHit[]])[] {
    return [...this.#met].map(([limit, places]) => [limit, [...places.values()]] as const);
  }
}
