import { MAX_EVALUATION_DEPTH } from './engine.js';
import type { LimitHits } from './limit-hits.js';
import type { ValueTable } from './value-table.js';
import type { ValueSet } from './values.js';

type Cache = Map<never, ValueSet | undefined>;

/** How often a cycle is evaluated, each time on the ground of what it gave before, until it gives the same again. */
const MAX_ROUNDS = 4;
/** What is nested too deeply to be evaluated in one go is evaluated in so many rounds at least, and in more as long as they take no more evaluations than this. */
const MIN_DEEP_ROUNDS = 3;
const MAX_DEEP_EVALUATIONS = 50_000;
/** The depth that what was nested too deeply depends on: shallower than any evaluation. */
const GROUND = 0;

/** Something to evaluate. */
interface Question {
  readonly cache: Cache;
  readonly key: never;
  readonly run: () => ValueSet;
}

/** Something nested too deeply. */
interface Deferred extends Question {
  /** What was said of it. */
  readonly told: ValueSet;
}

/** What stands in a cache where nothing final is known. */
interface Marker extends ValueSet {
  is: 'open' | 'provisional' | 'stale';
  /** What is known so far. */
  readonly set: ValueSet;
  /** The shallowest open evaluation that this depends on. */
  dependsOn: number;
}

/** A result that depends on an evaluation that is still open; who reads it depends on that too. */
interface Provisional extends Marker, Pick<Question, 'cache' | 'key'> {
  /** Others were told less of it than it gave in the end. */
  readonly isToldLess: boolean;
}

/**
 * Evaluates each thing once, and what goes in a circle until it gives the same again, so that the answer does not depend on where a circle
 * is entered: who asks for something that is being evaluated gets what it gave in the round before, nothing in the first. What was computed on
 * that ground, and on the ground of that, is provisional until the outermost of what it depends on has ended. What is nested too deeply is taken for a
 * part of such a circle and is evaluated by itself once the question that led there has unwound.
 */
export class CycleGuard {
  readonly #table: ValueTable;
  readonly #hits: LimitHits;
  /** Provisional results by the depth of the evaluation they depend on. */
  readonly #provisional = new Map<number, Provisional[]>();
  /** The depths of the open evaluations that somebody asked for. */
  readonly #asked = new Set<number>();
  #deferred: Deferred[] = [];
  #isLastRound = false;
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
    const known = into.get(key);
    if (known !== undefined) {
      if (known.id >= 0) return known;
      const marker = known as Marker;
      if (marker.is !== 'stale') {
        if (marker.is === 'open') this.#asked.add(marker.dependsOn);
        this.#dependsOn = Math.min(this.#dependsOn, marker.dependsOn);
        return marker.set;
      }
    }
    if (this.#depth >= MAX_EVALUATION_DEPTH) return this.#tooDeep({ cache, key: key as never, run });
    if (this.#left <= 0) {
      this.#hits.add('number of evaluations');
      return this.#table.unknown('more is asked than is evaluated');
    }
    this.#left -= 1;
    const question = { cache, key: key as never, run };
    return this.#depth === 0 ? this.#fromGround(question) : this.#evaluate(question);
  }

  #tooDeep(question: Question): ValueSet {
    this.#dependsOn = GROUND;
    const known = knownAt(question);
    if (this.#isLastRound && known === undefined) {
      this.#hits.add('depth of evaluation');
      return this.#table.unknown('it is nested more deeply than is followed');
    }
    const told = known ?? this.#table.empty;
    if (!this.#isLastRound) this.#deferred.push({ ...question, told });
    return told;
  }

