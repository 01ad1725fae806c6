import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Configuration } from '../config.js';

/** The name of a baseline that lies in the root and is used without being named. */
export const USUAL_NAME = 'seamlint-baseline.jsonl';

/** The baseline of a run: the one that was named, else the configuration's, else the root's where there is one. */
export function locateBaseline(named: string | undefined, cwd: string, root: string, configuration: Configuration): string | undefined {
  if (named !== undefined) return realPathOf(resolve(cwd, named));
  if (configuration.baseline !== undefined) return realPathOf(configuration.baseline);
  const usual = join(root, USUAL_NAME);
  return existsSync(usual) ? usual : undefined;
}

/** The absolute paths that a run was about: only there may something be gone. */
export function askedPaths(paths: readonly string[], cwd: string): readonly string[] {
  if (paths.length === 0) return [realPathOf(cwd)];
  return paths.map((path) => {
    const absolute = realPathOf(resolve(cwd, path));
    // A tsconfig stands for its folder.
    return absolute.endsWith('.json') && statSync(absolute, { throwIfNoEntry: false })?.isFile() === true ? dirname(absolute) : absolute;
  });
}

// The root is a real path, and what is compared with it must be one too. A file to be written lies in a real folder.
function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(realPathOf(dirname(path)), path.slice(dirname(path).length).replace(/^[\\/]/, ''));
  }
}
