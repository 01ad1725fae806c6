import type { PhrasingContent } from 'mdast';
import type { Site } from '#model/site.js';
import { missingOf, numberOf } from '../texts.js';

/** How a place is written. */
export type Written = (site: Site) => PhrasingContent;

/** Names in running text; a long list that is, but for a few, one that was written before is told by it. */
export type Names = (names: readonly string[], where: string) => string;

/** How places and names are written. */
export interface Words {
  readonly place: Written;
  readonly names: Names;
}

/** A shorter list is written whenever it comes. */
const LONG = 12;

/** Writes each long list of names once; where there are few entry points, every list as it is. */
export function namesOnce(isMany: boolean, all: readonly string[] = []): Names {
  const told: { readonly where: string; readonly names: ReadonlySet<string> }[] = [];
  return (names, where) => {
    const lacking = missingOf(names, all);
    if (lacking !== undefined) return `all ${numberOf(all.length, 'entry point')}${lacking.length === 0 ? '' : ` but ${lacking.join(', ')}`}`;
    if (!isMany || names.length <= LONG) return names.join(', ');
    const own = new Set(names);
    const known = told.find((list) => list.names.size - own.size <= LONG && names.every((name) => list.names.has(name)));
    if (known === undefined) {
      told.push({ where, names: own });
      return names.join(', ');
    }
    const missing = [...known.names].filter((name) => !own.has(name));
    return `the ${own.size} entry points of ${known.where}${missing.length === 0 ? '' : `, which are all of them but ${missing.join(', ')}`}`;
  };
}
