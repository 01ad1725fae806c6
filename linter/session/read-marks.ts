/** Stands among the keys that were read for the list of keys itself: how many there are, which, in which order. */
export const ALL_KEYS = '\0all';

/** Which members of plain objects, arrays, maps and sets were read. */
export interface ReadMarks {
  /** The same as the value, marked as it is read. One value has one such view. */
  viewOf<T>(value: T): T;
  /** Keys of an object's, array's or map's members, and elements of a set that were asked for. */
  readOf(holder: object): Iterable<unknown>;
}

/** What has read one value. */
interface Reader {
  keysRead(): Iterable<unknown>;
}

type ViewOf = ReadMarks['viewOf'];

// Stands for the value of a member that is not there.
const ABSENT = Symbol('absent');

/** Starts with nothing read. The values must not change. */
export function createReadMarks(): ReadMarks {
  const readers = new Map<object, Reader>();
  const views = new WeakMap<object, object>();

  function viewOf<T>(value: T): T {
    if (typeof value !== 'object' || value === null) return value;
    let view = views.get(value);
    if (view === undefined) views.set(value, (view = made(value)));
    return view as T;
  }

  function made(value: object): object {
    if (value instanceof Map) return withReader(value, new ViewOfMap(value, viewOf));
    if (value instanceof Set) return withReader(value, new ViewOfSet(value));
    return new Proxy(value, withReader(value, new PlainReader(viewOf)));
  }

  function withReader<T extends Reader>(value: object, reader: T): T {
    readers.set(value, reader);
    return reader;
  }

  return { viewOf, readOf: (holder) => readers.get(holder)?.keysRead() ?? [] };
}

/** Reads objects and arrays. What was read once is at hand, so that reading it again costs little. */
class PlainReader implements ProxyHandler<object>, Reader {
  readonly #viewOf: ViewOf;
  readonly #read = new Map<string | symbol, unknown>();
  #isWhole = false;

  constructor(viewOf: ViewOf) {
    this.#viewOf = viewOf;
  }

  get(target: object, key: string | symbol): unknown {
    const known = this.#read.get(key);
    if (known === undefined) return this.#first(target, key);
    return known === ABSENT ? undefined : known;
  }

  #first(target: object, key: string | symbol): unknown {
    const value: unknown = Reflect.get(target, key);
    // The methods of arrays read the array themselves.
    if (typeof key === 'symbol' || (typeof value === 'function' && Array.isArray(target))) return value;
    const view = this.#viewOf(value);
    this.#read.set(key, view === undefined ? ABSENT : view);
    return view;
  }

  has(target: object, key: string | symbol): boolean {
    if (!this.#read.has(key)) this.#first(target, key);
    return Reflect.has(target, key);
  }

  ownKeys(target: object): ArrayLike<string | symbol> {
    this.#isWhole = true;
    return Reflect.ownKeys(target);
  }

  getOwnPropertyDescriptor(target: object, key: string | symbol): PropertyDescriptor | undefined {
    const found = Reflect.getOwnPropertyDescriptor(target, key);
    const value = this.get(target, key);
    return found === undefined || found.configurable !== true ? found : { ...found, value };
  }

  set(): boolean {
    return false;
  }

  deleteProperty(): boolean {
    return false;
  }

  defineProperty(): boolean {
    return false;
  }

  keysRead(): Iterable<unknown> {
    return this.#isWhole ? [...this.#read.keys(), ALL_KEYS] : this.#read.keys();
  }
}

/** A map whose own entries are those that were read. */
class ViewOfMap<K, V> extends Map<K, V> implements Reader {
  readonly #of: ReadonlyMap<K, V>;
  readonly #viewOf: ViewOf;
  readonly #absent = new Set<K>();
  #isWhole = false;

  constructor(of: ReadonlyMap<K, V>, viewOf: ViewOf) {
    super();
    this.#of = of;
    this.#viewOf = viewOf;
  }

  override get(key: K): V | undefined {
    const known = super.get(key);
    if (known !== undefined) return known;
    const view = this.#viewOf(this.#of.get(key));
    if (view === undefined) this.#absent.add(key);
    else super.set(key, view);
    return view;
  }

  override has(key: K): boolean {
    void this.get(key);
    return this.#of.has(key);
  }

  override get size(): number {
    this.#isWhole = true;
    return this.#of.size;
  }

  override keys(): MapIterator<K> {
    this.#isWhole = true;
    return this.#of.keys();
  }

  override entries(): MapIterator<[K, V]> {
    return [...this.keys()].map((key): [K, V] => [key, this.get(key) as V]).values();
  }

  override values(): MapIterator<V> {
    return [...this.keys()].map((key) => this.get(key) as V).values();
  }

  override [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  override forEach(visit: (value: V, key: K, map: Map<K, V>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }

  keysRead(): Iterable<unknown> {
    return [...super.keys(), ...this.#absent, ...(this.#isWhole ? [ALL_KEYS] : [])];
  }
}

/** A set whose own elements are those that were asked for. */
class ViewOfSet<T> extends Set<T> implements Reader {
  readonly #of: ReadonlySet<T>;
  #isWhole = false;

  constructor(of: ReadonlySet<T>) {
    super();
    this.#of = of;
  }

  override has(element: T): boolean {
    super.add(element);
    return this.#of.has(element);
  }

  override get size(): number {
    this.#isWhole = true;
    return this.#of.size;
  }

  override values(): SetIterator<T> {
    this.#isWhole = true;
    return this.#of.values();
  }

  override keys(): SetIterator<T> {
    return this.values();
  }

  override entries(): SetIterator<[T, T]> {
    this.#isWhole = true;
    return this.#of.entries();
  }

  override [Symbol.iterator](): SetIterator<T> {
    return this.values();
  }

  override forEach(visit: (element: T, again: T, set: Set<T>) => void): void {
    for (const element of this.values()) visit(element, element, this);
  }

  keysRead(): Iterable<unknown> {
    return [...super.values(), ...(this.#isWhole ? [ALL_KEYS] : [])];
  }
}
