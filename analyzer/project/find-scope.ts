import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { createDirectoryIndex } from './directory-index.js';
import { expandWorkspace, workspaceGlobsOf } from './find-workspaces.js';
import { memberOf, asRecord, parseJson, stringsOf } from './read-json.js';
import { insideRoot, isWithin } from './relative-path.js';
import { UserError } from './user-error.js';

/** What the user asked to analyse: the root and, relative to it, folders, single files and a tsconfig. */
export interface Scope {
  readonly root: string;
  readonly folders: readonly string[];
  readonly files: readonly string[];
  /** A tsconfig that was named; its settings go before those of the nearest one. */
  readonly tsconfig?: string;
}

interface Given {
  readonly folders: readonly string[];
  readonly files: readonly string[];
  readonly tsconfig: string | undefined;
}

const HINT_PATH = 'Give a folder, a tsconfig.json or source files that exist.';
const TSCONFIG_NAME = /^(ts|js)config.*\.json$/;

/** Finds the root that encloses the given paths and what is to be analysed below it. */
export function findScope(paths: readonly string[], options: { readonly cwd: string; readonly tsconfig?: string }): Scope {
  const given = givenOf(paths, options);
  const starts = [...given.folders, ...given.files.map((file) => dirname(file))];
  const common = commonFolder(starts);
  const single = starts.length === 1 && given.folders.length === 1;
  const root = workspaceRootOf(common, starts) ?? packageRootOf(common) ?? (single ? common : gitRootOf(common) ?? common);
  const inside = (path: string): string => insideRoot(root, path) ?? '';
  const tsconfig = given.tsconfig === undefined ? undefined : insideRoot(root, given.tsconfig);
  if (given.tsconfig !== undefined && tsconfig === undefined) {
    throw new UserError(`${given.tsconfig} lies outside the project at ${root}`, 'Name a tsconfig below the root of the project.');
  }
  return {
    root,
    folders: [...new Set(given.folders.map(inside))],
    files: [...new Set(given.files.map(inside))],
    ...(tsconfig === undefined ? {} : { tsconfig }),
  };
}

function givenOf(paths: readonly string[], options: { readonly cwd: string; readonly tsconfig?: string }): Given {
  const folders: string[] = [];
  const files: string[] = [];
  let tsconfig = options.tsconfig === undefined ? undefined : readableTsconfig(resolve(options.cwd, options.tsconfig));
  for (const path of paths.length > 0 || tsconfig !== undefined ? paths : ['.']) {
    const real = realPathOf(resolve(options.cwd, path), path);
    const stat = statSync(real);
    if (stat.isDirectory()) folders.push(real);
    else if (!stat.isFile()) throw new UserError(`${path} is neither a file nor a folder`, HINT_PATH);
    else if (TSCONFIG_NAME.test(basename(real))) {
      tsconfig ??= readableTsconfig(real);
      folders.push(dirname(real));
    } else files.push(real);
  }
  if (folders.length + files.length === 0 && tsconfig !== undefined) folders.push(dirname(tsconfig));
  return { folders, files, tsconfig };
}

function realPathOf(absolute: string, path: string): string {
  try {
    return realpathSync(absolute);
  } catch {
    throw new UserError(`${path} does not exist`, HINT_PATH);
  }
}

function readableTsconfig(absolute: string): string {
  try {
    const real = realpathSync(absolute);
    if (textOf(real) !== undefined) return real;
  } catch {
    // Reported below, like what exists and cannot be read.
  }
  throw new UserError(`${absolute} cannot be read`, 'Name a tsconfig.json that exists and is readable.');
}

function commonFolder(folders: readonly string[]): string {
  let common = folders[0] as string;
  for (const folder of folders) while (insideRoot(common, folder) === undefined) common = dirname(common);
  return common;
}

/** The nearest folder at or above whose workspace packages include every start, not beyond a git root. */
function workspaceRootOf(common: string, starts: readonly string[]): string | undefined {
  for (const folder of upToGitRoot(common)) {
    const globs = declaredGlobs(folder);
    if (globs.length === 0) continue;
    if (folder === common) return folder;
    const members = expandWorkspace(createDirectoryIndex(folder), '', globs);
    if (starts.every((start) => members.some((member) => isWithin(insideRoot(folder, start) ?? '', member)))) return folder;
  }
  return undefined;
}

function packageRootOf(common: string): string | undefined {
  return upToGitRoot(common).find((folder) => existsSync(join(folder, 'package.json')));
}

function gitRootOf(common: string): string | undefined {
  return upToGitRoot(common).find((folder) => existsSync(join(folder, '.git')));
}

function upToGitRoot(start: string): string[] {
  const folders: string[] = [];
  for (let at = start; ; at = dirname(at)) {
    folders.push(at);
    if (dirname(at) === at || existsSync(join(at, '.git'))) return folders;
  }
}

function declaredGlobs(folder: string): readonly string[] {
  const manifest = textOf(join(folder, 'package.json'));
  const json = manifest === undefined ? undefined : parseJson(manifest, 'package.json', []);
  const workspaces = memberOf(json, 'workspaces');
  return workspaceGlobsOf({
    manifestGlobs: stringsOf(asRecord(workspaces) === undefined ? workspaces : memberOf(asRecord(workspaces), 'packages')),
    pnpmWorkspace: textOf(join(folder, 'pnpm-workspace.yaml')),
    lerna: textOf(join(folder, 'lerna.json')),
  });
}

function textOf(absolute: string): string | undefined {
  try {
    // Asked first: reading a pipe would wait for ever.
    return statSync(absolute).isFile() ? readFileSync(absolute, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
