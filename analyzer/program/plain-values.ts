import type { Expression } from '#facts/types.js';
import type { LibraryRows } from './compiled-library.js';
import type { LibraryIndex } from './library-index.js';
import type { ValueTable } from './value-table.js';
import type { CallInstance, Frame, LibraryValue, ListValue, MergedValue, ObjectValue, Value, ValueSet } from './values.js';

/** What is needed to tell what matters of a value. */
export interface PlainValueSource {
  readonly libraries: LibraryIndex;
  readonly table: ValueTable;
  evaluate(expression: Expression, frame: Frame): ValueSet;
  argumentsOf(call: CallInstance): readonly ValueSet[];
  library(module: string, path: string, from: LibraryValue | undefined, call: CallInstance | undefined): LibraryValue;
  merged(of: readonly ValueSet[], without: readonly string[], deep?: true): MergedValue;
  list(positions: readonly ValueSet[] | undefined, elements: ValueSet, keys: readonly ValueSet[] | undefined, origin: ListValue['origin']): ValueSet;
  keyOf(thing: object): number;
  /** Runs something; false when it met what is still being evaluated, so that its answer is not the last one. */
  isSettled(run: () => void): boolean;
}

/** The reason of values that a request brings. */
export const REQUEST = 'what a request brings';
/** The reason of what a handler answers through: its response, `next`. */
export const ANSWER = 'what a request is answered with';
const ELSEWHERE = 'its caller does not know it';
const KEPT: ReadonlySet<string> = new Set([REQUEST, ANSWER, ELSEWHERE]);

/** Objects with more properties are told apart by where they were made. */
const MAX_PROPERTIES = 40;

/**
 * Takes from values what tells them apart without mattering to anyone: in which of many activations an object with the same content was made,
 * which of many equal calls gave a library's value, how deep in some data it lies, and why a caller does not know it.
 */
export class PlainValues {
  readonly #source: PlainValueSource;
  readonly #sets = new Map<ValueSet, ValueSet>();
  readonly #known = new Map<Value, Value>();
  /** The first value met of those that are alike. */
  readonly #first = new Map<string, Value>();
  readonly #calls = new Map<string, CallInstance>();
  readonly #elsewhere: Value;

  constructor(source: PlainValueSource) {
    this.#source = source;
    this.#elsewhere = source.table.unknown(ELSEWHERE).values[0] as Value;
  }

