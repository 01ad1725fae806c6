import { MAX_EVALUATION_DEPTH } from './engine.js';
import type { LimitHits } from './limit-hits.js';
import type { ValueTable } from './value-table.js';
import type { ValueSet } from './values.js';

type Cache = Map<never, ValueSet | undefined>;

/** How often a result that depends on an open cycle is computed again before it is kept. */
const MAX_TRIES = 2;
/** How often, for one question, something is evaluated from the ground because it was nested too deeply. */
const MAX_ASKS = 24;

/** Something to evaluate. */
interface Question {
  readonly cache: Cache;
  readonly key: never;
  readonly run: () => ValueSet;
}

/**
 * Evaluates each thing once. Who asks for something that is being evaluated gets the empty set; what was computed on that ground is
 * provisional: it stands until the evaluation it depends on has ended, and is then computed again a bounded number of times. What is
 * nested too deeply is evaluated by itself once the question that led there has unwound, and that question is asked again.
 */
export class CycleGuard {
  readonly #table: ValueTable;
  readonly #hits: LimitHits;
  readonly #tries = new Map<Cache, Map<unknown, number>>();
  /** Provisional results by the depth of the evaluation they depend on. */
  readonly #provisional = new Map<number, { readonly cache: Cache; readonly key: never }[]>();
  #deferred: Question[] = [];
  #depth = 0;
  // The shallowest open evaluation that something below ran into.
  #dependsOn = Number.POSITIVE_INFINITY;

  #left: number;

  constructor(table: ValueTable, hits: LimitHits, budget: number) {
    this.#table = table;
    this.#hits = hits;
    this.#left = budget;
  }

  /** Nothing is being evaluated: what is known now is known for good. */
  get isIdle(): boolean {
    return this.#depth === 0;
  }

  /** Runs something; false when it met what is still being evaluated, or is too deep to be run. */
  isSettled(run: () => void): boolean {
    if (this.#depth > MAX_EVALUATION_DEPTH / 2) return false;
    const outer = this.#dependsOn;
    this.#dependsOn = Number.POSITIVE_INFINITY;
    run();
    const isSettled = this.#dependsOn === Number.POSITIVE_INFINITY;
    this.#dependsOn = Math.min(outer, this.#dependsOn);
    return isSettled;
  }

  once<K extends object | string | number>(key: K, into: Map<K, ValueSet | undefined>, run: () => ValueSet): ValueSet {
    const cache = into as unknown as Cache;
    if (into.has(key)) {
      const known = into.get(key) as ValueSet;
      if (known.id >= 0) return known;
      this.#dependsOn = Math.min(this.#dependsOn, -known.id);
      return this.#table.empty;
    }
    if (this.#depth >= MAX_EVALUATION_DEPTH) {
      this.#deferred.push({ cache, key: key as never, run });
      // What was computed on that ground stands until the whole question has been answered.
      this.#dependsOn = 1;
      return this.#table.unknown('it is nested more deeply than is followed');
    }
    if (this.#left <= 0) {
      this.#hits.add('number of evaluations');
      return this.#table.unknown('more is asked than is evaluated');
    }
    this.#left -= 1;
    const question = { cache, key: key as never, run };
    return this.#depth === 0 ? this.#fromGround(question) : this.#evaluate(question);
  }

  // What was too deep is evaluated before what led to it, which is then asked again.
  #fromGround(asked: Question): ValueSet {
    const open = [asked];
    let result = this.#table.empty;
    for (let asks = 0; ; asks += 1) {
      const question = open[open.length - 1];
      if (question === undefined) return result;
      result = this.#evaluate(question);
      if (this.#deferred.length > 0 && asks < MAX_ASKS) {
        question.cache.delete(question.key);
        open.push(...this.#deferred);
      } else open.pop();
      if (this.#deferred.length > 0 && asks >= MAX_ASKS) this.#hits.add('depth of evaluation');
      this.#deferred = [];
    }
  }

  #evaluate({ cache, key, run }: Question): ValueSet {
    const outer = this.#dependsOn;
    this.#dependsOn = Number.POSITIVE_INFINITY;
    this.#depth += 1;
    const depth = this.#depth;
    cache.set(key, openAt(depth));
    const result = run();
    this.#depth -= 1;
    cache.set(key, result);
    if (this.#dependsOn < depth) this.#keepProvisionally(cache, key, depth);
    else this.#settle(depth);
    this.#dependsOn = Math.min(outer, this.#dependsOn < depth ? this.#dependsOn : Number.POSITIVE_INFINITY);
    return result;
  }

  #keepProvisionally(cache: Cache, key: never, depth: number): void {
    const tries = levelOf(this.#tries, cache);
    const times = (tries.get(key) ?? 0) + (this.#deferred.length > 0 ? 0 : 1);
    tries.set(key, times);
    const held = this.#provisional.get(depth) ?? [];
    this.#provisional.delete(depth);
    if (times <= MAX_TRIES) held.push({ cache, key });
    const later = this.#provisional.get(this.#dependsOn);
    if (later === undefined) this.#provisional.set(this.#dependsOn, held);
    else for (const one of held) later.push(one);
  }

  // What stood only until this was known may be asked anew.
  #settle(depth: number): void {
    const held = this.#provisional.get(depth);
    if (held === undefined) return;
    this.#provisional.delete(depth);
    for (const { cache, key } of held) cache.delete(key);
  }
}

const OPEN: ValueSet[] = [];

/** What stands in a cache for an evaluation that is still open, by its depth. */
function openAt(depth: number): ValueSet {
  return (OPEN[depth] ??= { id: -depth, values: [] });
}

function levelOf(map: Map<Cache, Map<unknown, number>>, cache: Cache): Map<unknown, number> {
  let level = map.get(cache);
  if (level === undefined) map.set(cache, (level = new Map()));
  return level;
}
