import type { LoadRow } from '#catalog/schema.js';
import type { CallExpression, Property } from '#facts/types.js';
import { nameOf, parentOf } from '#project/relative-path.js';
import { regexOf } from './calculations.js';
import type { Engine, Target } from './engine.js';
import { placeValues } from './places.js';
import type { CallInstance, LibraryValue, Unit } from './values.js';
import { writtenPathAt } from './written-paths.js';

/** More files of one folder than this are not read. */
const MAX_FILES = 400;

interface Loading {
  readonly call: CallInstance;
  /** What the plugin is registered by. */
  readonly by: LibraryValue;
  readonly row: LoadRow;
}

/** The registrations that one stands for whose plugin loads a folder: of each of its files, as if they were written there. */
export function loadedRegistrations(engine: Engine, call: CallInstance, targets: readonly Target[]): readonly CallExpression[] {
  return targets.flatMap((target) => {
    if (target.is !== 'value' || target.value.is !== 'library' || !engine.libraries.loaders.has(target.value.module)) return [];
    const by = target.value;
    return (engine.argumentsOf(call)[0]?.values ?? []).flatMap((plugin) => {
      const row = plugin.is === 'library' ? engine.libraries.library(plugin.module)?.loads?.find((one) => one.plugin === plugin.path && engine.libraries.isAt(by, one.registeredBy, plugin.module)) : undefined;
      return row === undefined ? [] : registrationsOf(engine, { call, by, row });
    });
  });
}

function registrationsOf(engine: Engine, loading: Loading): readonly CallExpression[] {
  const { call, by, row } = loading;
  const folder = writtenPathAt(engine, call, row.folderAt);
  const isGiven = (place: string) => placeValues(engine, call, by, place).values.length > 0;
  const ignored = isGiven(row.ignoredAt) ? patternAt(engine, loading) : NOTHING;
  const { expression, frame } = call;
  if (folder === undefined || ignored === undefined || row.choosesAt.some(isGiven) || expression.is === 'new') return [];
  return filesBelow(engine, loading, { folder, ignored }).flatMap(({ unit, folders }) => {
    const prefix = prefixOf(engine, loading, unit, folders);
    const key = `load:${engine.keyOf(expression)}:${frame.unit.id}:${unit.id}:${prefix}`;
    return [engine.remember(key, () => registrationOf(expression, loading, unit, prefix)) as CallExpression];
  });
}

const NOTHING = /(?!)/;

function patternAt(engine: Engine, { call, by, row }: Loading): RegExp | undefined {
  const [only, ...others] = placeValues(engine, call, by, row.ignoredAt).values;
  return only?.is === 'regex' && others.length === 0 ? regexOf(only.text) : undefined;
}

function registrationOf(expression: CallExpression, { call, row }: Loading, { path }: Unit, prefix: string): CallExpression {
  const { at } = expression;
  const [, given] = expression.arguments;
  const options: readonly Property[] = given === undefined ? [] : [{ is: 'spread', value: { is: 'member', of: given, name: row.options, at }, at }];
  return {
    ...expression,
    arguments: [
      { is: 'import', specifier: specifierOf(call.frame.unit.path, path), at },
      { is: 'object', properties: [...options, { is: 'named', name: row.prefix, value: { is: 'literal', value: prefix, at }, at }], at },
    ],
  };
}

// An import of the file from where the folder is named.
function specifierOf(from: string, to: string): string {
  const up = parentOf(from) === '' ? [] : parentOf(from).split('/').map(() => '..');
  return ['.', ...up, to].join('/');
}

interface Loaded {
  readonly unit: Unit;
  /** The folders below the one that is loaded, as a prefix. */
  readonly folders: string;
}

// An index stands for all files of its folder; what lies in the folders below is loaded all the same.
function filesBelow(engine: Engine, { call, by, row }: Loading, { folder, ignored }: { readonly folder: string; readonly ignored: RegExp }): readonly Loaded[] {
  const literal = (place: string) => placeValues(engine, call, by, place).values[0];
  const start = folder === '' ? 0 : folder.length + 1;
  const [foldersCount, parameters] = [literal(row.foldersAt), literal(row.parametersAt)];
  const hooks = new RegExp(row.hooks, 'i');
  const below = [...engine.units.values()].filter(({ path }) => (start === 0 || path.startsWith(`${folder}/`)) && !hooks.test(stemOf(path)) && !ignored.test(path.slice(start)));
  const isIndex = ({ path }: Unit) => stemOf(path).toLowerCase() === row.index;
  const indexed = new Set(below.filter(isIndex).map(({ path }) => parentOf(path)));
  return below.filter((unit) => isIndex(unit) || !indexed.has(parentOf(unit.path))).filter((unit) => isOn(engine, unit, row)).slice(0, MAX_FILES).map((unit) => {
    const inner = parentOf(unit.path).slice(start);
    const folders = inner === '' || (foldersCount?.is === 'literal' && foldersCount.value === false) ? '' : `/${inner}`;
    return { unit, folders: parameters?.is === 'literal' && parameters.value === true ? withParameters(folders) : folders };
  });
}

function stemOf(path: string): string {
  return nameOf(path).replace(/\.[cm]?[jt]sx?$/, '');
}

function isOn(engine: Engine, unit: Unit, { off }: LoadRow): boolean {
  const [said] = unit.index.exports.has(off) ? engine.exportOf(unit, off).values : [];
  return said?.is !== 'literal' || said.value !== false;
}

// `/users/_id` and `/users/by-__id`.
function withParameters(folders: string): string {
  return folders.includes('__') ? folders.replaceAll('__', ':') : folders.replaceAll('/_', '/:');
}

function prefixOf(engine: Engine, { call, by, row }: Loading, unit: Unit, folders: string): string {
  const textOf = (name: string) => {
    const [only] = unit.index.exports.has(name) ? engine.exportOf(unit, name).values : [];
    return only?.is === 'literal' && typeof only.value === 'string' ? only.value : undefined;
  };
  const whole = textOf(row.wholePrefix);
  if (whole !== undefined) return whole;
  const [outer] = placeValues(engine, call, by, `1.${row.options}.${row.prefix}`).values;
  const before = outer?.is === 'literal' && typeof outer.value === 'string' ? outer.value.replace(/\/$/, '') : '';
  return `${before}${(textOf(row.ownPrefix) ?? folders).replace(/\/+/g, '/')}`;
}
