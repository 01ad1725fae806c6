import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const LOOK_AGAIN_MS = 50;
// Longer than an analysis takes: a thread that was stopped leaves its lock, and its process lives on.
const DEAD_AFTER_MS = 3 * 60_000;
const GIVE_UP_AFTER_MS = 10 * 60_000;

/** Does the work while no other process or thread does it for the same folder. Where no lock can be had, it is done all the same. */
export function underLock<T>(folder: string, work: () => T): T {
  const path = join(folder, 'lock');
  const isMine = take(path, folder);
  try {
    return work();
  } finally {
    if (isMine) quietly(() => rmSync(path, { force: true }));
  }
}

function take(path: string, folder: string): boolean {
  const deadline = Date.now() + GIVE_UP_AFTER_MS;
  quietly(() => mkdirSync(folder, { recursive: true, mode: 0o700 }));
  while (Date.now() < deadline) {
    try {
      const descriptor = openSync(path, 'wx', 0o600);
      writeSync(descriptor, `${process.pid} ${hostname()}`);
      closeSync(descriptor);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
      if (isAbandoned(path)) quietly(() => rmSync(path, { force: true }));
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_AGAIN_MS);
    }
  }
  return false;
}

function isAbandoned(path: string): boolean {
  try {
    if (Date.now() - statSync(path).mtimeMs > DEAD_AFTER_MS) return true;
    const [pid = '', host = ''] = readFileSync(path, 'utf8').split(' ');
    return host === hostname() && /^\d+$/.test(pid) && !isAlive(Number(pid));
  } catch {
    // Gone meanwhile, or not to be read: the next attempt decides.
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function quietly(work: () => unknown): void {
  try {
    work();
  } catch {
    // A lock is a courtesy: without it the work is done twice.
  }
}
