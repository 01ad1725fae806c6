import { isBuiltin } from 'node:module';
import type { DirectoryIndex } from './directory-index.js';
import type { LocalPackage } from './read-manifest.js';
import type { TsConfig } from './read-tsconfig.js';
import { foldersUpFrom, isWithin, joinInside, parentOf } from './relative-path.js';
import { matchPattern, resolveOwnImport, resolvePackage } from './resolve-package.js';
import { differingInCase, resolvePath } from './resolve-path.js';
import type { Resolution } from './types.js';

/** What resolution needs to know of the project. */
export interface ResolverContext {
  readonly index: DirectoryIndex;
  /** Settings for a folder: those of the nearest tsconfig first. */
  readonly configsFor: (folder: string) => readonly TsConfig[];
  readonly configsOf: (directory: string) => readonly TsConfig[];
  /** The package a folder belongs to. */
  readonly ownerOf: (folder: string) => LocalPackage | undefined;
  /** The package at a folder. */
  readonly packageAt: (directory: string) => LocalPackage | undefined;
  /** The local package that a name means to an importer, undefined when it comes from the registry. */
  readonly packageNamed: (name: string, importer: LocalPackage | undefined) => LocalPackage | undefined;
}

type Mapped =
  | { readonly is: 'file'; readonly path: string }
  | { readonly is: 'asset'; readonly path: string }
  | { readonly is: 'nothing'; readonly pattern: string };

/** A mapping of a tsconfig that matches, and what its wildcard stands for. */
interface Matching {
  readonly pattern: string;
  readonly targets: readonly string[];
  readonly star: string;
}

/** Makes the function behind `Project.resolve`: the same question is answered once per folder. */
export function createResolver(context: ResolverContext): (specifier: string, fromPath: string) => Resolution {
  const answers = new Map<string, Map<string, Resolution>>();
  return (specifier, fromPath) => {
    const folder = parentOf(fromPath);
    let known = answers.get(folder);
    if (known === undefined) answers.set(folder, (known = new Map()));
    let answer = known.get(specifier);
    if (answer === undefined) known.set(specifier, (answer = resolveFrom(context, specifier, folder, 0)));
    return answer;
  };
}

function resolveFrom(context: ResolverContext, written: string, folder: string, depth: number): Resolution {
  const specifier = written.replace(/\?.*$/s, '');
  if (specifier === '') return { is: 'unresolved', why: 'the specifier is empty' };
  if (specifier.startsWith('node:')) return { is: 'package', name: specifier, subpath: '' };
  if (/^\.\.?(\/|$)/.test(specifier)) return resolveRelative(context, specifier, folder);
  if (specifier.startsWith('/')) return { is: 'unresolved', why: 'an absolute path' };
  const mapped = resolveMapped(context, specifier, folder);
  if (mapped?.is === 'file') return answerOf(mapped.path);
  if (mapped?.is === 'asset') return { is: 'unresolved', why: `${mapped.path} is not code`, asset: true };
  if (isBuiltin(specifier)) return { is: 'package', name: `node:${specifier}`, subpath: '' };
  if (specifier.startsWith('#')) return resolveHash(context, specifier, folder, depth);
  return resolveBare(context, specifier, folder, mapped?.pattern);
}

function resolveRelative(context: ResolverContext, specifier: string, folder: string): Resolution {
  const path = joinInside(folder, specifier);
  if (path === undefined) return { is: 'unresolved', why: 'it leads out of the project' };
  const installed = /(?:^|\/)node_modules\/(.*)$/.exec(path)?.[1];
  if (installed !== undefined) return packageOf(installed) ?? { is: 'unresolved', why: 'it leads into node_modules' };
  const found = entryAt(context, path) ?? resolveThroughRootDirs(context, path, folder);
  if (found !== undefined) return answerOf(found);
  const exact = context.index.locate(path);
  if (exact !== undefined) return { is: 'unresolved', why: `${exact} is not code`, asset: true };
  const similar = differingInCase(context.index, path);
  if (similar !== undefined) return { is: 'unresolved', why: `${path} does not exist; ${similar} differs in upper and lower case` };
  return { is: 'unresolved', why: `${path} does not exist` };
}

function entryAt(context: ResolverContext, path: string): string | undefined {
  return resolvePath(context.index, path, (directory) => {
    const local = context.packageAt(directory);
    return local === undefined ? undefined : resolvePackage(context, local, '');
  });
}

