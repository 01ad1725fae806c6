import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { cacheFolderOf, readCached, writeCached } from '#linter/cache-folder.js';
import { underLock } from '#linter/session/lock.js';
import type { Settings } from './settings.js';

/** A service as ESLint is asked about it: its folder, the working folder and the settings. */
export interface Asked {
  readonly folder: string;
  readonly cwd: string;
  readonly settings: Settings;
}

// ESLint's workers take part in the environment of the process.
const VARIABLE = 'SEAMLINT_STATE_FOR_ESLINT_CACHE';
let state: string | undefined;

/**
 * What ESLint's `--cache` has to know beside the text of a file: it takes the plugin's version into account, and nothing else of ours.
 * The text changes with any finding of the services that were linted from this folder before; it is empty where ESLint keeps no cache.
 */
export function cacheState(findingsOf: (asked: Asked) => string): string {
  return (state ??= isMainThread ? ofMainThread(findingsOf) : process.env[VARIABLE] ?? '');
}

/** Notes that a service is linted from its working folder, for the next run with `--cache`. */
export function noteForCache(asked: Asked): void {
  if (!keepsCache() || isNoted(asked)) return;
  const folder = folderFor(asked.cwd);
  underLock(folder, () => writeCached(join(folder, 'services.json'), [JSON.stringify([...notedIn(asked.cwd).filter((one) => !isSame(one, asked)), asked])]));
}

function keepsCache(): boolean {
  return isMainThread ? process.argv.includes('--cache') : (process.env[VARIABLE] ?? '') !== '';
}

function ofMainThread(findingsOf: (asked: Asked) => string): string {
  if (!keepsCache()) return '';
  const noted = notedIn(process.cwd());
  // Nothing is known yet: what is stored now must fit no later run.
  const found = noted.length === 0 ? `+first.${Date.now()}` : `+${noted.map(findingsOf).join('.')}`;
  process.env[VARIABLE] = found;
  return found;
}

function isNoted(asked: Asked): boolean {
  return notedIn(asked.cwd).some((one) => isSame(one, asked));
}

function isSame(a: Asked, b: Asked): boolean {
  return JSON.stringify([a.folder, a.cwd, a.settings]) === JSON.stringify([b.folder, b.cwd, b.settings]);
}

function notedIn(cwd: string): readonly Asked[] {
  try {
    const read: unknown = JSON.parse(readCached(join(folderFor(cwd), 'services.json'))?.toString('utf8') ?? '[]');
    return Array.isArray(read) ? read.filter(isAsked) : [];
  } catch {
    return [];
  }
}

function isAsked(one: unknown): one is Asked {
  const { folder, cwd, settings } = (one ?? {}) as Partial<Asked>;
  return typeof folder === 'string' && typeof cwd === 'string' && typeof settings === 'object';
}

function folderFor(cwd: string): string {
  return join(cacheFolderOf(cwd), 'eslint');
}
