import type { DirectoryIndex } from './directory-index.js';
import { asRecord, memberOf, parseJson, stringOf, stringsOf, type JsonRecord } from './read-json.js';
import { foldersUpFrom, joinInside, parentOf } from './relative-path.js';
import type { Note } from './types.js';

/** One entry of `paths`: a pattern and the project-relative targets it is tried at. */
export interface PathMapping {
  readonly pattern: string;
  readonly targets: readonly string[];
}

/** The settings of a tsconfig that tell where imports lead, after `extends`; all paths are project-relative. */
export interface TsConfig {
  readonly path: string;
  readonly baseUrl?: string;
  readonly paths: readonly PathMapping[];
  readonly rootDirs: readonly string[];
  readonly rootDir?: string;
  readonly outDir?: string;
  readonly references: readonly string[];
  /** What `files` and `include` name, without the wildcards. */
  readonly includes: readonly string[];
}

/** Reads tsconfig files on demand, each once. */
export interface TsConfigReader {
  read(path: string): TsConfig | undefined;
  /** Every file read so far, those reached through `extends` too. */
  readonly readSoFar: () => readonly string[];
}

interface Context {
  readonly index: DirectoryIndex;
  readonly notes: Note[];
  readonly readText: (path: string) => string | undefined;
  /** The folder of a workspace package, for `extends` of a sibling. */
  readonly packageFolder: (name: string) => string | undefined;
}

interface Layer {
  readonly path: string;
  readonly json: JsonRecord;
}

const LONGEST_CHAIN = 100;

/** Makes a reader that follows `extends` inside the root and notes what it cannot follow. */
export function createTsConfigReader(context: Context): TsConfigReader {
  const raw = new Map<string, JsonRecord | undefined>();
  const layered = new Map<string, readonly Layer[]>();
  const finished = new Map<string, TsConfig | undefined>();
  const noted = new Set<string>();

  function readRaw(path: string): JsonRecord | undefined {
    if (!raw.has(path)) {
      const text = context.readText(path);
      raw.set(path, text === undefined ? undefined : text.trim() === '' ? {} : parseJson(text, path, context.notes));
    }
    return raw.get(path);
  }

  function note(path: string, message: string): void {
    if (noted.has(message)) return;
    noted.add(message);
    context.notes.push({ path, message });
  }

  /** The file and all it extends, base first: later ones win. */
  function layersOf(path: string, chain: readonly string[]): readonly Layer[] {
    const known = layered.get(path);
    if (known !== undefined) return known;
    const json = readRaw(path);
    if (json === undefined) return [];
    const layers: Layer[] = [];
    for (const target of stringsOf(memberOf(json, 'extends'))) {
      const found = findExtended(context, target, path);
      if (found.is === 'missing') note(path, `${path} extends ${target}, ${found.why}; its settings are unknown`);
      else if (found.path === path || chain.includes(found.path)) note(path, `${path} extends itself through ${found.path}`);
      else if (chain.length > LONGEST_CHAIN) note(path, `${path} is reached through more than ${LONGEST_CHAIN} files; what it extends was not followed`);
      else layers.push(...layersOf(found.path, [...chain, path]));
    }
    const kept = lastPlaces([...layers, { path, json }]);
    layered.set(path, kept);
    return kept;
  }

  function read(path: string): TsConfig | undefined {
    if (!finished.has(path)) {
      const layers = layersOf(path, []);
      finished.set(path, layers.length === 0 ? undefined : mergeLayers(path, layers, note));
    }
    return finished.get(path);
  }

  return { read, readSoFar: () => [...raw].filter(([, json]) => json !== undefined).map(([path]) => path) };
}

/** Of a file reached twice only the last place counts; keeping both would double the list at every step. */
function lastPlaces(layers: readonly Layer[]): readonly Layer[] {
  const places = new Map<string, Layer>();
  for (const layer of layers) {
    places.delete(layer.path);
    places.set(layer.path, layer);
  }
  return [...places.values()];
}