function resolveThroughRootDirs(context: ResolverContext, path: string, folder: string): string | undefined {
  for (const { rootDirs } of context.configsFor(folder)) {
    const home = rootDirs.find((dir) => isWithin(folder, dir) && isWithin(path, dir));
    if (home === undefined) continue;
    const rest = path.slice(home === '' ? 0 : home.length + 1);
    for (const dir of rootDirs) {
      const found = dir === home ? undefined : entryAt(context, joinInside(dir, rest) as string);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function resolveMapped(
  context: ResolverContext,
  specifier: string,
  folder: string,
): Mapped | undefined {
  let missed: string | undefined;
  let asset: string | undefined;
  for (const config of context.configsFor(folder)) {
    for (const { pattern, targets, star } of matchingMappings(config, specifier)) {
      for (const target of targets) {
        const path = joinInside('', target.replace('*', () => star));
        const found = path === undefined ? undefined : entryAt(context, path);
        if (found !== undefined) return { is: 'file', path: found };
        asset ??= path === undefined ? undefined : context.index.locate(path);
      }
      if (pattern !== '*') missed ??= pattern;
    }
    if (config.baseUrl === undefined) continue;
    const path = joinInside(config.baseUrl, specifier);
    const found = path === undefined || path.includes('node_modules') ? undefined : entryAt(context, path);
    if (found !== undefined && !found.endsWith('.json')) return { is: 'file', path: found };
  }
  if (asset !== undefined) return { is: 'asset', path: asset };
  return missed === undefined ? undefined : { is: 'nothing', pattern: missed };
}

/** The mappings that match, the one with the longest fixed start first, exact ones before all. */
function matchingMappings(config: TsConfig, specifier: string): Matching[] {
  const matching: (Matching & { readonly rank: number })[] = [];
  for (const { pattern, targets } of config.paths) {
    if (pattern === specifier) matching.push({ pattern, targets, star: '', rank: Number.POSITIVE_INFINITY });
    const star = pattern.includes('*') ? matchPattern(pattern, specifier) : undefined;
    if (star !== undefined) matching.push({ pattern, targets, star, rank: pattern.indexOf('*') });
  }
  return matching.sort((a, b) => b.rank - a.rank);
}

function resolveHash(context: ResolverContext, specifier: string, folder: string, depth: number): Resolution {
  for (const each of foldersUpFrom(folder)) {
    const owner = context.packageAt(each);
    const target = owner === undefined ? undefined : resolveOwnImport(context, owner, specifier);
    if (target === undefined) continue;
    if ('file' in target) return answerOf(target.file);
    // An import map may point at another import map; eight hops is more than anyone writes.
    return depth > 8 ? { is: 'unresolved', why: `${specifier} stands for itself` } : resolveFrom(context, target.specifier, each, depth + 1);
  }
  return { is: 'unresolved', why: `no package.json gives ${specifier} a file that exists` };
}

function resolveBare(context: ResolverContext, specifier: string, folder: string, missedPattern: string | undefined): Resolution {
  const named = packageOf(specifier);
  const importer = context.ownerOf(folder);
  const alias = importer === undefined ? undefined : resolveOwnImport(context, importer, specifier, importer.aliases);
  if (alias !== undefined && 'file' in alias) return answerOf(alias.file);
  if (named?.is === 'package') {
    const local = context.packageNamed(named.name, importer);
    const found = local === undefined ? undefined : resolvePackage(context, local, named.subpath);
    if (found !== undefined) return answerOf(found);
    if (local !== undefined) return { is: 'unresolved', why: `${local.directory || 'the root package'} has no source for ${specifier}` };
    const isDeclared = foldersUpFrom(folder).some((each) => Object.hasOwn(context.packageAt(each)?.manifest.dependencies ?? {}, named.name));
    if (missedPattern === undefined || isDeclared) return named;
  }
  if (missedPattern !== undefined) return { is: 'unresolved', why: `${specifier} matches the path ${missedPattern} of a tsconfig, but no such file exists` };
  return { is: 'unresolved', why: `${specifier} is no package name` };
}

/** Splits a bare specifier into package and subpath; undefined when it cannot name a package. */
function packageOf(specifier: string): Resolution | undefined {
  const scheme = /^(npm|jsr|bun|deno|cloudflare|https?|data|file|virtual|astro):/.exec(specifier)?.[1];
  if (scheme === 'npm') return packageOf(specifier.slice(4).replace(/(?<=.)@[^/]*/, ''));
  if (scheme === 'bun' || scheme === 'cloudflare' || scheme === 'deno') return { is: 'package', name: specifier, subpath: '' };
  if (scheme !== undefined) return undefined;
  const match = /^((?:@[\w.~-]+\/)?[\w][\w.~-]*)(?:\/(.*))?$/.exec(specifier);
  return match === null ? undefined : { is: 'package', name: match[1] as string, subpath: (match[2] ?? '').replace(/\/$/, '') };
}

function answerOf(path: string): Resolution {
  return path.endsWith('.json') ? { is: 'json', path } : { is: 'file', path };
}
