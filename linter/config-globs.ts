import { posix, relative, sep } from 'node:path';
import { matchesGlob, matchesSegment } from '#project/match-glob.js';

/** Whether a file of the root is meant by a glob of the configuration. A folder means all that is in it. */
export function isMeantBy(glob: string, fromConfig: string, file: string): boolean {
  const path = posix.join(fromConfig, file);
  const wanted = glob.replace(/^\.\//, '').replace(/\/+$/, '');
  return matchesGlob(wanted, path) || matchesGlob(`${wanted}/**`, path);
}

/** The way from a configuration's folder down to the root; empty where the root is not below it. */
export function wayToRoot(folder: string, root: string): string {
  const way = relative(folder, root).split(sep).join('/');
  return way.startsWith('..') ? '' : way;
}

/** A glob written from the configuration's folder as one from the root below it; undefined where it means nothing there. */
export function rebasedGlob(glob: string, way: string): string | undefined {
  let rest = glob.replace(/^\.\//, '').split('/');
  for (const folder of way === '' ? [] : way.split('/')) {
    if (rest[0] === '**') break;
    // The glob means a folder that the root is in.
    if (rest[0] === undefined) return '**';
    if (!matchesSegment(rest[0], folder)) return undefined;
    rest = rest.slice(1);
  }
  return rest.length === 0 ? '**' : rest.join('/');
}