function findExtended(
  context: Context,
  target: string,
  from: string,
): { readonly is: 'found'; readonly path: string } | { readonly is: 'missing'; readonly why: string } {
  const tryAll = (base: string): string | undefined =>
    [base, `${base}.json`, base === '' ? 'tsconfig.json' : `${base}/tsconfig.json`].find((path) => context.index.locate(path) !== undefined);
  if (target.startsWith('.') || target.startsWith('/')) {
    const base = target.startsWith('/') ? undefined : joinInside(parentOf(from), target);
    if (base === undefined) return { is: 'missing', why: 'which lies outside the project' };
    const path = tryAll(base);
    return path === undefined ? { is: 'missing', why: 'which does not exist' } : { is: 'found', path };
  }
  const [name, rest] = splitPackage(target);
  const local = context.packageFolder(name);
  const sibling = local === undefined ? undefined : joinInside(local, rest === '' ? 'tsconfig.json' : rest);
  const inSibling = sibling === undefined ? undefined : tryAll(sibling);
  if (inSibling !== undefined) return { is: 'found', path: inSibling };
  for (const folder of foldersUpFrom(parentOf(from))) {
    const base = joinInside(folder, `node_modules/${target}`) as string;
    // Asked of the disk: listing a node_modules with its thousand links would cost more than three failed reads.
    const path = [base, `${base}.json`, `${base}/tsconfig.json`].find((each) => each.endsWith('.json') && context.readText(each) !== undefined);
    if (path !== undefined) return { is: 'found', path };
  }
  return { is: 'missing', why: 'which is not installed' };
}

function splitPackage(specifier: string): readonly [string, string] {
  const segments = specifier.split('/');
  const size = specifier.startsWith('@') ? 2 : 1;
  return [segments.slice(0, size).join('/'), segments.slice(size).join('/')];
}

function mergeLayers(path: string, layers: readonly Layer[], note: (path: string, message: string) => void): TsConfig {
  const leaf = parentOf(path);
  const place = (value: string, definedIn: string): string | undefined =>
    value.startsWith('${configDir}') ? joinInside(leaf, `.${value.slice('${configDir}'.length)}`) : joinInside(definedIn, value);
  const single: { baseUrl?: string; rootDir?: string; outDir?: string } = {};
  let mappings: { readonly written: JsonRecord; readonly folder: string } | undefined;
  let rootDirs: readonly string[] = [];
  let includes: readonly string[] = [];
  for (const layer of layers) {
    const folder = parentOf(layer.path);
    const options = asRecord(memberOf(layer.json, 'compilerOptions'));
    for (const name of ['baseUrl', 'rootDir', 'outDir'] as const) {
      const value = stringOf(options, name);
      const placed = value === undefined ? undefined : place(value, folder);
      if (placed !== undefined) single[name] = placed;
    }
    const written = asRecord(memberOf(options, 'paths'));
    if (written !== undefined) mappings = { written, folder };
    const dirs = memberOf(options, 'rootDirs');
    if (Array.isArray(dirs)) rootDirs = stringsOf(dirs).flatMap((dir) => place(dir, folder) ?? []);
    const named = [...stringsOf(memberOf(layer.json, 'files')), ...stringsOf(memberOf(layer.json, 'include'))];
    if (named.length > 0) includes = named.flatMap((glob) => includedFolder(glob, (each) => place(each, folder), layer.path, note));
  }
  const references = memberOf(layers.at(-1)?.json, 'references');
  return {
    path,
    ...single,
    // The base URL in force at the end counts, even for paths that an extended file brought.
    paths: mappings === undefined ? [] : mappingsOf(mappings.written, (target) => place(target, single.baseUrl ?? mappings.folder)),
    rootDirs,
    includes,
    references: (Array.isArray(references) ? references : []).flatMap((each) => {
      const target = stringOf(asRecord(each), 'path');
      return target === undefined ? [] : (joinInside(leaf, target) ?? []);
    }),
  };
}

function mappingsOf(mappings: JsonRecord, place: (target: string) => string | undefined): readonly PathMapping[] {
  return Object.entries(mappings).map(([pattern, targets]) => ({
    pattern,
    targets: stringsOf(targets).flatMap((target) => place(target) ?? []),
  }));
}

function includedFolder(
  glob: string,
  place: (path: string) => string | undefined,
  path: string,
  note: (path: string, message: string) => void,
): readonly string[] {
  const fixed = glob.split('/');
  const wild = fixed.findIndex((segment) => /[*?]/.test(segment));
  const plain = (wild < 0 ? fixed : fixed.slice(0, wild)).join('/');
  const placed = glob.startsWith('/') ? undefined : place(plain === '' ? '.' : plain);
  if (placed !== undefined) return [placed];
  note(path, `${path} includes ${glob}, which lies outside the project and was not followed`);
  return [];
}