  // What was too deep is evaluated after what led to it in the first round and before it in the next.
  #fromGround(asked: Question): ValueSet {
    let open: Question[] = [asked];
    const enough = this.#left - MAX_DEEP_EVALUATIONS;
    const stale: Provisional[] = [];
    for (let round = 1, isSame = false; !isSame; round += 1) {
      this.#isLastRound = round >= MIN_DEEP_ROUNDS && this.#left <= enough;
      const told: Deferred[] = [];
      // The list grows while it is gone through.
      for (const question of open) {
        if (isAnswered(question)) continue;
        this.#evaluate(question);
        for (const one of this.#deferred) {
          told.push(one);
          open.push(one);
        }
        this.#deferred = [];
      }
      const isToldLess = told.some((one) => knownAt(one) !== one.told);
      isSame = this.#endRound(GROUND, stale, !isToldLess, this.#isLastRound);
      open = open.reverse();
    }
    this.#isLastRound = false;
    this.#dependsOn = Number.POSITIVE_INFINITY;
    forget(stale);
    return knownAt(asked) ?? this.#table.empty;
  }

  /** Whether what depended on an evaluation has been told all that it gave; what was not is to be evaluated again. */
  #endRound(depth: number, stale: Provisional[], isTold: boolean, isLast: boolean): boolean {
    const held = this.#provisional.get(depth) ?? [];
    this.#provisional.delete(depth);
    const isSame = isLast || (isTold && !held.some((one) => one.isToldLess));
    for (const one of held) {
      if (isSame) one.cache.set(one.key, one.set);
      else one.is = 'stale';
    }
    if (!isSame) for (const one of held) stale.push(one);
    return isSame;
  }

  #evaluate(question: Question): ValueSet {
    const { cache, key, run } = question;
    const outer = this.#dependsOn;
    const stale: Provisional[] = [];
    this.#depth += 1;
    const depth = this.#depth;
    let result = knownAt(question) ?? this.#table.empty;
    for (let round = 1, isSame = false; !isSame; round += 1) {
      const known = result;
      this.#dependsOn = Number.POSITIVE_INFINITY;
      this.#asked.delete(depth);
      cache.set(key, openAt(depth, known));
      result = run();
      const isToldLess = this.#asked.has(depth) && result !== known;
      if (this.#dependsOn < depth) {
        this.#keepProvisionally({ id: NOT_FINAL, is: 'provisional', values: result.values, cache, key, set: result, dependsOn: this.#dependsOn, isToldLess }, depth);
        break;
      }
      isSame = this.#endRound(depth, stale, !isToldLess, round === MAX_ROUNDS);
      if (isSame) cache.set(key, result);
    }
    forget(stale);
    this.#depth -= 1;
    this.#dependsOn = Math.min(outer, this.#dependsOn < depth ? this.#dependsOn : Number.POSITIVE_INFINITY);
    return result;
  }

  // With what depended on it, which depends now on what it depends on itself.
  #keepProvisionally(result: Provisional, depth: number): void {
    const held = this.#provisional.get(depth) ?? [];
    this.#provisional.delete(depth);
    result.cache.set(result.key, result);
    held.push(result);
    const later = this.#provisional.get(result.dependsOn);
    if (later === undefined) this.#provisional.set(result.dependsOn, held);
    for (const one of held) {
      one.dependsOn = result.dependsOn;
      later?.push(one);
    }
  }
}

const NOT_FINAL = -1;
const OPEN: Marker[] = [];

/** What stands in a cache for an evaluation that is still open, by its depth. */
function openAt(depth: number, set: ValueSet): Marker {
  const open = OPEN[depth];
  if (open?.set === set) return open;
  return (OPEN[depth] = { id: NOT_FINAL, is: 'open', values: set.values, set, dependsOn: depth });
}

/** What is known of something so far. */
function knownAt({ cache, key }: Pick<Question, 'cache' | 'key'>): ValueSet | undefined {
  const known = cache.get(key);
  return known === undefined || known.id >= 0 ? known : (known as Marker).set;
}

function isAnswered({ cache, key }: Question): boolean {
  const known = cache.get(key);
  return known !== undefined && (known.id >= 0 || (known as Marker).is === 'provisional');
}

// What a later round did not ask for again is not known.
function forget(stale: readonly Provisional[]): void {
  for (const { cache, key } of stale) {
    const known = cache.get(key);
    if (known !== undefined && known.id < 0 && (known as Marker).is === 'stale') cache.delete(key);
  }
}
