import { createHash, type Hash } from 'node:crypto';
import { lstatSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { foldersUpwards } from './config-search.js';

/** The state of everything on disk that a result depends on. */
export interface Snapshot {
  readonly hash: string;
  /** The youngest modification among it, in ms since the epoch. */
  readonly youngest: number;
}

const INVISIBLE = new Set(['node_modules', '.git', '.hg', '.svn', '.cache', '.turbo', '.yarn', '.pnpm-store']);
const READ = new Set([
  '.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json', '.jsonc', '.json5', '.yaml', '.yml', '.toml', '.lock', '.lockb', '.prisma', '.sql', '.graphql', '.gql', '.proto', '',
]);
const ABOVE = [
  'package.json', 'package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'yarn.lock', 'bun.lock', 'tsconfig.json', 'tsconfig.base.json',
  '.gitignore', 'node_modules/.package-lock.json', 'node_modules/.modules.yaml', 'node_modules/.yarn-state.yml',
];
const MAX_ENTRIES = 300_000;

/** Takes the names, sizes and times of a root's files, of what lies above it, and of further files; undefined where that is too much. */
export function takeSnapshot(root: string, further: readonly string[]): Snapshot | undefined {
  const hash = createHash('sha256');
  let youngest = 0;
  const take = (path: string) => {
    youngest = Math.max(youngest, addStats(path, hash));
  };
  for (const folder of foldersUpwards(root)) for (const name of ABOVE) take(join(folder, name));
  for (const path of further) take(path);
  const folders = [root];
  let entries = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of entriesOf(folder)) {
      if (++entries > MAX_ENTRIES) return undefined;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!INVISIBLE.has(entry.name)) folders.push(path);
      } else if (READ.has(extname(entry.name).toLowerCase())) take(path);
    }
  }
  return { hash: hash.digest('hex'), youngest };
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function addStats(path: string, hash: Hash): number {
  try {
    const { size, mtimeMs, ctimeMs, mode } = lstatSync(path);
    hash.update(`${path}\0${size}\0${mtimeMs}\0${ctimeMs}\0${mode}\0`);
    return mtimeMs;
  } catch {
    hash.update(`${path}\0-\0`);
    return 0;
  }
}
