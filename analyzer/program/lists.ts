import type { Expression } from '#facts/types.js';
import type { Engine } from './engine.js';
import { propertiesOf } from './members.js';
import type { ListValue, Value, ValueSet } from './values.js';

/** Lists that get longer by spreading others into them are not kept by position. */
export const MAX_SPREAD = 1000;

/** One element of a list, set, map or object, whichever it may be; `why` says what is unknown otherwise. */
export function elementsOf(engine: Engine, set: ValueSet, why: string): ValueSet {
  return engine.table.union(set.values.map((value) => elementsOfValue(engine, value, why)));
}

function elementsOfValue(engine: Engine, value: Value, why: string): ValueSet {
  if (value.is === 'list') return engine.table.union([value.elements, addedTo(engine, value)]);
  if (value.is === 'object' || value.is === 'merged') return engine.table.union([...propertiesOf(engine, value).values()]);
  if (value.is === 'library') {
    const path = engine.libraries.canonical(value.module, `${value.path}[]`);
    return engine.table.only(engine.library(path.module, path.path, value, undefined));
  }
  if (value.is === 'typed') {
    const index = value.members.find((member) => member.name === '[]');
    if (index !== undefined) return engine.valuesOfType(index.type, value.unit);
  }
  return value.is === 'unknown' ? engine.table.only(value) : engine.table.unknown(why);
}

/** A list's elements by position; undefined when something is added to it after it was made. */
export function exactPositions(engine: Engine, value: Value | undefined): readonly ValueSet[] | undefined {
  if (value?.is !== 'list' || value.positions === undefined) return undefined;
  return addedTo(engine, value).values.length > 0 ? undefined : value.positions;
}

/** What `for … of` binds for each element: pairs of a map, else the elements; undefined when their number or order is not known. */
export function iteratedPositions(engine: Engine, value: Value | undefined): readonly ValueSet[] | undefined {
  const exact = exactPositions(engine, value);
  if (exact === undefined || value?.is !== 'list' || value.keys === undefined) return exact;
  const { keys } = value;
  return exact.map((element, position) => pairOf(engine, keys[position] ?? engine.table.unknown('a key'), element));
}

/** One element of what is iterated. */
export function iteratedElement(engine: Engine, set: ValueSet): ValueSet {
  return engine.table.union(set.values.map((value) => {
    const element = elementsOfValue(engine, value, 'an element of what is iterated');
    return value.is === 'list' && value.keys !== undefined ? pairOf(engine, engine.table.union(value.keys), element) : element;
  }));
}

/** A list of two. */
export function pairOf(engine: Engine, key: ValueSet, value: ValueSet): ValueSet {
  return engine.list([key, value], engine.table.union([key, value]), undefined, undefined);
}

/** The names of an object's properties, or a list's positions. */
export function keysOf(engine: Engine, set: ValueSet): ValueSet {
  const names: ValueSet[] = [];
  for (const value of set.values) {
    if (value.is === 'object' || value.is === 'merged') for (const name of propertiesOf(engine, value).keys()) names.push(engine.table.literal(name));
    else if (value.is === 'list' && value.keys !== undefined) names.push(...value.keys);
    else names.push(engine.table.unknown('a key nobody can tell'));
  }
  return engine.table.union(names);
}

const ADDERS: ReadonlyMap<string, number> = new Map([['push', 0], ['unshift', 0], ['add', 0], ['set', 1]]);

/** What `push`, `add` and `set` put into a list after it was made, wherever that stands in its file or on its holder. */
export function addedTo(engine: Engine, list: ListValue): ValueSet {
  if (list.origin === undefined) return engine.table.empty;
  const { unit } = list.origin.frame;
  const sets: ValueSet[] = [];
  for (const [name, position] of ADDERS) {
    for (const site of unit.index.calls.get(name) ?? []) {
      if (site.call.callee.is !== 'member' || site.call.arguments.length <= position) continue;
      const holder = site.call.callee.of;
      if (!isKept(holder) && !(holder.is === 'element' && isKept(holder.of))) continue;
      const frame = engine.generic(unit, site.by);
      if (!engine.evaluate(holder, frame).values.some((value) => value.is === 'list' && value.origin?.expression === list.origin?.expression)) continue;
      const added = site.call.arguments[position];
      if (added !== undefined) sets.push(engine.evaluate(added, frame));
    }
  }
  return engine.table.union(sets);
}

// A name, a field; one of the lists that either holds: `this.hooks[phase].push(hook)`.
function isKept(holder: Expression): boolean {
  return holder.is === 'variable' || (holder.is === 'member' && holder.of.is === 'this');
}

/** What a map holds under a key: the entry of a known key, else anything in it. */
export function entryOf(engine: Engine, list: ListValue, key: ValueSet | undefined): ValueSet {
  const only = key?.values[0];
  if (list.keys !== undefined && list.positions !== undefined && key?.values.length === 1 && only?.is === 'literal') {
    const position = list.keys.findIndex((candidate) => candidate === key);
    const found = position < 0 ? undefined : list.positions[position];
    if (found !== undefined) return found;
  }
  return engine.table.union([list.elements, addedTo(engine, list)]);
}
