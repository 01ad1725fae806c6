import type { Library } from '#catalog/schema.js';
import type { FileFacts } from '#facts/types.js';
import type { Note, PackageManifest } from '#project/types.js';
import { didYouMean, misspelt } from './nearest.js';

/** Rows of the configuration for files, exports of files or packages that are not there: they say nothing about anything. */
export function describedNowhere(rows: readonly Library[], files: ReadonlyMap<string, FileFacts>, manifests: readonly PackageManifest[]): Note[] {
  return [...inFiles(rows, files), ...inPackages(rows, files, manifests)];
}

function inFiles(rows: readonly Library[], files: ReadonlyMap<string, FileFacts>): Note[] {
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

// Rows that several services share may speak of packages that this one has no use for; only what looks like a slip of the hand is told.
function inPackages(rows: readonly Library[], files: ReadonlyMap<string, FileFacts>, manifests: readonly PackageManifest[]): Note[] {
  const unknown = rows.filter(({ package: name }) => !name.startsWith('./') && !name.includes('*'));
  if (unknown.length === 0) return [];
  const imported = [...files.values()].flatMap(({ requests }) => requests.map(({ specifier }) => specifier)).filter((specifier) => !specifier.startsWith('.'));
  const used = new Set([...manifests.flatMap(({ name, dependencies }) => [...(name === undefined ? [] : [name]), ...Object.keys(dependencies)]), ...imported]);
  const described = new Set(rows.flatMap(({ package: name, modules = [] }) => [name, ...modules]));
  return unknown.filter(({ package: name, modules = [] }) => ![name, ...modules].some((one) => used.has(one))).flatMap(({ package: name }) => {
    const meant = misspelt(name, [...used].filter((one) => !described.has(one)).sort());
    return meant === undefined ? [] : [{ message: `catalog: nothing here depends on "${name}" or imports it. Did you mean "${meant}"?` }];
  });
}

function namesIn(library: Library): readonly string[] {
  const rows = [library.operations, library.resources, library.wrappers, library.blocking, library.budgets, library.claims].flatMap((all): readonly object[] => all ?? []);
  return rows.flatMap((row) => {
    const { call, create, calls } = row as { call?: string; create?: string; calls?: readonly string[] };
    return [call, create, ...(calls ?? [])].filter((path): path is string => path !== undefined).map((path) => /^[\w$*]*/.exec(path)?.[0] ?? '');
  });
}
