import { existsSync, type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createDirectoryIndex } from '#project/directory-index.js';
import { expandWorkspace, workspaceGlobsOf } from '#project/find-workspaces.js';
import { matchesSegment } from '#project/match-glob.js';
import { foldersUpwards, searchConfig } from './config-search.js';
import { rootOf } from './root.js';

/** Yarn 1 takes other options than the yarn of today. */
export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'yarn 1' | 'bun';

/** What a project looks like to somebody who sets seamlint up in it. */
export interface ProjectPicture {
  readonly root: string;
  /** The top of the repository; the root where there is none. */
  readonly top: string;
  readonly packageManager: PackageManager;
  /** There is a file that says which versions are installed. */
  readonly hasLockfile: boolean;
  /** The branch that others start from, as far as git's own files tell; `main` otherwise. */
  readonly mainBranch: string;
  /** Dependencies that the catalog knows to answer requests, those of a workspace's packages too. */
  readonly frameworks: readonly string[];
  /** Other dependencies that the catalog knows. */
  readonly libraries: readonly string[];
  readonly typescript: boolean;
  readonly isInstalled: boolean;
  /** A configuration of seamlint that is there, absolute. */
  readonly config?: string;
  /** A flat ESLint configuration, absolute. */
  readonly eslintConfig?: string;
  readonly hasEslint: boolean;
  /** Where it is checked and published, as far as the files tell. */
  readonly ci: readonly ('github' | 'gitlab')[];
}

const LOCKFILES: readonly (readonly [file: string, manager: PackageManager])[] = [
  ['pnpm-lock.yaml', 'pnpm'], ['yarn.lock', 'yarn'], ['bun.lock', 'bun'], ['bun.lockb', 'bun'], ['package-lock.json', 'npm'], ['npm-shrinkwrap.json', 'npm'],
];
const ESLINT_FILES = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((extension) => `eslint.config.${extension}`);

// Entry points that answer somebody: a client library may have consumers too.
const ANSWERING: ReadonlySet<string> = new Set(['http', 'rpc', 'graphql', 'serverless']);

/** Looks at the project that the working folder, or the folder named, belongs to. Runs nothing of it. */
export function pictureOf(cwd: string, paths: readonly string[]): ProjectPicture {
  const root = rootOf({ cwd, paths });
  const folders = foldersUpwards(root);
  const top = folders.at(-1) ?? root;
  const below = packagesBelow(root);
  const dependencies = [...new Set(folders.flatMap((folder) => Object.keys(manifestOf(folder).dependencies)))];
  const search = searchConfig(root, false);
  const config = search.found?.path ?? search.notExecuted[0];
  const managers = folders.flatMap((folder) => LOCKFILES.flatMap(([file, manager]) => (existsSync(join(folder, file)) ? [manager === 'yarn' && isOfYarn1(join(folder, file)) ? 'yarn 1' : manager] : [])));
  const eslintConfig = folders.flatMap((folder) => ESLINT_FILES.map((name) => join(folder, name))).find((path) => isFile(path));
  return {
    root,
    top,
    packageManager: managers[0] ?? 'npm',
    hasLockfile: managers.length > 0,
    mainBranch: mainBranchOf(top),
    ...knownAmong([...new Set([root, ...below].flatMap((folder) => Object.keys(manifestOf(folder).dependencies)))]),
    typescript: dependencies.includes('typescript') || [root, ...below].some((folder) => existsSync(join(folder, 'tsconfig.json')) || holdsTypeScript(folder)),
    isInstalled: dependencies.includes('seamlint'),
    ...(config === undefined ? {} : { config }),
    ...(eslintConfig === undefined ? {} : { eslintConfig }),
    hasEslint: dependencies.includes('eslint') || eslintConfig !== undefined,
    ci: ciOf(top),
  };
}

function isOfYarn1(lockfile: string): boolean {
  return readQuietly(lockfile).includes('# yarn lockfile v1');
}

const TYPESCRIPT = /(?<!\.d)\.[cm]?tsx?$/;
const DEEPEST = 4;

