import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, posix } from 'node:path';
import semver from 'semver';
import ts from 'typescript';
import type { Library } from '#catalog/schema.js';
import { claimsOf, twinsOf, type Claim } from './claims.js';
import { declaredIn } from './declared-names.js';
import { namesIn } from './names-in-files.js';
import type { Ask } from './places.js';
import { DESCRIBED } from './settings-files.js';
import { TypeWalker, type Answer } from './walk-types.js';

/** A claim with what the installed package says of it. */
export interface Checked {
  readonly claim: Claim;
  readonly answer: Answer | { readonly is: 'named'; readonly why: string };
}

const OPTIONS: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, target: ts.ScriptTarget.ES2023, esModuleInterop: true, strict: true, skipLibCheck: true, noEmit: true, types: ['node'],
  lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
};

/** Asks packages installed below a folder; undefined for a library that is not installed there. */
export class TypingsCheck {
  readonly #folder: string;
  readonly #libraries: readonly Library[];
  readonly #files = new Map<string, ts.SourceFile | undefined>();
  readonly #probes = new Map<string, string>();
  readonly #describing = new Map<string, TypeWalker>();
  readonly #host: ts.CompilerHost;

  constructor(folder: string, libraries: readonly Library[]) {
    this.#folder = folder;
    this.#libraries = libraries;
    this.#host = ts.createCompilerHost(OPTIONS);
    const read = this.#host.getSourceFile.bind(this.#host);
    this.#host.getSourceFile = (path, ...rest) => {
      if (this.#probes.has(path)) return ts.createSourceFile(path, this.#probes.get(path) ?? '', ts.ScriptTarget.ES2023, true);
      if (!this.#files.has(path)) this.#files.set(path, read(path, ...rest));
      return this.#files.get(path);
    };
    const exists = this.#host.fileExists.bind(this.#host);
    this.#host.fileExists = (path) => this.#probes.has(path) || exists(path);
    this.#host.getCurrentDirectory = () => folder;
  }

  /** The installed version of a package, or of the first of a family. */
  versionOf(specifier: string): string | undefined {
    const path = join(this.#folderOf(specifier.replace(FAMILY, '$1s3')), 'package.json');
    return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version : undefined;
  }

  check(library: Library): readonly Checked[] | undefined {
    const versions = this.#versionsOf(library);
    if (versions.length === 0) return undefined;
    this.#forget();
    const walkers = new Map(versions.map(({ alias }) => [alias, this.#walkerOf(library, alias)]));
    return claimsOf(library).map((claim) => {
      const fitting = versions.filter(({ version }) => claim.versions === undefined || version === undefined || semver.satisfies(version, claim.versions));
      if (fitting.length === 0) return { claim, answer: { is: 'untold', why: `none of the versions asked is in ${claim.versions}` } };
      const aliases = fitting.map(({ alias }) => alias);
      const answer = firstThere(aliases, (alias) => (claim.setting === undefined ? answerOf(walkers.get(alias), claim) : this.#described(claim.setting)));
      if (answer.is === 'there' || this.#declared(library, aliases, claim)) return { claim, answer: { is: 'there' } };
      return { claim, answer: this.#named(library, aliases, claim, answer) };
    });
  }

  // The settings of a platform are described by typings of a package that is no library of the service.
  #described({ file, way }: NonNullable<Claim['setting']>): Answer {
    const describing = DESCRIBED.filter(({ files, module }) => files.includes(file) && this.#isThere(module));
    if (describing.length === 0) return { is: 'untold', why: 'it stands in a settings file' };
    return firstThere(describing, ({ module, type, stepsOf }) => {
      const walker = this.#describing.get(module) ?? this.#walkerOf({ package: module, source: '' }, '');
      if (walker === undefined) return { is: 'untold', why: 'it stands in a settings file' };
      this.#describing.set(module, walker);
      return walker.within(type, stepsOf(way));
    });
  }

  // Of what one library needed, only what all need is kept: the rest does not fit into memory.
  #forget(): void {
    for (const path of this.#files.keys()) if (!/node_modules\/(?:typescript|@types\/node)\//.test(path)) this.#files.delete(path);
  }

  // The version that is installed under the name itself, and other majors under aliases: `undici-at-6`.
  #versionsOf(library: Library): readonly { readonly alias: string; readonly version: string | undefined }[] {
    const first = library.package.replace(FAMILY, '$1s3');
    const names = [first, ...(library.modules ?? [])].filter((name) => !name.includes('*') && this.#isThere(name));
    if (names.length === 0) return [];
    const own = { alias: '', version: isBuiltIn(first) ? undefined : this.versionOf(names[0] as string) };
    const others = MAJORS.map((major) => ({ alias: `-at-${major}`, version: this.versionOf(`${packageOf(first)}-at-${major}`) }));
    return [own, ...others.filter(({ version }) => version !== undefined)];
  }

  #walkerOf(library: Library, alias: string): TypeWalker | undefined {
    const own = [library.package.replace(FAMILY, '$1s3'), ...(library.modules ?? [])].filter((name) => !name.includes('*')).map((name) => aliased(name, alias)).filter((name) => this.#isThere(name));
    const foreign = this.#foreignOf(library);
    const path = join(this.#folder, `probe${alias}.ts`);
    const runtimes = RUNTIMES.filter((name) => ['global', 'bun'].includes(library.package) && this.#isThere(name)).map((name) => `/// <reference types="${name}" />\n`);
    this.#probes.set(path, runtimes.join('') + [...own, ...foreign.map(({ module }) => module)].map((name, index) => (name === 'global' ? `export const module${index} = globalThis;` : `import * as module${index} from '${this.#typingsOf(name)}';\nexport { module${index} };`)).join('\n'));
    const program = ts.createProgram([path], OPTIONS, this.#host);
    const source = program.getSourceFile(path) as ts.SourceFile;
    const checker = program.getTypeChecker();
    const values = new Map<string, ts.Type[]>();
    const types = new Map<string, ts.Type[]>();
    for (const exported of checker.getExportsOfModule(checker.getSymbolAtLocation(source) as ts.Symbol)) {
      const index = Number(exported.name.slice('module'.length));
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      const key = index < own.length ? '' : (foreign[index - own.length]?.package ?? '');
      values.set(key, [...(values.get(key) ?? []), ...rootsOf(checker, symbol, source)]);
      if (key === '') for (const [name, type] of typesOf(checker, symbol)) types.set(name, [...(types.get(name) ?? []), type]);
    }
    return (values.get('') ?? []).length === 0 ? undefined : new TypeWalker(checker, source, { values, types, same: twinsOf(library) });
  }

  // What belongs to no path is at least a name that the typings declare.
  #declared(library: Library, aliases: readonly string[], { names, declared }: Claim): boolean {
    const folders = this.#foldersOf(library, aliases).flatMap((folder) => [folder, folder.replace(/node_modules\/(?:@([^/]+)\/)?([^/]+)$/, (_, scope: string | undefined, name: string) => `node_modules/@types/${scope === undefined ? '' : `${scope}__`}${name}`)]);
    return declared === true && names.length > 0 && names.every((name) => folders.some((folder) => declaredIn(folder).has(name)));
  }

  #foldersOf(library: Library, aliases: readonly string[]): readonly string[] {
    const names = [library.package.replace(FAMILY, '$1s3'), ...(library.modules ?? [])];
    return [...new Set(names.flatMap((name) => aliases.map((alias) => (isBuiltIn(name) ? this.#folderOf('@types/node') : this.#folderOf(aliased(name, alias))))))].filter((folder) => existsSync(folder));
  }

  // What typings cannot tell, the files of the package or of its dependencies must at least name.
  #named(library: Library, aliases: readonly string[], claim: Claim, answer: Answer): Checked['answer'] {
    const folders = this.#foldersOf(library, aliases);
    if (claim.names.length === 0 || folders.length === 0) return answer;
    const why = answer.is === 'untold' ? answer.why : 'the typings do not have it, the JavaScript does';
    const isNamed = (among: readonly string[]) => claim.names.every((name) => among.some((folder) => namesIn(folder).has(name)));
    if (isNamed(folders) || isNamed(folders.flatMap((folder) => this.#dependenciesOf(folder)))) return { is: 'named', why };
    return claim.untold === undefined ? answer : { is: 'untold', why: claim.untold };
  }

  // Modules of other packages that paths of this library start from: `express|()`.
  #foreignOf(library: Library): readonly { readonly package: string; readonly module: string }[] {
    const names = [...new Set(JSON.stringify(library).match(/"[@\w:/.-]+(?=\|)/g)?.map((text) => text.slice(1)) ?? [])];
    return names.flatMap((name) => [name, ...(this.#libraries.find((one) => one.package === name)?.modules ?? [])].filter((module) => !module.includes('*') && this.#isThere(module)).map((module) => ({ package: name, module })));
  }

  #dependenciesOf(folder: string): readonly string[] {
    if (!existsSync(join(folder, 'package.json'))) return [];
    const { dependencies = {}, peerDependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { dependencies?: Record<string, string>; peerDependencies?: Record<string, string> };
    return Object.keys({ ...dependencies, ...peerDependencies }).map((name) => this.#folderOf(name)).filter((path) => existsSync(path));
  }

  // Typings that a package's `exports` hide are there all the same.
  #typingsOf(name: string): string {
    const { resolvedModule } = ts.resolveModuleName(name, join(this.#folder, 'probe.ts'), OPTIONS, this.#host);
    if (isBuiltIn(name) || (resolvedModule !== undefined && /\.d\.[cm]?ts$/.test(resolvedModule.resolvedFileName))) return name;
    const manifest = join(this.#folder, 'node_modules', name, 'package.json');
    const { types } = existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as { types?: string }) : {};
    return types === undefined || !existsSync(join(dirname(manifest), types)) ? name : `./${posix.join('node_modules', name, types.replace(/\.d\.ts$/, ''))}`;
  }

  #isThere(name: string): boolean {
    return isBuiltIn(name) || this.versionOf(name) !== undefined || (name === 'bun' && this.versionOf('bun-types') !== undefined);
  }

  #folderOf(specifier: string): string {
    return join(this.#folder, 'node_modules', packageOf(specifier));
  }
}

/** What other runtimes than Node have as globals. */
export const RUNTIMES: readonly string[] = ['bun-types', '@types/deno'];
const MAJORS = Array.from({ length: 20 }, (_, major) => major);
const FAMILY = /^(@aws-sdk\/client-)\*$/;

/** Is it part of the runtime, so that nothing is installed for it? */
export function isBuiltIn(name: string): boolean {
  return name === 'global' || name.startsWith('node:') || builtinModules.includes(name);
}

function packageOf(specifier: string): string {
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

/** `mysql2/promise` of the alias `-at-2` is `mysql2-at-2/promise`. */
function aliased(name: string, alias: string): string {
  return `${packageOf(name)}${alias}${name.slice(packageOf(name).length)}`;
}

// The default export and the module itself are one thing to the catalog; so is what `export =` gives.
function rootsOf(checker: ts.TypeChecker, symbol: ts.Symbol, at: ts.Node): readonly ts.Type[] {
  const equals = symbol.exports?.get('export=' as ts.__String);
  const roots = [symbol, ...(equals === undefined ? [] : [equals])].map((one) => checker.getTypeOfSymbolAtLocation(one, at)).filter((type) => (type.flags & ts.TypeFlags.Any) === 0);
  const defaults = (types: readonly ts.Type[]) => types.flatMap((type) => type.getProperty('default') ?? []).map((property) => checker.getTypeOfSymbolAtLocation(property, at));
  const byDefault = defaults(roots);
  return [...roots, ...byDefault, ...defaults(byDefault)];
}

function typesOf(checker: ts.TypeChecker, module: ts.Symbol): readonly (readonly [string, ts.Type])[] {
  if ((module.flags & ts.SymbolFlags.Module) === 0) return [];
  const resolved = (one: ts.Symbol) => (one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one);
  const within = (one: ts.Symbol, before: string): readonly (readonly [string, ts.Symbol])[] => checker.getExportsOfModule(one).map((inner) => [`${before}${inner.name}`, resolved(inner)] as const);
  const all = within(module, '').flatMap(([name, one]) => [[name, one] as const, ...((one.flags & ts.SymbolFlags.Namespace) === 0 ? [] : within(one, `${name}.`))]);
  return all.filter(([, one]) => (one.flags & ts.SymbolFlags.Type) !== 0).map(([name, one]) => [name, checker.getDeclaredTypeOfSymbol(one)] as const);
}

function answerOf(walker: TypeWalker | undefined, claim: Claim): Answer {
  if (claim.untold !== undefined) return { is: 'untold', why: claim.untold };
  if (walker === undefined) return { is: 'untold', why: 'the package has no typings' };
  if (claim.type !== undefined) return walker.type(claim.type);
  if (claim.asks === undefined) return firstThere([...depthsOf(claim.path ?? ''), ...ownersOf(claim.path ?? '')], (path) => walker.path(path));
  const answers: { readonly ask: Ask; readonly answer: Answer }[] = [];
  for (const ask of claim.asks.flatMap((one) => depthsOf(one.path).map((path) => ({ ...one, path })))) {
    const answer = walker.ask(ask);
    if (answer.is === 'there' && ask.given === undefined && ask.inUrl === undefined) return answer;
    answers.push({ ask, answer });
  }
  if (answers.some(({ ask, answer }) => ask.inUrl !== undefined && answer.is !== 'missing')) return { is: 'untold', why: 'it stands in a URL' };
  const given = answers.filter(({ ask, answer }) => ask.given !== undefined && answer.is !== 'missing');
  if (given.length > 0) return given.some(({ ask }) => walker.isTaken(ask.given ?? [])) ? { is: 'there' } : { is: 'untold', why: GIVEN };
  return answers.find(({ answer }) => answer.is === 'untold')?.answer ?? (answers[0]?.answer as Answer);
}

// Rows of one list of verbs stand for several depths of namespaces: a method must be there at one of them.
function depthsOf(path: string): readonly string[] {
  return /(?:\.\*)+(?=\.\w)/.test(path) ? [...new Set([path, ...['', '.*', '.*.*', '.*.*.*'].map((stars) => path.replace(/(?:\.\*)+(?=\.\w)/, stars))])] : [path];
}

// Any name of what the caller's own types describe: there is what gives it.
function ownersOf(path: string): readonly string[] {
  return path.endsWith('().*') ? [path.slice(0, -'().*'.length)] : [];
}

// What one path leads to need not be looked for on the others, some of which stand for thousands.
function firstThere<Way>(ways: readonly Way[], answerTo: (way: Way) => Answer): Answer {
  let first: Answer | undefined;
  for (const way of ways) {
    const answer = answerTo(way);
    if (answer.is === 'there') return answer;
    first ??= answer;
  }
  return first as Answer;
}

/** The claim is about the call that made an argument, of whichever library. */
export const GIVEN = 'it is given to the call that made an argument';