  /** The set without those differences. */
  of(set: ValueSet): ValueSet {
    const known = this.#sets.get(set);
    if (known !== undefined) return known;
    let plain = set;
    const isSettled = this.#source.isSettled(() => {
      const values = set.values.map((value) => this.#value(value));
      if (values.some((value, position) => value !== set.values[position])) plain = this.#source.table.of(values);
    });
    if (isSettled) this.#sets.set(set, plain);
    return plain;
  }

  #value(value: Value): Value {
    switch (value.is) {
      case 'unknown': return KEPT.has(value.why) ? value : this.#elsewhere;
      case 'library': case 'object': case 'merged': case 'list': break;
      default: return value;
    }
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    this.#known.set(value, value);
    let plain: Value = value;
    const isSettled = this.#source.isSettled(() => {
      plain = this.#find(value);
    });
    if (isSettled) this.#known.set(value, plain);
    else this.#known.delete(value);
    return plain;
  }

  #find(value: LibraryValue | ObjectValue | MergedValue | ListValue): Value {
    switch (value.is) {
      case 'library': return this.#library(value);
      case 'object': return this.#object(value);
      case 'merged': return this.#source.merged(value.of.map((set) => this.of(set)), value.without, value.deep);
      case 'list': return this.#list(value);
    }
  }

  #object(value: ObjectValue): Value {
    const { expression, frame } = value;
    if (expression.properties.length > MAX_PROPERTIES) return value;
    const ids = expression.properties.map((property) => {
      const key = property.is === 'computed' ? `${this.of(this.#source.evaluate(property.key, frame)).id}=` : '';
      return key + String(this.of(this.#source.evaluate(property.value, frame)).id);
    });
    return this.#firstOf(`o${this.#source.keyOf(expression)}:${ids.join(',')}`, value);
  }

  #list({ positions, elements, keys, origin }: ListValue): Value {
    const plain = [positions?.map((set) => this.of(set)), this.of(elements), keys?.map((set) => this.of(set))] as const;
    if (origin === undefined) return this.#source.list(...plain, undefined).values[0] as Value;
    const ids = `${plain[0]?.map(({ id }) => id).join(',') ?? '*'}:${plain[1].id}:${plain[2]?.map(({ id }) => id).join(',') ?? ''}`;
    return this.#firstOf(`k${this.#source.keyOf(origin.expression)}:${ids}`, this.#source.list(...plain, origin).values[0] as Value);
  }

  #firstOf(key: string, value: Value): Value {
    const first = this.#first.get(key);
    if (first !== undefined) return first;
    this.#first.set(key, value);
    return value;
  }

  #library(value: LibraryValue): LibraryValue {
    if (value.call === undefined && value.from === undefined) return value;
    const { libraries } = this.#source;
    const root = this.#rootOf(value);
    if (root === value) return this.#likeOthers(value);
    const path = libraries.knows(value.module, value.path) ? value.path : head(value.path);
    const end = isGivenBy(root, value) ? libraries.endOfKnown(value.module, value.path) : undefined;
    // Rows and answers: whose they are matters to nobody once nothing can be done with them.
    if (end !== undefined) return this.#source.library(value.module, value.path.slice(0, end), undefined, undefined);
    return this.#source.library(value.module, path, root === undefined ? undefined : this.#likeOthers(root), undefined);
  }

  /** Equal calls give equal values, whichever activation makes them; but two pools are two pools. */
  #likeOthers(value: LibraryValue): LibraryValue {
    const { module, path, call } = value;
    const from = value.from === undefined ? undefined : this.#likeOthers(value.from);
    if (call !== undefined && (this.#isOpened(value.from) || this.#lives(value) || this.#isClosedThrough(value.from))) return value;
    if (call === undefined) return from === value.from ? value : this.#source.library(module, path, from, undefined);
    const runs = value.from !== undefined && (this.#source.libraries.rows(value.from.module, value.from.path)?.callbacks.length ?? 0) > 0;
    // What is passed to a callback, `transaction((tx) => …)`, is the same whatever the callback does with it.
    const given = this.#source.argumentsOf(call).map((set) => (runs && set.values.every(isFunction) ? '' : this.of(set).id));
    const key = `${module}|${path}:${from?.id ?? ''}:${this.#source.keyOf(call.expression)}:${given.join(',')}`;
    const first = this.#calls.get(key) ?? call;
    this.#calls.set(key, first);
    return this.#source.library(module, path, from, first);
  }

  /** The nearest value that matters by itself, from this one outwards. */
  #rootOf(value: LibraryValue): LibraryValue | undefined {
    const { libraries } = this.#source;
    for (let current: LibraryValue | undefined = value; current !== undefined; current = current.from) {
      const { call, from } = current;
      if (call === undefined) {
        if (from === undefined) return current === value ? undefined : current;
        continue;
      }
      const rows = from === undefined ? undefined : libraries.rows(from.module, from.path);
      if ((rows !== undefined && matters(rows)) || this.#lives(current) || this.#isClosedThrough(from)) return current;
      if (libraries.isCreation(current.module, current.path)) return current;
      if (current === value && rows === undefined && !givesHolder(current) && this.#source.argumentsOf(call).some((set) => set.values.some(isBehaviour))) return current;
    }
    return undefined;
  }

  #isOpened(callee: LibraryValue | undefined): boolean {
    const rows = callee === undefined ? undefined : this.#source.libraries.rows(callee.module, callee.path);
    return rows !== undefined && (rows.resources.length > 0 || rows.entryPoints.length > 0);
  }

  // `app.listen()` gives a server, although no row speaks of the call itself.
  #lives(value: LibraryValue): boolean {
    const { module, path } = value;
    if (!path.endsWith('()') || givesHolder(value)) return false;
    return this.#source.libraries.rows(module, path.slice(0, -2))?.resources.some((row) => row.is !== 'app' && row.is !== 'router') === true;
  }

  // What shutdown is arranged with: `createHttpTerminator({ server })`.
  #isClosedThrough(callee: LibraryValue | undefined): boolean {
    if (callee === undefined) return false;
    return this.#source.libraries.library(callee.module)?.closers?.some((row) => row.call.startsWith(`${callee.path}()`)) === true;
  }
}

// A chained call that gives its holder again makes nothing: `query.where(…)`, the rows of a query after `map`.
function givesHolder({ module, path, from }: LibraryValue): boolean {
  return from?.from?.path === path && from.from.module === module;
}

// What a call on something that was made gave, or lies in that.
function isGivenBy(root: LibraryValue | undefined, { module, path }: LibraryValue): boolean {
  return root?.call !== undefined && root.module === module && path.startsWith(root.path) && path.includes('()', root.path.length);
}

function matters(rows: LibraryRows): boolean {
  return rows.resources.length > 0 || rows.wrappers.length > 0 || rows.values.length > 0 || rows.entryPoints.length > 0;
}

function isFunction(value: Value): boolean {
  return value.is === 'function' || value.is === 'bound';
}

function isBehaviour(value: Value): boolean {
  return isFunction(value) || value.is === 'instance' || value.is === 'class';
}

/** The first link of a path: `Request()` of `Request().body.id`. */
function head(path: string): string {
  const end = path.search(/[.(]/);
  if (end < 0) return path;
  return path.startsWith('()', end) ? path.slice(0, end + 2) : path.slice(0, end);
}
