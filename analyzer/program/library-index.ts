import type { InjectionRow, Library, WordRow } from '#catalog/schema.js';
import { collectRows, compile, creationsIn, firstName, LINK, prefixesOf } from './compiled-library.js';
import type { CompiledLibrary, LibraryRows } from './compiled-library.js';

/** A place named by module and path, after aliases are followed. */
export interface AccessPath {
  readonly module: string;
  readonly path: string;
}

const MAX_ALIAS_STEPS = 8;

/** The catalog, ready to be asked what an access path is. */
export class LibraryIndex {
  readonly #exact = new Map<string, CompiledLibrary>();
  readonly #families: { readonly prefix: string; readonly library: CompiledLibrary }[] = [];
  readonly #canonical = new Map<string, Map<string, AccessPath>>();
  readonly #found = new Map<string, CompiledLibrary | undefined>();
  readonly injections: readonly { readonly library: Library; readonly row: InjectionRow }[];
  readonly libraries: readonly Library[];
  /** Modules that plugins are registered by which load folders. */
  readonly loaders: ReadonlySet<string>;
  readonly #words = new Map<WordRow['is'], ReadonlySet<string>>();
  readonly #creations = new Map<Library, readonly RegExp[]>();
  readonly #modules = new Map<object, string>();
  readonly #requestMembers = new Map<string, { readonly library: Library; readonly path: AccessPath }[]>();
  readonly #describesFiles: boolean;
  readonly #generated: readonly { readonly ending: string; readonly library: Library }[];

  constructor(libraries: readonly Library[]) {
    this.libraries = libraries;
    for (const library of libraries) {
      const compiled = compile(library);
      for (const row of [...(library.entryPoints ?? []), ...(library.callbacks ?? [])]) this.#modules.set(row, library.package);
      for (const name of [library.package, ...(library.modules ?? [])]) {
        if (name.endsWith('*')) this.#families.push({ prefix: name.slice(0, -1), library: compiled });
        else this.#exact.set(name, compiled);
      }
    }
    this.#describesFiles = libraries.some((library) => library.package.startsWith('./'));
    this.#generated = libraries.flatMap((library) => (library.generated ?? []).map((ending) => ({ ending, library })));
    this.loaders = new Set(libraries.flatMap((library) => (library.loads ?? []).map(({ registeredBy }) => splitPath(registeredBy, library.package)[0])));
    this.injections = libraries.flatMap((library) => (library.injection === undefined ? [] : [{ library, row: library.injection }]));
    for (const library of libraries) {
      for (const [name, path] of Object.entries(library.requestMembers ?? {})) this.#requestMembers.set(name, [...this.requestMembers(name), { library, path: this.pathOf(path, library.package) }]);
    }
  }

  /** Follows aliases: `create()` of axios is axios. */
  canonical(module: string, path: string): AccessPath {
    let ofModule = this.#canonical.get(module);
    if (ofModule === undefined) this.#canonical.set(module, (ofModule = new Map()));
    const known = ofModule.get(path);
    if (known !== undefined) return known;
    let current: AccessPath = { module, path };
    for (let step = 0; step < MAX_ALIAS_STEPS; step += 1) {
      const next = this.#alias(current);
      if (next === undefined) break;
      current = next;
    }
    ofModule.set(path, current);
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

  /** The names of one meaning that any library gives. */
  words(is: WordRow['is']): ReadonlySet<string> {
    let known = this.#words.get(is);
    if (known === undefined) this.#words.set(is, (known = new Set(this.libraries.flatMap(({ words = [] }) => words.flatMap((row) => (row.is === is ? row.names : []))))));
    return known;
  }

  /** What people call the library of a module: its name, else its package; the module where it is of no library, or of a family without a name. */
  nameOf(module: string): string {
    const library = this.#library(module)?.library;
    return library?.name ?? (library === undefined || library.package.endsWith('*') ? module : library.package);
  }

  /** The path that a row's text names, in the row's own module where it names none. */
  pathOf(text: string, module: string): AccessPath {
    return this.canonical(...splitPath(text, module));
  }

  /** Does a value stand at the path that a row's text names? */
  isAt(value: AccessPath, text: string, module: string): boolean {
    const wanted = this.pathOf(text, module);
    return value.module === wanted.module && value.path === wanted.path;
  }

  /** What libraries put on every request under a name, whether the program uses them or not. */
  requestMembers(name: string): readonly { readonly library: Library; readonly path: AccessPath }[] {
    return this.#requestMembers.get(name) ?? [];
  }

  /** The library that an entry point's framework is. */
  ofFramework(framework: string | undefined): Library | undefined {
    return this.libraries.find(({ name, package: own }) => (name ?? own) === framework);
  }

  /** The access path of values of an exported type. */
  typePath(module: string, name: string): AccessPath {
    const declared = this.#declaredType(module, name);
    return this.pathOf(declared ?? `${name}()`, module);
  }

  /** Does the catalog say what values of an exported type are? */
  knowsType(module: string, name: string): boolean {
    return this.#declaredType(module, name) !== undefined;
  }

  /** Do values of an exported type come from calling what it is the type of: `ConfigType<typeof settings>`? */
  isTypeOfResult(module: string, name: string): boolean {
    return this.#library(module)?.library.resultTypes?.includes(name) === true;
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

  /** Where a path leaves what the catalog speaks of, undefined when it does not: something can still be done with its value. */
  endOfKnown(module: string, path: string): number | undefined {
    const library = this.#library(module);
    if (library === undefined) return 0;
    const known = library.ends.get(path);
    if (known !== undefined) return known < 0 ? undefined : known;
    library.prefixes ??= prefixesOf(library);
    const { prefixes } = library;
    const end = [...path.matchAll(LINK)].map(({ index, 0: link }) => index + link.length).find((to) => !prefixes.some((prefix) => prefix.test(path.slice(0, to))));
    library.ends.set(path, end ?? -1);
    return end;
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

  /** Do rows speak of what a file of the program exports? */
  describes(path: string): boolean {
    return this.#describesFiles && this.#exact.has(`./${path}`);
  }

  /** The package whose catalog file an entry point row stands in. */
  moduleOf(row: object): string | undefined {
    return this.#modules.get(row);
  }

  #library(module: string): CompiledLibrary | undefined {
    let found = this.#found.get(module);
    if (found === undefined && !this.#found.has(module)) {
      found = this.#exact.get(module) ?? this.#families.find(({ prefix }) => module.startsWith(prefix))?.library;
      this.#found.set(module, found);
    }
    return found;
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

/** Splits `module|path` with the module given as the default. */
export function splitPath(text: string, module: string): [string, string] {
  const bar = text.indexOf('|');
  return bar < 0 ? [module, text] : [text.slice(0, bar), text.slice(bar + 1)];
}

function joinPath(path: string, rest: string): string {
  return path === '' && rest.startsWith('.') ? rest.slice(1) : path + rest;
}
