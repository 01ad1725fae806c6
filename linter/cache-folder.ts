import { createHash, randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';

/** Where the cache of a root lies: in its node_modules where there are some, else in the user's own cache folder. */
export function cacheFolderOf(root: string): string {
  const inside = join(root, 'node_modules', '.cache', 'seamlint');
  if (isFolder(join(root, 'node_modules')) && staysInside(root, inside)) return inside;
  const base = process.env['XDG_CACHE_HOME'];
  const name = createHash('sha256').update(root).digest('hex').slice(0, 24);
  return join(base !== undefined && isAbsolute(base) ? base : join(homedir(), '.cache'), 'seamlint', name);
}

/** Reads a file of the cache; undefined where there is none that can be trusted to be one. */
export function readCached(path: string): Buffer | undefined {
  try {
    return lstatSync(path).isFile() ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a file of the cache so that readers see the old or the new one, never a half; a failure loses only speed. */
export function writeCached(path: string, chunks: readonly (string | Uint8Array)[]): void {
  const temporary = `${path}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(temporary, Buffer.concat(chunks.map((chunk) => Buffer.from(chunk as string))), { flag: 'wx', mode: 0o600 });
    renameSync(temporary, path);
  } catch {
    removeQuietly(temporary);
  }
}

// Where a file stands in the place of the folder, even removing what is not there fails.
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Nothing was written.
  }
}

// A repository may plant links where the cache would go; nothing is written through one that leaves it.
function staysInside(root: string, folder: string): boolean {
  for (let existing = folder; ; existing = dirname(existing)) {
    try {
      const way = relative(realpathSync(root), realpathSync(existing));
      return !way.startsWith(`..${sep}`) && way !== '..' && !isAbsolute(way);
    } catch {
      if (existing === root) return false;
    }
  }
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}
