import type {
  BlockingRow, BudgetRow, CallbackRow, CloserRow, EntryPointRow, InjectionRow, Library, OperationRow, ResourceRow, SignalRow, ValueRow, WrapperRow,
} from '#catalog/schema.js';

/** Everything the catalog says about one access path. */
export interface LibraryRows {
  readonly library: Library;
  readonly callbacks: readonly CallbackRow[];
  readonly values: readonly ValueRow[];
  readonly entryPoints: readonly EntryPointRow[];
  readonly resources: readonly ResourceRow[];
  readonly operations: readonly OperationRow[];
  readonly wrappers: readonly WrapperRow[];
  readonly blocking: readonly BlockingRow[];
  readonly budgets: readonly BudgetRow[];
  readonly closers: readonly CloserRow[];
  readonly signals: readonly SignalRow[];
}

/** A place named by module and path, after aliases are followed. */
export interface AccessPath {
  readonly module: string;
  readonly path: string;
}

type RowKind = Exclude<keyof LibraryRows, 'library'>;
type AnyRow = LibraryRows[RowKind][number];

interface CompiledRow {
  readonly kind: RowKind;
  readonly row: AnyRow;
  readonly pattern: RegExp;
}

interface CompiledLibrary {
  readonly library: Library;
  readonly exact: Map<string, { kind: RowKind; row: AnyRow }[]>;
  readonly patterns: readonly CompiledRow[];
  readonly same: readonly { readonly matches: RegExp; readonly path: string; readonly is: string }[];
  readonly rows: Map<string, LibraryRows | undefined>;
  /** First names of the paths that rows and aliases speak of. */
  readonly firsts: ReadonlySet<string>;
  readonly anyFirst: boolean;
}

const ROW_KINDS: readonly RowKind[] = [
  'callbacks', 'values', 'entryPoints', 'resources', 'operations', 'wrappers', 'blocking', 'budgets', 'closers', 'signals',
];
const MAX_ALIAS_STEPS = 8;

/** The catalog, ready to be asked what an access path is. */
export class LibraryIndex {
  readonly #exact = new Map<string, CompiledLibrary>();
  readonly #families: { readonly prefix: string; readonly library: CompiledLibrary }[] = [];
  readonly #canonical = new Map<string, AccessPath>();
  readonly injections: readonly { readonly library: Library; readonly row: InjectionRow }[];
  readonly libraries: readonly Library[];
  readonly #creations = new Map<Library, readonly RegExp[]>();
  readonly #modules = new Map<object, string>();
  readonly #generated: readonly { readonly ending: string; readonly library: Library }[];

  constructor(libraries: readonly Library[]) {
    this.libraries = libraries;
    for (const library of libraries) {
      const compiled = compile(library);
      for (const row of library.entryPoints ?? []) this.#modules.set(row, library.package);
      for (const name of [library.package, ...(library.modules ?? [])]) {
        if (name.endsWith('*')) this.#families.push({ prefix: name.slice(0, -1), library: compiled });
        else this.#exact.set(name, compiled);
      }
    }
    this.#generated = libraries.flatMap((library) => (library.generated ?? []).map((ending) => ({ ending, library })));
    this.injections = libraries.flatMap((library) => (library.injection === undefined ? [] : [{ library, row: library.injection }]));
  }

  /** Follows aliases: `create()` of axios is axios. */
  canonical(module: string, path: string): AccessPath {
    const key = `${module}|${path}`;
    const known = this.#canonical.get(key);
    if (known !== undefined) return known;
    let current: AccessPath = { module, path };
    for (let step = 0; step < MAX_ALIAS_STEPS; step += 1) {
      const next = this.#alias(current);
      if (next === undefined) break;
      current = next;
    }
    this.#canonical.set(key, current);
    return current;
  }

  /** What the catalog says of a path, undefined when it says nothing. */
  rows(module: string, path: string): LibraryRows | undefined {
    const library = this.#library(module);
    if (library === undefined) return undefined;
    if (library.rows.has(path)) return library.rows.get(path);
    const found = collectRows(library, path);
    library.rows.set(path, found);
    return found;
  }

  /** The access path of values of an exported type. */
  typePath(module: string, name: string): AccessPath {
    const declared = this.#declaredType(module, name);
    return this.canonical(...splitPath(declared ?? `${name}()`, module));
  }

  /** Does the catalog say what values of an exported type are? */
  knowsType(module: string, name: string): boolean {
    return this.#declaredType(module, name) !== undefined;
  }