// A service needs no tsconfig.json to be written in TypeScript.
function holdsTypeScript(folder: string, depth = 0): boolean {
  const entries = entriesOf(folder);
  if (entries.some((entry) => entry.isFile() && TYPESCRIPT.test(entry.name) && !entry.name.includes('.config.'))) return true;
  return depth < DEEPEST && entries.some((entry) => entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name) && holdsTypeScript(join(folder, entry.name), depth + 1));
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** The packages of the workspace whose root a folder is. */
function packagesBelow(root: string): readonly string[] {
  const textOf = (name: string) => (existsSync(join(root, name)) ? readQuietly(join(root, name)) : undefined);
  const globs = workspaceGlobsOf({ manifestGlobs: manifestOf(root).workspaces, pnpmWorkspace: textOf('pnpm-workspace.yaml'), lerna: textOf('lerna.json') });
  return globs.length === 0 ? [] : expandWorkspace(createDirectoryIndex(root), '', globs).map((folder) => join(root, folder));
}

function manifestOf(folder: string): { readonly dependencies: Readonly<Record<string, unknown>>; readonly workspaces: readonly string[] } {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8').replace(/^\uFEFF/, '')) as Record<string, object | undefined>;
    return { dependencies: { ...manifest['dependencies'], ...manifest['devDependencies'], ...manifest['peerDependencies'], ...manifest['optionalDependencies'] }, workspaces: globsOf(manifest['workspaces']) };
  } catch {
    return { dependencies: {}, workspaces: [] };
  }
}

// A list, or an object that holds it.
function globsOf(workspaces: object | undefined): readonly string[] {
  const listed = Array.isArray(workspaces) ? workspaces : (workspaces as { packages?: unknown } | undefined)?.packages;
  return Array.isArray(listed) ? listed.filter((one): one is string => typeof one === 'string') : [];
}

function knownAmong(dependencies: readonly string[]): Pick<ProjectPicture, 'frameworks' | 'libraries'> {
  const { libraries } = createRequire(import.meta.url)('#catalog/index.js') as typeof import('#catalog/index.js');
  const frameworks = new Set<string>();
  const others = new Set<string>();
  for (const { package: name, entryPoints = [] } of libraries)
    for (const dependency of dependencies)
      if (dependency === name || (name.includes('*') && matchesSegment(name.split('/').at(-1) ?? '', dependency.split('/').at(-1) ?? '') && dependency.split('/')[0] === name.split('/')[0]))
        (entryPoints.some(({ kind }) => ANSWERING.has(kind)) ? frameworks : others).add(dependency);
  return { frameworks: [...frameworks].sort(), libraries: [...others].filter((name) => !frameworks.has(name)).sort() };
}

function ciOf(top: string): ProjectPicture['ci'] {
  const remotes = readQuietly(join(top, '.git', 'config'));
  const github = existsSync(join(top, '.github')) || /url *=.*github\.com/.test(remotes);
  const gitlab = existsSync(join(top, '.gitlab-ci.yml')) || /url *=.*gitlab/.test(remotes);
  return [...(github ? (['github'] as const) : []), ...(gitlab ? (['gitlab'] as const) : [])];
}

function mainBranchOf(top: string): string {
  const git = join(top, '.git');
  const [, ofRemote] = /^ref: refs\/remotes\/origin\/([\w./-]+)\s*$/.exec(readQuietly(join(git, 'refs/remotes/origin/HEAD'))) ?? [];
  if (ofRemote !== undefined) return ofRemote;
  const packed = readQuietly(join(git, 'packed-refs'));
  const has = (branch: string) => existsSync(join(git, 'refs/heads', branch)) || new RegExp(` refs/(?:heads|remotes/origin)/${branch}$`, 'm').test(packed);
  return !has('main') && has('master') ? 'master' : 'main';
}

/** Text of the workflows of a repository, to see whether one runs seamlint already. */
export function workflowsOf(top: string): readonly string[] {
  const folder = join(top, '.github', 'workflows');
  try {
    return readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)).map((name) => readQuietly(join(folder, name)));
  } catch {
    return [];
  }
}

function readQuietly(path: string): string {
  try {
    return isFile(path) ? readFileSync(path, 'utf8') : '';
  } catch {
    return '';
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(realpathSync(path)).isFile();
  } catch {
    return false;
  }
}
