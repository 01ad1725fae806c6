import { createHash } from 'node:crypto';
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
const ENTRIES_IN_A_STEP = 100;
const ABSENT = '-';

/** Takes the names, sizes and times of a root's files, of what lies above it, and of further files; undefined where that is too much. */
export function takeSnapshot(root: string, further: readonly string[]): Snapshot | undefined {
  const states = statesOnDisk(root, further);
  if (states === undefined) return undefined;
  const hash = createHash('sha256');
  let youngest = 0;
  for (const [path, state] of states) {
    hash.update(`${path}\0${state}\0`);
    youngest = Math.max(youngest, modifiedIn(state));
  }
  return { hash: hash.digest('hex'), youngest };
}

/** What a snapshot is made of: the mode, size and times of each file in one text, by absolute path. */
export function statesOnDisk(root: string, further: readonly string[]): ReadonlyMap<string, string> | undefined {
  const steps = statesInSteps(root, further);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same, a few files at a time: a large project takes longer than somebody who types may wait. */
export function* statesInSteps(root: string, further: readonly string[]): Generator<void, ReadonlyMap<string, string> | undefined> {
  const states = new Map<string, string>();
  const take = (path: string) => void states.set(path, stateOf(path));
  for (const folder of foldersUpwards(root)) for (const name of ABOVE) take(join(folder, name));
  for (const path of further) take(path);
  const folders = [root];
  let entries = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of entriesOf(folder)) {
      if (++entries > MAX_ENTRIES) return undefined;
      if (entries % ENTRIES_IN_A_STEP === 0) yield;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!INVISIBLE.has(entry.name)) folders.push(path);
      } else if (READ.has(extname(entry.name).toLowerCase())) take(path);
    }
  }
  return states;
}

/** Paths of the files that differ; undefined where one came, went or became another kind of file. */
export function changedFiles(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): readonly string[] | undefined {
  const changed = [...now].filter(([path, state]) => before.get(path) !== state).map(([path]) => path);
  const sameKinds = before.size === now.size && changed.every((path) => modeIn(before.get(path)) === modeIn(now.get(path)));
  return sameKinds ? changed : undefined;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function stateOf(path: string): string {
  try {
    const { mode, mtimeMs, ctimeMs, size } = lstatSync(path);
    return `${mode} ${mtimeMs} ${ctimeMs} ${size}`;
  } catch {
    return ABSENT;
  }
}

function modifiedIn(state: string): number {
  return Number(state.split(' ')[1] ?? 0);
}

function modeIn(state: string | undefined): string | undefined {
  return state?.split(' ')[0];
}
