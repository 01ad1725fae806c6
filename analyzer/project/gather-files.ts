import picomatch from 'picomatch';
import { relative, sep } from 'node:path';
import { isDeclarationName } from './classify-name.js';
import type { DirectoryIndex } from './directory-index.js';
import type { Scope } from './find-scope.js';
import type { PackageSet } from './package-set.js';
import { byCodeUnits, isWithin, joinInside, nameOf, parentOf } from './relative-path.js';
import type { TsConfigSet } from './tsconfig-set.js';
import type { Skipped, SourceFile } from './types.js';
import { addSource, nothingWalked, walkTree, type WalkAdvice, type Walked } from './walk-tree.js';

/** The files to analyse and what was left out, sorted. */
export interface Gathered {
  readonly files: readonly SourceFile[];
  readonly skipped: readonly Skipped[];
  /** Folders of the packages that the files belong to. */
  readonly packageFolders: readonly string[];
  readonly isWanted: (path: string) => boolean;
}

interface Context {
  readonly index: DirectoryIndex;
  readonly packages: PackageSet;
  readonly configs: TsConfigSet;
  readonly maxFileSize: number;
  readonly maxEntries: number;
  readonly options: { readonly cwd: string; readonly ignore?: readonly string[]; readonly include?: readonly string[] };
}

/** Walks what was asked for, then the workspace packages that it depends on. */
export function gatherFiles(scope: Scope, context: Context): Gathered {
  const { packages } = context;
  const walked = nothingWalked();
  const entered = new Set<string>();
  const outDirs = new Set<string>();
  const advice = adviceFor(scope, context, entered, outDirs);
  packages.openWorkspace('');

  // 1. What was asked for.
  for (const folder of scope.folders) walkTree(folder, walked, advice);
  for (const file of scope.files) {
    addSource(file, walked, advice);
    advice.enter({ path: parentOf(file) });
  }

  // 2. Packages that this depends on, until nothing is added.
  const followed = new Set<string>();
  for (let folders = dependenciesOf(entered, followed, context); folders.length > 0; folders = dependenciesOf(entered, followed, context)) {
    for (const folder of folders) walkTree(folder, walked, advice);
  }

  // 3. Output folders that turn out to be the only source.
  for (const output of walked.outputs) if (isOnlySource(output, walked, context)) unskip(output, walked, advice);

  const isWanted = advice.isWanted;
  return {
    files: [...walked.files.values()].sort((a, b) => byCodeUnits(a.path, b.path)),
    skipped: [...walked.skipped.values()].sort((a, b) => byCodeUnits(a.path, b.path)),
    packageFolders: [...new Set(['', ...entered])].filter((folder) => packages.packageAt(folder) !== undefined).sort(byCodeUnits),
    isWanted,
  };
}

function adviceFor(scope: Scope, context: Context, entered: Set<string>, outDirs: Set<string>): WalkAdvice {
  const ignored = matcherOf(context.options.ignore ?? [], context);
  const included = matcherOf(context.options.include ?? [], context);
  const named = new Set(scope.files);
  const bases = (context.options.include ?? []).flatMap((glob) => basesOf(glob, context));
  return {
    index: context.index,
    maxFileSize: context.maxFileSize,
    maxEntries: context.maxEntries,
    enter(directory) {
      const { path } = directory;
      const owner = context.packages.ownerOf(path);
      if (owner !== undefined) entered.add(owner.directory);
      context.packages.openWorkspace(path);
      for (const { outDir, rootDir } of context.configs.configsOf(path)) {
        if (outDir !== undefined && outDir !== path && outDir !== rootDir && !isWithin(path, outDir)) outDirs.add(outDir);
      }
    },
    isOutDir: (path) => (outDirs.has(path) && !holdsTypeScript(path, context)) || isPublishedCopy(path, context),
    leadsToPackage: context.packages.leadsToPackage,
    isIgnored: ignored,
    isWanted: (path) => named.has(path) || included(path),
    leadsToWanted: (path) => bases.some((base) => isWithin(base, path) || isWithin(path, base)),
  };
}

