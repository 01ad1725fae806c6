import type { Value, ValueSet } from './values.js';

/** More alternatives than this are not told apart. */
const MAX_WIDTH = 64;
/** Longer texts, or in more pieces, are not put together. */
const MAX_TEXT = 100_000;
const MAX_PIECES = 1000;

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** Makes values and sets unique, so that equality is identity and contexts have short keys. */
export class ValueTable {
  readonly #values = new Map<string, Value>();
  readonly #sets = new Map<string, ValueSet>();
  /** Sets of one value, by its id. */
  readonly #singles: ValueSet[] = [];
  readonly #literals = new Map<string | number | boolean | null, ValueSet>();
  #setCount = 1;
  #valueCount = 0;
  readonly empty: ValueSet = { id: 0, values: [] };
  readonly undefined: ValueSet;
  /** `undefined` for certain: what a call does not pass, what an object literal does not have. The other one may stand for what nobody in sight says. */
  readonly absent: ValueSet;
  /** Stands for arguments that nothing in sight uses. */
  readonly unused: ValueSet;

  constructor() {
    this.undefined = this.only(this.intern('undefined', { is: 'undefined' }));
    this.absent = this.only(this.made({ is: 'undefined' }));
    this.unused = this.unknown('nothing uses it');
  }

  /** The value with this key, made from `parts` the first time. The key must determine the parts. */
  intern<T extends Value>(key: string, parts: WithoutId<T>): T {
    const known = this.#values.get(key);
    if (known !== undefined) return known as T;
    const value = this.made(parts);
    this.#values.set(key, value);
    return value;
  }

  /** A value that its maker keeps by other means than a key. */
  made<T extends Value>(parts: WithoutId<T>): T {
    return { id: (this.#valueCount += 1), ...parts } as unknown as T;
  }

  /** The value of a key if it was ever made. */
  known(key: string): Value | undefined {
    return this.#values.get(key);
  }

  only(value: Value): ValueSet {
    return (this.#singles[value.id] ??= this.#made([value]));
  }

  literal(value: string | number | boolean | null): ValueSet {
    let known = this.#literals.get(value);
    if (known === undefined) this.#literals.set(value, (known = this.only(this.intern(`l${typeof value}:${String(value)}`, { is: 'literal', value }))));
    return known;
  }

  unknown(why: string): ValueSet {
    return this.only(this.intern(`u${why}`, { is: 'unknown', why }));
  }

  text(parts: readonly (string | null)[]): ValueSet {
    if (parts.length > MAX_PIECES || parts.reduce((length, part) => length + (part?.length ?? 0), 0) > MAX_TEXT) return this.unknown('a text too long to be put together');
    const joined: (string | null)[] = [];
    for (const part of parts) {
      const last = joined[joined.length - 1];
      if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
      else if (part !== null || last !== null || joined.length === 0) joined.push(part);
    }
    if (joined.every((part): part is string => part !== null)) return this.literal(joined.join(''));
    return this.only(this.intern(`t${JSON.stringify(joined)}`, { is: 'text', parts: joined }));
  }

  union(sets: readonly ValueSet[]): ValueSet {
    const first = sets[0];
    if (first === undefined) return this.empty;
    if (sets.every((set) => set === first || set.values.length === 0)) {
      return first.values.length > 0 ? first : (sets.find((set) => set.values.length > 0) ?? this.empty);
    }
    const seen = new Set<Value>();
    for (const set of sets) for (const value of set.values) seen.add(value);
    return this.of([...seen]);
  }

  of(values: readonly Value[]): ValueSet {
    if (values.length <= 1) return values[0] === undefined ? this.empty : this.only(values[0]);
    const sorted = [...new Set(values)].sort((a, b) => a.id - b.id);
    if (sorted.length === 1) return this.only(sorted[0] as Value);
    if (sorted.length <= MAX_WIDTH) return this.#intern(sorted);
    const widened = this.unknown('more alternatives than are told apart').values;
    return this.#intern([...sorted.slice(0, MAX_WIDTH), ...widened].sort((a, b) => a.id - b.id));
  }

  #intern(sorted: readonly Value[]): ValueSet {
    const key = sorted.map((value) => value.id).join(',');
    let known = this.#sets.get(key);
    if (known === undefined) this.#sets.set(key, (known = this.#made(sorted)));
    return known;
  }

  #made(values: readonly Value[]): ValueSet {
    const set = { id: this.#setCount, values };
    this.#setCount += 1;
    return set;
  }
}
