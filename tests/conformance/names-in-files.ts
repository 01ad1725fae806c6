import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const known = new Map<string, ReadonlySet<string>>();
const MAX_BYTES = 60_000_000;

/** Every name and code in a package's own JavaScript and typings. */
export function namesIn(folder: string): ReadonlySet<string> {
  const before = known.get(folder);
  if (before !== undefined) return before;
  const names = new Set<string>();
  let bytes = 0;
  for (const path of filesIn(folder)) {
    bytes += statSync(path).size;
    if (bytes > MAX_BYTES) break;
    for (const [name] of readFileSync(path, 'utf8').matchAll(/[\w$][\w$-]*/g)) {
      names.add(name);
      if (name.includes('-')) for (const part of name.split('-')) names.add(part);
    }
  }
  known.set(folder, names);
  return names;
}

/** The JavaScript and typings of a package, without those of its dependencies. */
export function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules') continue;
    if (entry.isDirectory()) yield* filesIn(join(folder, entry.name));
    else if (/\.(?:[cm]?js|d\.[cm]?ts)$/.test(entry.name)) yield join(folder, entry.name);
  }
}
