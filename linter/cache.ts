import { join } from 'node:path';
import type { SourceFile } from '#project/types.js';
import { readCached, writeCached } from './cache-folder.js';

/** The stored facts of a file. They hold as long as its content has this hash. */
export interface CachedFacts {
  readonly hash: string;
  /** The file has the size and time it had when its facts were stored, so that it need not be read. */
  readonly unchanged: boolean;
  readonly encoded: string;
}

/** Facts of earlier runs, kept in one file. Anything malformed in it is ignored. */
export interface FactsCache {
  find(file: SourceFile): CachedFacts | undefined;
  /** `encode` is asked only where something is stored. */
  keep(file: SourceFile, hash: string, encode: () => string): void;
  /** Writes what was kept in this run, if that differs from what lies there; `whole` drops files that were not kept. */
  save(whole: boolean): void;
}

type Entry = readonly [path: string, size: number, modified: number, hash: string, start: number, length: number];
interface Kept {
  readonly size: number;
  readonly modified: number;
  readonly hash: string;
  readonly body: Uint8Array;
}

// A file changed again within the resolution of its time stamp would look unchanged.
const TOO_FRESH_MS = 100;

/** Opens the facts stored under a key; a folder of `undefined` gives a cache that forgets. */
export function openFactsCache(folder: string | undefined, key: string): FactsCache {
  const path = folder === undefined ? undefined : join(folder, 'facts');
  const stored = path === undefined ? new Map<string, Kept>() : readEntries(readCached(path), key);
  const kept = new Map<string, Kept>();
  let changed = false;
  return {
    find(file) {
      const entry = stored.get(file.path);
      if (entry === undefined) return undefined;
      const unchanged = entry.size === file.size && entry.modified === file.modified;
      return { hash: entry.hash, unchanged, encoded: Buffer.from(entry.body).toString('utf8') };
    },
    keep(file, hash, encode) {
      if (path === undefined) return;
      const known = stored.get(file.path);
      const modified = Date.now() - file.modified < TOO_FRESH_MS ? -1 : file.modified;
      if (known?.hash === hash && known.size === file.size && known.modified === modified) kept.set(file.path, known);
      else {
        kept.set(file.path, { size: file.size, modified, hash, body: known?.hash === hash ? known.body : Buffer.from(encode()) });
        changed = true;
      }
    },
    save(whole) {
      if (path === undefined || !(changed || (whole && kept.size !== stored.size))) return;
      writeCached(path, encodeEntries(key, whole ? kept : new Map([...stored, ...kept])));
      changed = false;
    },
  };
}

function encodeEntries(key: string, files: ReadonlyMap<string, Kept>): (string | Uint8Array)[] {
  let start = 0;
  const entries: Entry[] = [];
  for (const [path, file] of files) {
    entries.push([path, file.size, file.modified, file.hash, start, file.body.length]);
    start += file.body.length;
  }
  return [`${JSON.stringify({ key, entries })}\n`, ...[...files.values()].map((file) => file.body)];
}

function readEntries(content: Buffer | undefined, key: string): Map<string, Kept> {
  const files = new Map<string, Kept>();
  const end = content?.indexOf('\n') ?? -1;
  if (content === undefined || end < 0) return files;
  try {
    const header = JSON.parse(content.subarray(0, end).toString('utf8')) as { key?: unknown; entries?: unknown };
    if (header.key !== key || !Array.isArray(header.entries)) return files;
    const bodies = content.subarray(end + 1);
    for (const entry of header.entries as unknown[]) {
      if (!isEntry(entry)) return new Map();
      const [path, size, modified, hash, start, length] = entry;
      if (start + length > bodies.length) return new Map();
      files.set(path, { size, modified, hash, body: bodies.subarray(start, start + length) });
    }
    return files;
  } catch {
    return new Map();
  }
}

function isEntry(entry: unknown): entry is Entry {
  if (!Array.isArray(entry) || entry.length !== 6) return false;
  const [path, size, modified, hash, start, length] = entry as unknown[];
  return typeof path === 'string' && typeof hash === 'string'
    && typeof size === 'number' && typeof modified === 'number'
    && [start, length].every((number) => Number.isSafeInteger(number) && (number as number) >= 0);
}
