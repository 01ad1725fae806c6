/** Stands among the keys that were read for the list of keys itself: how many there are, which, in which order. */
export const ALL_KEYS = '\0all';

/** Which members of plain objects, arrays, maps and sets were read. */
export interface ReadMarks {
  /** The same as the value, marked as it is read. One value has one such view. */
  viewOf<T>(value: T): T;
  /** Keys of an object's, array's or map's members, and elements of a set that were asked for. */
  readOf(holder: object): Iterable<unknown>;
}

// Names that are read often have a bit of their own; there are many objects.
const BITS = 30;

/** Starts with nothing read. */
export function createReadMarks(): ReadMarks {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const bits = new Map<object, number>();
  const others = new Map<object, Set<unknown>>();
  const views = new WeakMap<object, object>();

  function mark(holder: object, key: unknown): void {
    if (typeof key !== 'string') return markOther(holder, key);
    let number = numbers.get(key);
    if (number === undefined) {
      if (names.length === BITS) return markOther(holder, key);
      numbers.set(key, (number = names.length));
      names.push(key);
    }
    bits.set(holder, (bits.get(holder) ?? 0) | (1 << number));
  }

  function markOther(holder: object, key: unknown): void {
    const known = others.get(holder);
    if (known === undefined) others.set(holder, new Set([key]));
    else known.add(key);
  }

  function viewOf<T>(value: T): T {
    if (typeof value !== 'object' || value === null) return value;
    let view = views.get(value);
    if (view === undefined) views.set(value, (view = made(value)));
    return view as T;
  }

  function made(value: object): object {
    if (value instanceof Map) return new ViewOfMap(value, mark, viewOf);
    return value instanceof Set ? new ViewOfSet(value, mark) : new Proxy(value, handlerFor(mark, viewOf));
  }

  return {
    viewOf,
    readOf(holder) {
      const own = bits.get(holder) ?? 0;
      return [...names.filter((_name, number) => (own & (1 << number)) !== 0), ...(others.get(holder) ?? [])];
    },
  };
}

type Mark = (holder: object, key: unknown) => void;
type ViewOf = ReadMarks['viewOf'];

function handlerFor(mark: Mark, viewOf: ViewOf): ProxyHandler<object> {
  return {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      // The methods of arrays read the array themselves.
      if (typeof key === 'symbol' || (typeof value === 'function' && Array.isArray(target))) return value;
      mark(target, key);
      return viewOf(value);
    },
    has(target, key) {
      mark(target, key);
      return Reflect.has(target, key);
    },
    ownKeys(target) {
      mark(target, ALL_KEYS);
      return Reflect.ownKeys(target);
    },
    getOwnPropertyDescriptor(target, key) {
      const found = Reflect.getOwnPropertyDescriptor(target, key);
      mark(target, key);
      return found === undefined || found.configurable !== true ? found : { ...found, value: viewOf(found.value as unknown) };
    },
    set: () => false,
    deleteProperty: () => false,
    defineProperty: () => false,
  };
}

class ViewOfMap<K, V> extends Map<K, V> {
  readonly #of: ReadonlyMap<K, V>;
  readonly #mark: Mark;
  readonly #viewOf: ViewOf;

  constructor(of: ReadonlyMap<K, V>, mark: Mark, viewOf: ViewOf) {
    super();
    this.#of = of;
    this.#mark = mark;
    this.#viewOf = viewOf;
  }

  override get(key: K): V | undefined {
    this.#mark(this.#of, key);
    return this.#viewOf(this.#of.get(key));
  }

  override has(key: K): boolean {
    this.#mark(this.#of, key);
    return this.#of.has(key);
  }

  override get size(): number {
    this.#mark(this.#of, ALL_KEYS);
    return this.#of.size;
  }

  override keys(): MapIterator<K> {
    this.#mark(this.#of, ALL_KEYS);
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
}

class ViewOfSet<T> extends Set<T> {
  readonly #of: ReadonlySet<T>;
  readonly #mark: Mark;

  constructor(of: ReadonlySet<T>, mark: Mark) {
    super();
    this.#of = of;
    this.#mark = mark;
  }

  override has(element: T): boolean {
    this.#mark(this.#of, element);
    return this.#of.has(element);
  }

  override get size(): number {
    this.#mark(this.#of, ALL_KEYS);
    return this.#of.size;
  }

  override values(): SetIterator<T> {
    this.#mark(this.#of, ALL_KEYS);
    return this.#of.values();
  }

  override keys(): SetIterator<T> {
    return this.values();
  }

  override entries(): SetIterator<[T, T]> {
    this.#mark(this.#of, ALL_KEYS);
    return this.#of.entries();
  }

  override [Symbol.iterator](): SetIterator<T> {
    return this.values();
  }

  override forEach(visit: (element: T, again: T, set: Set<T>) => void): void {
    for (const element of this.values()) visit(element, element, this);
  }
}