/** Globs match paths seen from the root or from where the user stands. */
function matcherOf(globs: readonly string[], context: Context): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const matches = picomatch(globs.map(trimGlob), { dot: true });
  const prefix = fromCwd(context);
  return (path) => matches(path) || matches(`${path}/`) || (prefix !== undefined && path.startsWith(prefix) && matches(path.slice(prefix.length)));
}

function basesOf(glob: string, context: Context): string[] {
  const { base } = picomatch.scan(trimGlob(glob));
  const prefix = fromCwd(context);
  return prefix === undefined || prefix === '' ? [base] : [base, `${prefix}${base}`];
}

function trimGlob(glob: string): string {
  return glob.replace(/^\.\//, '').replace(/\/$/, '/**');
}

/** Where the user stands, seen from the root with a closing slash; undefined outside the root. */
function fromCwd(context: Context): string | undefined {
  const path = relative(context.index.root, context.options.cwd).split(sep).join('/');
  return path.startsWith('..') ? undefined : path === '' ? '' : `${path}/`;
}

/** The folders that the packages entered so far depend on: by name, by project reference, by what a tsconfig includes. */
function dependenciesOf(entered: ReadonlySet<string>, followed: Set<string>, context: Context): readonly string[] {
  const { packages, configs, index } = context;
  const found = new Set<string>();
  for (const folder of [...entered].sort(byCodeUnits)) {
    if (followed.has(folder)) continue;
    followed.add(folder);
    const owner = packages.packageAt(folder);
    for (const name of Object.keys(owner?.manifest.dependencies ?? {})) {
      const local = packages.packageNamed(name, owner);
      if (local !== undefined && local.directory !== folder && local.directory !== '') found.add(local.directory);
    }
    for (const config of configs.configsOf(folder)) {
      for (const target of [...config.references, ...config.includes]) {
        if (isWithin(target, folder) || isWithin(folder, target) || /(^|\/)(node_modules|\.[^/]+)(\/|$)/.test(target)) continue;
        found.add(index.locate(target) === undefined ? target : parentOf(target));
      }
    }
  }
  return [...found].filter((folder) => !entered.has(folder)).sort(byCodeUnits);
}

/** A folder such as `lib` beside `src`, of plain JavaScript, that the package publishes. */
function isPublishedCopy(folder: string, context: Context): boolean {
  if (!/^(?:lib|es|esm|cjs)$/.test(nameOf(folder)) || !hasSourcesBeside(folder, context) || !isPublished(folder, context)) return false;
  return !holdsTypeScript(folder, context);
}

function holdsTypeScript(folder: string, context: Context): boolean {
  const files = context.index.directory(folder)?.files ?? [];
  return [...files].some((name) => /\.[cm]?tsx?$/.test(name) && !isDeclarationName(name));
}

function hasSourcesBeside(folder: string, context: Context): boolean {
  return context.index.directory(parentOf(folder))?.directories.has('src') === true;
}

function isPublished(folder: string, context: Context): boolean {
  const owner = context.packages.packageAt(parentOf(folder));
  const entries = owner === undefined ? [] : [...owner.entries, ...owner.manifest.bin];
  return entries.some((entry) => isWithin(joinInside(parentOf(folder), entry) ?? '..', folder));
}

function isOnlySource(output: string, walked: Walked, context: Context): boolean {
  const owner = context.packages.packageAt(parentOf(output));
  if (owner === undefined || !isPublished(output, context) || hasSourcesBeside(output, context)) return false;
  return ![...walked.files.values()].some((file) => isWithin(file.path, owner.directory) && /\.[cm]?tsx?$/.test(file.path) && file.role === 'service');
}

function unskip(output: string, walked: Walked, advice: WalkAdvice): void {
  walked.skipped.delete(output);
  walkTree(output, walked, advice);
}
