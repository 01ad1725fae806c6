import type { Library } from '#catalog/schema.js';
import type { FileFacts } from '#facts/types.js';
import type { Note } from '#project/types.js';
import { didYouMean } from './nearest.js';

/** Rows of the configuration for files, or exports of files, that are not there: they say nothing about anything. */
export function describedNowhere(rows: readonly Library[], files: ReadonlyMap<string, FileFacts>): Note[] {
  return rows.filter((library) => library.package.startsWith('./')).flatMap((library) => {
    const path = library.package.slice('./'.length);
    const facts = files.get(path);
    if (facts === undefined) return [{ message: `catalog: "${library.package}" is no file of this run.${didYouMean(path, files.keys())}` }];
    const exported = facts.exports.flatMap((each) => ('name' in each ? [each.name] : []));
    if (facts.exports.some((each) => each.is === 'all' || each.is === 'equals')) return [];
    const missing = new Set(namesIn(library).filter((name) => name !== '' && !name.includes('*') && !exported.includes(name)));
    return [...missing].map((name) => ({ message: `catalog: "${library.package}" exports no "${name}".${didYouMean(name, exported)}` }));
  });
}

function namesIn(library: Library): readonly string[] {
  const rows = [library.operations, library.resources, library.wrappers, library.blocking, library.budgets, library.claims].flatMap((all): readonly object[] => all ?? []);
  return rows.flatMap((row) => {
    const { call, create, calls } = row as { call?: string; create?: string; calls?: readonly string[] };
    return [call, create, ...(calls ?? [])].filter((path): path is string => path !== undefined).map((path) => /^[\w$*]*/.exec(path)?.[0] ?? '');
  });
}
