import type { Expression } from '#facts/types.js';
import type { LibraryIndex, LibraryRows } from './library-index.js';
import type { CallInstance, Frame, LibraryValue, Value, ValueSet } from './values.js';

/** What is needed to tell a library's things from the data that it gives. */
export interface PlainValueSource {
  readonly libraries: LibraryIndex;
  evaluate(expression: Expression, frame: Frame): ValueSet;
  argumentsOf(call: CallInstance): readonly ValueSet[];
  library(module: string, path: string, from: LibraryValue | undefined, call: CallInstance | undefined): LibraryValue;
}

/**
 * Takes from a library's value what tells it apart from others of its kind without mattering to anyone: which of many calls gave it, and how
 * deep in some data it lies. What was created, wrapped or registered keeps its call.
 */
export class PlainValues {
  readonly #source: PlainValueSource;
  readonly #known = new Map<LibraryValue, LibraryValue>();

  constructor(source: PlainValueSource) {
    this.#source = source;
  }

  of(value: LibraryValue): LibraryValue {
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    this.#known.set(value, value);
    const plain = this.#find(value);
    this.#known.set(value, plain);
    return plain;
  }

  #find(value: LibraryValue): LibraryValue {
    if (value.call === undefined && value.from === undefined) return value;
    const root = this.#rootOf(value);
    if (root === value) return value;
    const path = this.#source.libraries.knows(value.module, value.path) ? value.path : head(value.path);
    return this.#source.library(value.module, path, root, undefined);
  }

  /** The nearest value that matters by itself, from this one outwards. */
  #rootOf(value: LibraryValue): LibraryValue | undefined {
    for (let current: LibraryValue | undefined = value; current !== undefined; current = current.from) {
      const { call, from } = current;
      if (call === undefined) {
        if (from === undefined) return current === value ? undefined : current;
        continue;
      }
      const rows = from === undefined ? undefined : this.#source.libraries.rows(from.module, from.path);
      if ((rows !== undefined && matters(rows)) || this.#lives(current) || this.#isClosedThrough(from)) return current;
      if (this.#source.libraries.isCreation(current.module, current.path)) return current;
      if (current === value && this.#source.argumentsOf(call).some((set) => set.values.some(isBehaviour))) return current;
    }
    return undefined;
  }

  // `app.listen()` gives a server, although no row speaks of the call itself. A chained call that gives its holder again makes nothing.
  #lives({ module, path, from }: LibraryValue): boolean {
    if (!path.endsWith('()') || (from?.from?.path === path && from.from.module === module)) return false;
    return this.#source.libraries.rows(module, path.slice(0, -2))?.resources.some((row) => row.is !== 'app' && row.is !== 'router') === true;
  }

  // What shutdown is arranged with: `createHttpTerminator({ server })`.
  #isClosedThrough(callee: LibraryValue | undefined): boolean {
    if (callee === undefined) return false;
    return this.#source.libraries.library(callee.module)?.closers?.some((row) => row.call.startsWith(`${callee.path}()`)) === true;
  }
}

function matters(rows: LibraryRows): boolean {
  return rows.resources.length > 0 || rows.wrappers.length > 0 || rows.values.length > 0 || rows.entryPoints.length > 0;
}

function isBehaviour(value: Value): boolean {
  return value.is === 'function' || value.is === 'bound' || value.is === 'instance' || value.is === 'class';
}

/** The first link of a path: `Request()` of `Request().body.id`. */
function head(path: string): string {
  const end = path.search(/[.(]/);
  if (end < 0) return path;
  return path.startsWith('()', end) ? path.slice(0, end + 2) : path.slice(0, end);
}
