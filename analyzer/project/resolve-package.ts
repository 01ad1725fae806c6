import type { DirectoryIndex } from './directory-index.js';
import type { LocalPackage } from './read-manifest.js';
import type { TsConfig } from './read-tsconfig.js';
import { asRecord, type JsonRecord } from './read-json.js';
import { isWithin, joinInside } from './relative-path.js';
import { isCodeOrJson, resolveFile, resolvePath } from './resolve-path.js';

/** What is asked for while an entry of a local package is looked for. */
export interface PackageLookup {
  readonly index: DirectoryIndex;
  /** The tsconfigs in the package's folder. */
  readonly configsOf: (directory: string) => readonly TsConfig[];
}

// `types` comes last: it names a declaration, or the same source as the others.
const KNOWN_CONDITIONS = ['import', 'node', 'module', 'require', 'default', 'browser', 'types'];
const OUTPUT_NAME = /^(dist|lib|build|out|output|es|esm|cjs|types|dist-\w+|\.output|commonjs|bundle)$/;
const NOT_LISTED = ['src/index', 'index', 'lib/index', 'src/main', 'source/index'];

/** The source file behind an import of a local package; nothing is built, so outputs are mapped back. */
export function resolvePackage(lookup: PackageLookup, owner: LocalPackage, subpath: string): string | undefined {
  const key = subpath === '' ? '.' : `./${subpath}`;
  const targets = owner.exports === undefined || owner.exports === null ? [] : targetsOf(owner.exports, key);
  const entries = subpath === '' ? owner.entries : [`./${subpath}`];
  const declarations: string[] = [];
  for (const target of [...targets, ...entries]) {
    const found = resolveTarget(lookup, owner, target);
    if (found === undefined) continue;
    if (!/\.d\.[cm]?ts$/.test(found)) return found;
    declarations.push(found);
  }
  const guesses = subpath === '' ? NOT_LISTED : OUTPUT_NAME.test(subpath) ? ['src/index', 'index'] : [`src/${subpath}`];
  for (const guess of guesses) {
    const path = joinInside(owner.directory, guess);
    const found = path === undefined ? undefined : resolvePath(lookup.index, path, () => undefined);
    if (found !== undefined) return found;
  }
  return declarations[0];
}

/** The file behind a name by the `imports` of a manifest or another such map, or the specifier it stands for. */
export function resolveOwnImport(
  lookup: PackageLookup,
  owner: LocalPackage,
  specifier: string,
  map: JsonRecord | undefined = owner.imports,
): { readonly file: string } | { readonly specifier: string } | undefined {
  if (map === undefined) return undefined;
  for (const target of keyedTargetsOf(map, specifier)) {
    if (!target.startsWith('.')) return { specifier: target };
    const file = resolveTarget(lookup, owner, target);
    if (file !== undefined) return { file };
  }
  return undefined;
}

/** All targets of a key in an `exports` map, the likeliest source first. */
function targetsOf(map: unknown, key: string): readonly string[] {
  const record = asRecord(map);
  if (record !== undefined && Object.keys(record).some((each) => each.startsWith('.'))) return keyedTargetsOf(record, key);
  return key === '.' ? flatten(map) : [];
}

function keyedTargetsOf(record: JsonRecord, key: string): readonly string[] {
  if (Object.hasOwn(record, key)) return flatten(record[key]);
  let best: { readonly pattern: string; readonly star: string } | undefined;
  for (const pattern of Object.keys(record)) {
    const star = matchPattern(pattern, key);
    if (star !== undefined && (best === undefined || pattern.indexOf('*') > best.pattern.indexOf('*'))) best = { pattern, star };
  }
  if (best === undefined) return [];
  const { pattern, star } = best;
  return flatten(record[pattern]).map((target) => (pattern.endsWith('/') ? target + star : target.replaceAll('*', star)));
}

/** What the `*` of a pattern stands for in a name; undefined when the pattern does not match. */
export function matchPattern(pattern: string, name: string): string | undefined {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern.endsWith('/') && name.startsWith(pattern) ? name.slice(pattern.length) : undefined;
  const before = pattern.slice(0, star);
  const after = pattern.slice(star + 1);
  const matches = name.length >= before.length + after.length && name.startsWith(before) && name.endsWith(after);
  return matches ? name.slice(before.length, name.length - after.length) : undefined;
}

function flatten(target: unknown): string[] {
  const found: string[] = [];
  const waiting: unknown[] = [target];
  while (waiting.length > 0) {
    const next = waiting.shift();
    if (typeof next === 'string') found.push(next);
    else if (Array.isArray(next)) waiting.unshift(...next);
    else if (typeof next === 'object' && next !== null) waiting.unshift(...byPreference(Object.entries(next)));
  }
  return found;
}

/** Conditions that packages invent (`source`, `development`, `@acme/source`) name sources: they go first. */
function byPreference(conditions: readonly (readonly [string, unknown])[]): unknown[] {
  const rank = ([name]: readonly [string, unknown]): number => KNOWN_CONDITIONS.indexOf(name);
  return [...conditions].sort((a, b) => rank(a) - rank(b)).map(([, target]) => target);
}

function resolveTarget(lookup: PackageLookup, owner: LocalPackage, target: string): string | undefined {
  const path = joinInside(owner.directory, target);
  if (path === undefined || !isWithin(path, owner.directory)) return undefined;
  const direct = lookup.index.locate(path);
  if (direct !== undefined && isCodeOrJson(direct) && !isOutput(lookup, owner, path)) return preferSource(lookup.index, direct);
  for (const source of sourcesOf(lookup, owner, path)) {
    const found = resolvePath(lookup.index, source, () => undefined);
    if (found !== undefined) return found;
  }
  return resolvePath(lookup.index, path, () => undefined);
}

function preferSource(index: DirectoryIndex, path: string): string {
  return resolveFile(index, path) ?? path;
}

function isOutput(lookup: PackageLookup, owner: LocalPackage, path: string): boolean {
  const isInOutDir = ({ outDir }: TsConfig): boolean => outDir !== undefined && outDir !== owner.directory && isWithin(path, outDir);
  return OUTPUT_NAME.test(segmentsIn(owner, path)[0] ?? '') || lookup.configsOf(owner.directory).some(isInOutDir);
}

function segmentsIn(owner: LocalPackage, path: string): readonly string[] {
  return path.slice(owner.directory === '' ? 0 : owner.directory.length + 1).split('/');
}

/** Where the source of an output path can be, without an extension: by the tsconfig, then by habit. */
function sourcesOf(lookup: PackageLookup, owner: LocalPackage, path: string): readonly string[] {
  const stem = path.replace(/(\.d)?\.[cm]?[jt]sx?$/, '');
  const sources: string[] = [];
  const add = (base: string, rest: string): void => {
    const joined = joinInside(base, rest === '' ? '.' : rest);
    if (joined !== undefined && !sources.includes(joined)) sources.push(joined);
  };
  for (const { outDir, rootDir } of lookup.configsOf(owner.directory)) {
    if (outDir === undefined || !isWithin(stem, outDir) || stem === outDir) continue;
    if (rootDir !== undefined) add(rootDir, stem.slice(outDir.length + 1));
  }
  if (!isOutput(lookup, owner, stem)) return sources;
  const segments = segmentsIn(owner, stem);
  for (let from = 1; from < segments.length; from += 1) {
    const rest = segments.slice(from).join('/');
    add(owner.directory, `src/${rest}`);
    add(owner.directory, rest);
  }
  return sources;
}
