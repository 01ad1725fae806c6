import { createRequire } from 'node:module';
import type { DirectoryIndex } from './directory-index.js';
import { hasWildcards, matchesGlob, matchesSegment } from './match-glob.js';
import { asRecord, memberOf, parseJson, stringsOf, type JsonRecord } from './read-json.js';
import { byCodeUnits, childOf } from './relative-path.js';
import type { Note } from './types.js';

const NEVER_A_PACKAGE = new Set(['node_modules', '.git']);
const MOST_FOLDERS = 20_000;
const MOST_GLOBS = 1_000;

/** The globs of workspace packages that a folder declares through pnpm, npm, yarn or lerna; empty for none. */
export function workspaceGlobsOf(files: {
  readonly manifestGlobs: readonly string[];
  readonly pnpmWorkspace: string | undefined;
  readonly lerna: string | undefined;
}): readonly string[] {
  const notes: Note[] = [];
  const pnpm = files.pnpmWorkspace === undefined ? [] : packagesOf(files.pnpmWorkspace);
  const lerna = files.lerna === undefined ? [] : stringsOf(memberOf(parseJson(files.lerna, 'lerna.json', notes), 'packages'));
  return [...new Set([...files.manifestGlobs, ...pnpm, ...lerna])].filter((glob) => glob.length < 500).slice(0, MOST_GLOBS);
}

function packagesOf(pnpmWorkspace: string): readonly string[] {
  const section = yamlSection(pnpmWorkspace, 'packages');
  const lines = section.split('\n').slice(1).filter((line) => !/^\s*(?:#.*)?$/.test(line));
  const items = lines.map((line) => /^\s*- +(?:"([^"\\]+)"|'([^']+)'|([\w@./][^\s#:]*))\s*(?:#.*)?$/.exec(line));
  const isPlainList = /^packages:\s*(?:#.*)?$/.test(section.split('\n')[0] ?? '') && items.every((item) => item !== null);
  if (isPlainList) return items.map((item) => (item?.[1] ?? item?.[2] ?? item?.[3]) as string);
  return stringsOf(memberOf(parseYaml(section), 'packages'));
}

/** The lines of one top-level key of a YAML file: the rest of it need not be parsed. */
export function yamlSection(text: string, key: string): string {
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => line.startsWith(`${key}:`) || line.startsWith(`"${key}":`) || line.startsWith(`'${key}':`));
  if (start < 0) return '';
  const length = lines.slice(start + 1).findIndex((line) => /^[^\s#-]/.test(line));
  return lines.slice(start, length < 0 ? lines.length : start + 1 + length).join('\n');
}

/** Parses YAML into a plain object; undefined when it is not one. */
export function parseYaml(text: string): JsonRecord | undefined {
  try {
    // Loaded on demand: most projects have no YAML to read.
    const yaml = createRequire(import.meta.url)('yaml') as typeof import('yaml');
    return asRecord(yaml.parse(text, { logLevel: 'silent', maxAliasCount: 100 }));
  } catch {
    return undefined;
  }
}

/** The folders with a package.json that the globs of a workspace root select, sorted. */
export function expandWorkspace(index: DirectoryIndex, base: string, globs: readonly string[]): readonly string[] {
  const unwanted = globs.filter((glob) => glob.startsWith('!')).map((glob) => trim(glob.slice(1)));
  const members = new Set<string>();
  for (const glob of globs.filter((each) => !each.startsWith('!'))) {
    for (const folder of foldersMatching(index, base, trim(glob))) {
      const inWorkspace = base === '' ? folder : folder.slice(base.length + 1);
      if (index.directory(folder)?.files.has('package.json') !== true) continue;
      if (!unwanted.some((each) => matchesGlob(each, inWorkspace))) members.add(folder);
    }
  }
  return [...members].sort(byCodeUnits);
}

function trim(glob: string): string {
  return glob.replace(/^\.\//, '').replace(/\/+(package\.json)?$/, '');
}

function foldersMatching(index: DirectoryIndex, base: string, glob: string): ReadonlySet<string> {
  let folders = new Set([base]);
  for (const segment of glob.split('/')) {
    if (segment === '' || segment === '.') continue;
    folders = segment === '**' ? allBelow(index, folders) : matchingBelow(index, folders, segment);
  }
  return folders;
}

function matchingBelow(index: DirectoryIndex, folders: ReadonlySet<string>, segment: string): Set<string> {
  const found = new Set<string>();
  for (const folder of folders) {
    const names = hasWildcards(segment) ? childrenOf(index, folder).filter((name) => matchesSegment(segment, name)) : [segment];
    for (const name of names) {
      const path = childOf(folder, name);
      if (path !== undefined && index.directory(path) !== undefined) found.add(path);
    }
  }
  return found;
}

function allBelow(index: DirectoryIndex, folders: ReadonlySet<string>): Set<string> {
  const found = new Set(folders);
  const waiting = [...folders];
  for (let folder = waiting.pop(); folder !== undefined && found.size < MOST_FOLDERS; folder = waiting.pop()) {
    for (const name of childrenOf(index, folder)) {
      const path = childOf(folder, name);
      if (!found.has(path)) {
        found.add(path);
        waiting.push(path);
      }
    }
  }
  return found;
}

function childrenOf(index: DirectoryIndex, folder: string): string[] {
  const directory = index.directory(folder);
  if (directory === undefined) return [];
  return [...directory.directories].filter((name) => !NEVER_A_PACKAGE.has(name)).sort(byCodeUnits);
}
