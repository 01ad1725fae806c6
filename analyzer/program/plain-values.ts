import type { LibraryRows } from './compiled-library.js';
import type { LibraryIndex } from './library-index.js';
import type { ValueTable } from './value-table.js';
import type { CallInstance, LibraryValue, ListValue, MergedValue, Value, ValueSet } from './values.js';

/** What is needed to tell what matters of a value. */
export interface PlainValueSource {
  readonly libraries: LibraryIndex;
  readonly table: ValueTable;
  argumentsOf(call: CallInstance): readonly ValueSet[];
  library(module: string, path: string, from: LibraryValue | undefined, call: CallInstance | undefined): LibraryValue;
  keyOf(thing: object): number;
  /** Runs something; false when it met what is still being evaluated, so that its answer is not the last one. */
  isSettled(run: () => void): boolean;
}

/** The reason of values that a request brings. */
export const REQUEST = 'what a request brings';
/** The reason of what a handler answers through: its response, `next`. */
export const ANSWER = 'what a request is answered with';
/** The reason of the callback by which a function that takes one settles the promise it was made to give. */
export const SETTLES = 'what settles a promise';
const ELSEWHERE = 'its caller does not know it';
const KEPT: ReadonlySet<string> = new Set([REQUEST, ANSWER, SETTLES, ELSEWHERE]);

/**
 * Takes from values what tells them apart without mattering to anyone: in which of many activations a list with the same content was made,
 * which of many equal calls gave a library's value, how deep in some data it lies, and why a caller does not know it. Objects keep their
 * activation: reading all their properties ahead of time runs into cycles that reading one of them does not.
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
      case 'library': case 'merged': case 'list': break;
      default: return value;
    }
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    this.#known.set(value, value);
    let plain: Value = value;
    const isSettled = this.#source.isSettled(() => {
      plain = value.is === 'library' ? this.#library(value) : this.#withKey(value);
    });
    if (isSettled) this.#known.set(value, plain);
    else this.#known.delete(value);
    return isSettled ? plain : value;
  }

  /** The first value met with this one's content; itself while that is not known for good. */
  #withKey(value: MergedValue | ListValue): Value {
    let key: string | undefined;
    const isSettled = this.#source.isSettled(() => {
      key = this.#keyOf(value);
    });
    if (key === undefined || !isSettled) return value;
    const first = this.#first.get(key) ?? value;
    this.#first.set(key, first);
    return first;
  }

  #keyOf(value: MergedValue | ListValue): string | undefined {
    const idOf = (set: ValueSet): number => this.of(set).id;
    switch (value.is) {
      case 'merged': return `g${value.of.map(idOf).join(',')}-${value.without.join(',')}${value.deep === true ? '!' : ''}`;
      case 'list': {
        const { positions, elements, keys, origin } = value;
        // What starts empty is filled by the activation that made it.
        if (origin !== undefined && positions === undefined) return undefined;
        return `k${origin === undefined ? '' : this.#source.keyOf(origin.expression)}:${[positions, [elements], keys].map((sets) => sets?.map(idOf).join(',') ?? '*').join(':')}`;
      }
    }
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
    let given = '';
    const isSettled = this.#source.isSettled(() => {
      given = this.#source.argumentsOf(call).map((set) => (runs && set.values.every(isFunction) ? '' : this.of(set).id)).join(',');
    });
    if (!isSettled) return value;
    const key = `${module}|${path}:${from?.id ?? ''}:${this.#source.keyOf(call.expression)}:${given}`;
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
    // A controller is aborted by a timer of its activation.
    return rows !== undefined && (rows.resources.length > 0 || rows.entryPoints.length > 0 || rows.values.some(({ gives, from }) => gives === 'signal' && from === undefined));
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
