import type { DirectoryIndex } from './directory-index.js';
import { childOf, nameOf } from './relative-path.js';

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.d.ts', '.d.mts', '.d.cts', '.json'];
// TypeScript lets the written extension stand for its relatives, also where it was written with `.tsx`.
const WRITTEN_FOR: Readonly<Record<string, readonly string[]>> = {
  '.ts': ['.ts', '.tsx', '.d.ts'],
  '.tsx': ['.tsx', '.ts', '.d.ts'],
  '.mts': ['.mts', '.d.mts'],
  '.cts': ['.cts', '.d.cts'],
  '.js': ['.ts', '.tsx', '.js', '.jsx', '.d.ts'],
  '.jsx': ['.tsx', '.ts', '.jsx', '.js', '.d.ts'],
  '.mjs': ['.mts', '.mjs', '.d.mts'],
  '.cjs': ['.cts', '.cjs', '.d.cts'],
};

/** The source or JSON file that a path in an import means, by the rules of Node and TypeScript. */
export function resolvePath(index: DirectoryIndex, path: string, entryOf: (folder: string) => string | undefined): string | undefined {
  return resolveFile(index, path) ?? resolveFolder(index, path, entryOf);
}

/** The file a path means when it does not mean a folder. */
export function resolveFile(index: DirectoryIndex, path: string): string | undefined {
  if (path === '') return undefined;
  const written = /\.[cm]?[jt]sx?$/.exec(path)?.[0];
  if (written !== undefined) {
    const stem = path.slice(0, -written.length);
    for (const extension of WRITTEN_FOR[written] ?? []) {
      const found = index.locate(stem + extension);
      if (found !== undefined) return found;
    }
  }
  const exact = index.locate(path);
  if (exact !== undefined && isCodeOrJson(exact)) return exact;
  for (const extension of EXTENSIONS) {
    const found = index.locate(path + extension);
    if (found !== undefined) return found;
  }
  return undefined;
}

function resolveFolder(index: DirectoryIndex, path: string, entryOf: (folder: string) => string | undefined): string | undefined {
  const folder = index.directory(path);
  if (folder === undefined) return undefined;
  const entry = folder.files.has('package.json') ? entryOf(folder.path) : undefined;
  return entry ?? resolveFile(index, childOf(folder.path, 'index'));
}

/** Whether a file can be analysed or read as data. */
export function isCodeOrJson(path: string): boolean {
  return /\.([cm]?[jt]sx?|json)$/.test(path);
}

/** A file whose path differs only in upper and lower case, which Linux does not find. */
export function differingInCase(index: DirectoryIndex, path: string): string | undefined {
  const slash = path.lastIndexOf('/');
  const folder = index.directory(slash < 0 ? '' : path.slice(0, slash));
  const wanted = nameOf(path).toLowerCase();
  for (const name of folder?.files ?? []) {
    const lower = name.toLowerCase();
    if (lower === wanted || EXTENSIONS.some((extension) => lower === wanted + extension)) return childOf(folder?.path ?? '', name);
  }
  return undefined;
}
