import { createHash } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolderOf, readCached, writeCached } from './cache-folder.js';
import type { Configuration } from './config.js';
import { toolFingerprint } from './fingerprint.js';
import type { LintOptions } from './options.js';
import type { PlainResult } from './plain-result.js';
import { rootOf } from './root.js';
import { takeSnapshot } from './snapshot.js';

/** Whole results of earlier runs: where nothing changed, nothing is analysed. */
export interface ResultCache {
  find(): PlainResult | undefined;
  keep(result: PlainResult): void;
}

interface Stored {
  readonly key: string;
  /** Files outside the root that the result depends on, absolute. */
  readonly further: readonly string[];
  readonly state: string;
  readonly result: PlainResult;
}

const MAX_FILES = 8;
// A file changed again within the resolution of its time stamp would look unchanged.
const TOO_FRESH_MS = 100;

/** Opens the stored result for these options. The state of the disk is taken now, before anything is read. */
export function openResultCache(options: LintOptions, configuration: Configuration): ResultCache {
  const root = rootOf(options);
  const folder = options.cacheDirectory ?? cacheFolderOf(root);
  const key = createHash('sha256').update(JSON.stringify([toolFingerprint(), process.version, root, options, configuration])).digest('hex');
  const path = join(folder, `result-${key.slice(0, 24)}.json`);
  const stored = parse(readCached(path), key);
  const opened = Date.now();
  const before = takeSnapshot(root, stored?.further ?? []);
  return {
    find: () => (stored !== undefined && before !== undefined && stored.state === before.hash ? stored.result : undefined),
    keep(result) {
      if (before === undefined || !isWhole(result)) return;
      const further = furtherFiles(result);
      // Taken again: a file that changed while we worked belongs to neither state.
      const after = takeSnapshot(root, further);
      const unchanged = takeSnapshot(root, stored?.further ?? []);
      if (after === undefined || unchanged?.hash !== before.hash || opened - after.youngest < TOO_FRESH_MS) return;
      writeCached(path, [JSON.stringify({ key, further, state: after.hash, result } satisfies Stored)]);
      prune(folder);
    },
  };
}

function isWhole({ incidents, skipped }: PlainResult): boolean {
  return incidents.every(({ repeatable }) => repeatable === true) && !skipped.some(({ reason }) => reason === 'time' || reason === 'internal-error');
}

function furtherFiles(result: PlainResult): string[] {
  return (result.configurations ?? []).map((path) => join(result.root, path));
}

function parse(content: Buffer | undefined, key: string): Stored | undefined {
  if (content === undefined) return undefined;
  try {
    const stored = JSON.parse(content.toString('utf8')) as Partial<Stored>;
    const sound = stored.key === key && typeof stored.state === 'string' && Array.isArray(stored.further) && isResult(stored.result);
    return sound ? (stored as Stored) : undefined;
  } catch {
    return undefined;
  }
}

function isResult(result: unknown): boolean {
  if (typeof result !== 'object' || result === null) return false;
  const lists = ['rules', 'findings', 'entryPoints', 'skipped', 'notes', 'incidents'] as const;
  return lists.every((name) => Array.isArray((result as Record<string, unknown>)[name])) && typeof (result as PlainResult).coverage === 'object';
}

function prune(folder: string): void {
  try {
    const files = readdirSync(folder).filter((name) => /^result-[0-9a-f]{24}\.json$/.test(name)).map((name) => join(folder, name));
    const oldestFirst = files.map((path) => ({ path, modified: statSync(path).mtimeMs })).sort((a, b) => a.modified - b.modified);
    for (const { path } of oldestFirst.slice(0, Math.max(0, files.length - MAX_FILES))) rmSync(path, { force: true });
  } catch {
    // Another run prunes at the same time.
  }
}
