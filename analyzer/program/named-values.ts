import type { NamedIn, ValueRow } from '#catalog/schema.js';
import type { Engine } from './engine.js';
import { libraryCalls } from './library-calls.js';
import type { LibraryCall } from './library-calls.js';
import { splitPath } from './library-index.js';
import { propertiesOf } from './members.js';
import { isScalar } from './place-steps.js';
import { placeValues } from './places.js';
import { settingsOf } from './settings-files.js';
import type { CallInstance, LibraryValue, ValueSet } from './values.js';

/** How deep descriptions of options are nested. */
const MAX_DEPTH = 6;

/** What is asked for by a name, `config.get('http.timeout')`: a member of the objects that a row points to. Undefined where they do not have it. */
export function namedValue(engine: Engine, { named = [] }: ValueRow, target: LibraryValue, call: CallInstance): ValueSet | undefined {
  const [first] = engine.argumentsOf(call);
  const [name] = first?.values ?? [];
  if (named.length === 0 || first?.values.length !== 1 || name?.is !== 'literal') return undefined;
  const foundIn = (sources: readonly NamedIn[]) => {
    const sets = sources.flatMap((source) => callsOf(engine, source, target, call).map((made) => memberAt(engine, source, made, String(name.value))));
    const found = engine.table.of(sets.flatMap((set) => set?.values ?? []).filter((value) => value.is !== 'undefined' && (value.is !== 'library' || !isScalar(engine, value))));
    return found.values.length === 0 || found.values.every(({ is }) => is === 'unknown') ? undefined : found;
  };
  return foundIn(named.filter(({ otherwise }) => otherwise !== true)) ?? foundIn(named.filter(({ otherwise }) => otherwise === true));
}

/** What is not set at all stands in the environment, where nobody sees it. */
export function unsetValue(engine: Engine, target: LibraryValue, call: CallInstance, scalar?: true): ValueSet {
  const [first] = engine.argumentsOf(call)[0]?.values ?? [];
  const name = first?.is === 'literal' ? String(first.value) : `a value of ${target.module}`;
  return engine.table.only(scalar === true ? engine.table.intern(`e.${name}`, { is: 'environment', name }) : engine.table.intern(`e?${name}`, { is: 'environment', name, open: true }));
}

function callsOf(engine: Engine, { by }: NamedIn, callee: LibraryValue, call: CallInstance): readonly LibraryCall[] {
  if (by === undefined) return [{ call, callee }];
  const [module, path] = splitPath(by, callee.module);
  return libraryCalls(engine, module, path);
}

function memberAt(engine: Engine, { at, files, under, leaf }: NamedIn, { call, callee }: LibraryCall, name: string): ValueSet | undefined {
  const rest = under === undefined ? name : within(placeValues(engine, call, callee, under), name);
  if (rest === undefined) return undefined;
  const held = at === undefined ? settingsOf(engine, call.frame.unit, files ?? []) : placeValues(engine, call, callee, at);
  const objects = (held ?? engine.table.empty).values.map((value) => (value.is === 'function' || value.is === 'bound' ? engine.invoke(value, undefined, [], undefined) : engine.table.only(value)));
  const found = (rest === '' ? [] : rest.split('.')).reduce((set, part) => engine.member(set, part), engine.table.union(objects));
  return leaf === undefined ? found : leavesOf(engine, found, leaf);
}

/** Objects with each description in them replaced by the value it holds: convict's `{ port: { default: 80 } }` as `{ port: 80 }`. */
export function leavesOf(engine: Engine, set: ValueSet, leaf: string, depth = MAX_DEPTH): ValueSet {
  return engine.table.union(set.values.map((value) => {
    if (depth === 0 || (value.is !== 'object' && value.is !== 'merged')) return engine.table.only(value);
    const properties = [...propertiesOf(engine, value)];
    const own = properties.find(([name]) => name === leaf);
    if (own !== undefined) return own[1];
    // A description that says no value, and no group of them.
    if (!properties.some(([, member]) => member.values.some(({ is }) => is === 'object' || is === 'merged'))) return engine.table.undefined;
    return engine.table.only(engine.record(properties.map(([name, member]): [string, ValueSet] => [name, namedAs(engine, leavesOf(engine, member, leaf, depth - 1), name)])));
  }));
}

// What has no default is what the environment says, by the name it is asked for.
function namedAs(engine: Engine, set: ValueSet, name: string): ValueSet {
  return engine.table.of(set.values.map((value) => (value.is === 'undefined' || (value.is === 'environment' && value.open !== true) ? engine.table.intern(`e.${name}`, { is: 'environment', name }) : value)));
}

// `http.timeout` is `timeout` of what stands under `http`, which is all of it under its own name.
function within({ values: [value, ...others] }: ValueSet, name: string): string | undefined {
  if (value?.is === 'literal' && others.length === 0 && name === String(value.value)) return '';
  return value?.is === 'literal' && others.length === 0 && name.startsWith(`${String(value.value)}.`) ? name.slice(String(value.value).length + 1) : undefined;
}