  // Own members only: a program may well name a type `constructor`.
  #declaredType(module: string, name: string): string | undefined {
    const types = this.#library(module)?.library.types;
    return types !== undefined && Object.hasOwn(types, name) ? types[name] : undefined;
  }

  /** Does this path give everything that a container has by name? */
  isCradle(module: string, path: string): boolean {
    return this.#library(module)?.library.injection?.cradles?.includes(path) === true;
  }

  /** Could the catalog say something of a path or of what is reached from it? */
  knows(module: string, path: string): boolean {
    const library = this.#library(module);
    if (library === undefined) return false;
    const first = firstName(path);
    return library.anyFirst || library.firsts.has(first);
  }

  /** Does some row read an option in the call that made a value of this path? */
  isCreation(module: string, path: string): boolean {
    if (!path.endsWith('()')) return false;
    const library = this.#library(module)?.library;
    if (library === undefined) return false;
    let known = this.#creations.get(library);
    if (known === undefined) this.#creations.set(library, (known = creationsIn(library)));
    return known.some((pattern) => pattern.test(path));
  }

  /** The catalog's entry for a module, undefined when there is none. */
  library(module: string): Library | undefined {
    return this.#library(module)?.library;
  }

  /** The library whose generated code a specifier or path leads to, undefined when it leads to none. */
  generated(specifier: string): Library | undefined {
    const bare = specifier.replace(/(?:\/index)?\.[cm]?[jt]sx?$|\/index$/, '');
    return this.#generated.find(({ ending }) => bare.endsWith(`/${ending}`))?.library;
  }

  /** The package whose catalog file an entry point row stands in. */
  moduleOf(row: object): string | undefined {
    return this.#modules.get(row);
  }

  #library(module: string): CompiledLibrary | undefined {
    return this.#exact.get(module) ?? this.#families.find(({ prefix }) => module.startsWith(prefix))?.library;
  }

  #alias({ module, path }: AccessPath): AccessPath | undefined {
    const library = this.#library(module);
    if (library === undefined) return undefined;
    for (const same of library.same) {
      if (!same.matches.test(path)) continue;
      const rest = path.slice((same.matches.exec(path)?.[0] ?? '').length);
      const [nextModule, nextPath] = splitPath(same.is, module);
      const joined = joinPath(nextPath, rest);
      if (nextModule !== module || joined !== path) return { module: nextModule, path: joined };
    }
    const own = library.library.package;
    return own !== module && !own.endsWith('*') ? { module: own, path } : undefined;
  }
}

// The calls within the paths of operations that have a place such as `creation:0.timeout`.
function creationsIn(library: Library): readonly RegExp[] {
  const found = new Set<string>();
  for (const row of library.operations ?? []) {
    if (!JSON.stringify(row).includes('"creation:')) continue;
    for (let end = row.call.lastIndexOf('().'); end >= 0; end = end === 0 ? -1 : row.call.lastIndexOf('().', end - 1)) found.add(row.call.slice(0, end + 2));
  }
  return [...found].map((path) => pathPattern(path, '$'));
}

/** Splits `module|path` with the module given as the default. */
export function splitPath(text: string, module: string): [string, string] {
  const bar = text.indexOf('|');
  return bar < 0 ? [module, text] : [text.slice(0, bar), text.slice(bar + 1)];
}

function joinPath(path: string, rest: string): string {
  return path === '' && rest.startsWith('.') ? rest.slice(1) : path + rest;
}

function compile(library: Library): CompiledLibrary {
  const exact = new Map<string, { kind: RowKind; row: AnyRow }[]>();
  const patterns: CompiledRow[] = [];
  for (const kind of ROW_KINDS) {
    for (const row of library[kind] ?? []) {
      for (const path of pathsOf(row)) {
        if (path.includes('*')) patterns.push({ kind, row, pattern: pathPattern(path, '$') });
        else exact.set(path, [...(exact.get(path) ?? []), { kind, row }]);
      }
    }
  }
  // An alias applies to the whole path and to everything reached from it, but never within a name.
  const same = (library.same ?? []).map(({ path, is }) => ({ matches: pathPattern(path, path === '' ? '$' : '(?=$|[.(])'), path, is }));
  const paths = [...exact.keys(), ...ROW_KINDS.flatMap((kind) => (library[kind] ?? []).flatMap((row) => pathsOf(row))), ...(library.same ?? []).map((alias) => alias.path)];
  const firsts = new Set(paths.map(firstName));
  return { library, exact, patterns, same, rows: new Map(), firsts, anyFirst: [...firsts].some((first) => first.includes('*')) };
}

function firstName(path: string): string {
  const end = path.search(/[.(]/);
  return end < 0 ? path : path.slice(0, end);
}

function pathsOf(row: AnyRow): readonly string[] {
  if ('calls' in row) return row.calls;
  if ('create' in row) return [row.create];
  if ('call' in row && row.call !== undefined) return [row.call];
  if ('decorator' in row && row.decorator !== undefined) return [row.decorator];
  return [];
}

function pathPattern(path: string, end: string): RegExp {
  const source = path
    .split('**')
    .map((part) => part.split('*').map((text) => text.replace(/[.()|[\]\\^$+?{}]/g, '\\$&')).join('[^.()]+'))
    .join('.+?');
  return new RegExp(`^${source}${end}`);
}

function collectRows(library: CompiledLibrary, path: string): LibraryRows | undefined {
  const found = [...(library.exact.get(path) ?? [])];
  for (const { kind, row, pattern } of library.patterns) if (pattern.test(path)) found.push({ kind, row });
  if (found.length === 0) return undefined;
  const rows: Record<string, unknown> = { library: library.library };
  for (const kind of ROW_KINDS) rows[kind] = found.filter((entry) => entry.kind === kind).map((entry) => entry.row);
  return rows as unknown as LibraryRows;
}
