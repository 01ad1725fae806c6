import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { libraries } from '#catalog/index.js';
import type { Library } from '#catalog/schema.js';

const FOLDER = join(import.meta.dirname, '../../catalog');
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.ts') && name !== 'index.ts' && name !== 'schema.ts');

const PATH = /^(?:[^|\s]+\|)?(?:(?:[\w$#*]+(?:\(\)|\[\])*|(?:\(\))+)(?:\.[\w$#*]+(?:\(\)|\[\])*)*)?$/;
const CORE = String.raw`(?:(?:-?\d+|\*)(?:\.\.|\[\])?)?(?:\.[^.|?()\s[\]]+(?:\[\])?(?:\(\))?)*(?:\?[\w.]+)?`;
const PLACE = new RegExp(String.raw`^(?:(?:creation|parent|of|result|library):|chain:[\w$]+(?:\([\w$.-]+\))?:)*${CORE}(?:\|${CORE})*$`);

const PATH_KEYS = new Set(['create', 'decorator', 'classDecorator', 'token', 'unscopedBy', 'typed', 'calls', 'by', 'exits', 'on', 'parameters', 'plugin', 'registeredBy', 'as', 'cradles']);
const PLACE_KEYS = new Set(['at', 'orAt', 'callback', 'handlers', 'before', 'function', 'policies', 'fallback', 'keys', 'uses', 'wraps', 'from', 'cleanups', 'client', 'continues', 'of', 'to', 'writesAt']);
/** Here `call` is a method's name and `is` a word or a literal. */
const NAMES_NOT_PATHS = new Set(['close', 'runs']);

/** Keys that end like places and hold property names or values; within `settings` they are paths of a settings file. */
const NOT_PLACES = new Set(['offAt', 'classesAt', 'moduleAt', 'childrenAt']);
/** Places in a settings file. */
const SETTINGS = new Set(['settings', 'globs', 'deliveries', 'mappings']);
/** A callback's parameter may be what stands at a place of the call. */
const PARAMETER = /^@\d/;

interface Found {
  readonly where: string;
  readonly path?: string;
  readonly place?: string;
}

/** Every path and place of a row, with the way to it. */
function* pathsAndPlaces(value: unknown, where: string, key = '', parent = ''): Generator<Found> {
  if (Array.isArray(value)) for (const element of value) yield* pathsAndPlaces(element, where, key, parent);
  else if (typeof value === 'object' && value !== null) for (const [name, inner] of Object.entries(value)) yield* pathsAndPlaces(inner, `${where}.${name}`, name, key);
  else if (typeof value !== 'string') return;
  else if (PATH_KEYS.has(key) || (key === 'call' && !NAMES_NOT_PATHS.has(parent)) || (parent === 'same' && (key === 'path' || key === 'is')) || (parent === 'provides' && key === 'gives') || parent === 'types') yield { where, path: value };
  else if (!SETTINGS.has(parent) && (PLACE_KEYS.has(key) || (key.endsWith('At') && !NOT_PLACES.has(key)))) yield { where, place: value };
}

/** What makes two rows of one kind the same row. */
function identitiesOf(kind: string, row: Record<string, unknown>): string[] {
  const subjects = [row['call'], row['create'], row['decorator'], row['token'], row['path'], row['file'], row['typed'], row['classDecorator'], row['settings'], row['shape'], row['emit'], row['by'], row['says'], row['options'], row['named'], ...((row['calls'] as string[] | undefined) ?? [])].filter((subject) => subject !== undefined);
  const names = (row['call'] !== undefined && kind === 'operations' ? (row['members'] as string[] | undefined) : undefined) ?? [''];
  const rest = JSON.stringify([row['when'], row['withArguments'], ['provisions', 'tables', 'words'].includes(kind) ? row['is'] : '', row['versions'], (row['limit'] as { versions?: string } | undefined)?.versions, kind === 'bodies' ? (row['limit'] as { at?: unknown }).at : '', kind === 'callbacks' ? row['callback'] : '', kind === 'hooks' ? [row['handlerAt'], row['method']] : '', kind === 'closers' ? [row['cleanups'], row['server']] : '', kind === 'entryPoints' ? [row['kind'], row['method'], row['prefix'], row['handlers'], row['name'], row['members']] : '']);
  const keys = kind === 'blocking' ? subjects.map((subject) => [subject]) : [subjects];
  return keys.flatMap((subject) => names.map((name) => `${kind} ${JSON.stringify(subject)} ${name} ${rest}`));
}

function identitiesIn(library: Library): string[] {
  return Object.entries(library).flatMap(([kind, rows]) =>
    Array.isArray(rows) && kind !== 'shown' ? rows.flatMap((row: unknown) => (typeof row === 'object' && row !== null ? identitiesOf(kind, row as Record<string, unknown>) : [`${kind} ${String(row)}`])) : [],
  );
}

const duplicatesIn = (all: readonly string[]) => all.filter((one, index) => all.indexOf(one) !== index);

describe('the catalog', () => {
  it('lists every file once, sorted', () => {
    const index = readFileSync(join(FOLDER, 'index.ts'), 'utf8');
    const imported = [...index.matchAll(/from '\.\/([^']+)\.js'/g)].map(([, name]) => `${name}.ts`).filter((name) => name !== 'schema.ts');
    expect(imported).toEqual([...FILES].sort());
    expect(libraries).toHaveLength(FILES.length);
  });

  it('names no package or module twice', () => {
    expect(duplicatesIn(libraries.flatMap((library) => [library.package, ...(library.modules ?? [])]))).toEqual([]);
  });

  it.each(FILES)('%s has at most 120 lines and holds data only', (file) => {
    const text = readFileSync(join(FOLDER, file), 'utf8');
    expect(text.split('\n').length - 1).toBeLessThanOrEqual(120);
    const code = text.replace(/^\s*\/\/.*$/gm, '').replace(/'(?:[^'\\\n]|\\.)*'/g, "''").replace(/"[^"\n]*"/g, "''");
    expect(code).not.toMatch(/=>|\bfunction\b\s*[(\w]|\.\.\.|`|\?|\bif\b/);
  });

  it.each(libraries.map((library) => [library.package, library] as const))('%s: paths and places follow the grammar', (name, library) => {
    const all = [...pathsAndPlaces(library, name)].map((found) => (found.where.endsWith('.parameters') && found.path !== undefined && PARAMETER.test(found.path) ? { where: found.where, place: found.path.slice(1) } : found));
    const wrong = all.filter(({ path, place }) => (path === undefined ? place === '' || !PLACE.test(place ?? '') : !PATH.test(path)));
    expect(wrong).toEqual([]);
  });

  it.each(libraries.map((library) => [library.package, library] as const))('%s: no row stands twice', (_name, library) => {
    expect(duplicatesIn(identitiesIn(library))).toEqual([]);
  });

  it.each(libraries.map((library) => [library.package, library] as const))('%s: every row says where it is written', (_name, library) => {
    const kinds: readonly (readonly { readonly see?: string }[] | undefined)[] = [library.entryPoints, library.resources, library.operations, library.wrappers, library.blocking, library.closers, library.settings, library.claims];
    expect(kinds.flatMap((rows) => rows ?? []).filter((row) => row.see === undefined)).toEqual([]);
  });
});
