import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of our repository. */
export const TOP = fileURLToPath(new URL('../../', import.meta.url));

/** Every file that is or would be committed. */
export function ownFiles(): string[] {
  const listed = execFileSync('git', ['-c', 'core.fsmonitor=false', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: TOP, encoding: 'utf8', maxBuffer: 1e8 });
  return [...new Set(listed.split('\0').filter((path) => path !== ''))].filter((path) => readOwn(path) !== undefined).sort();
}

/** Text of a file of ours; undefined when it is not there any more. */
export function readOwn(path: string): string | undefined {
  try {
    return readFileSync(join(TOP, path), 'utf8');
  } catch {
    return undefined;
  }
}

/** TypeScript sources of the layers. */
export function sourceFiles(): string[] {
  return ownFiles().filter((path) => /^(analyzer|catalog|rules|linter|surfaces|bin)\/.*\.tsx?$/.test(path));
}
