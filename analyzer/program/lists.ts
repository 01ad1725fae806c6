import type { Expression } from '#facts/types.js';
import { addersTo } from './adders.js';
import { neverInProduction } from './dead-arms.js';
import { decorationsOf } from './decorations.js';
import type { Engine } from './engine.js';
import { isFluent, usesOn } from './fluent.js';
import { propertiesOf } from './members.js';
import { frameNear } from './place-bases.js';
import type { CallInstance, Frame, ListValue, Value, ValueSet } from './values.js';

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
  if (value?.is !== 'list') return undefined;
  const { positions, origin } = value;
  const isEmpty = origin?.expression.is === 'array' && origin.expression.elements.length === 0;
  const added = positions !== undefined || isEmpty ? (addedByItsMethods(engine, value) ?? (isEmpty ? addedByDecorators(engine, value) : undefined)) : undefined;
  if (added !== undefined) return [...(positions ?? []), ...added];
  return positions === undefined || addedTo(engine, value).values.length > 0 ? undefined : positions;
}

// `builder.timeout(500).retry(2)`: each method of the chain adds in its turn.
function addedByItsMethods(engine: Engine, list: ListValue): readonly ValueSet[] | undefined {
  const self = list.origin?.frame.self;
  if (self?.is !== 'instance' || !isFluent(self.class)) return undefined;
  const all = addersTo(engine, list).flatMap(({ unit, site, holder, added, front, key }) => {
    if (!isAddedThere(engine, holder, frameNear(engine, list.origin?.frame, unit, site.by), list)) return [];
    const uses = unit === self.class.unit && !front && key === undefined && added.every(({ is }) => is !== 'spread') ? usesOn(engine, self, site.by) : undefined;
    return uses === undefined ? [undefined] : uses.map(({ call, frame }) => ({ depth: depthOf(call.expression), root: rootOf(call.expression), sets: added.map((one) => engine.evaluate(one, frame)) }));
  });
  const known = all.filter((one) => one !== undefined);
  const isOneChain = known.every(({ root, depth }, position) => root === known[0]?.root && known.findIndex((other) => other.depth === depth) === position);
  return known.length === 0 || known.length < all.length || !isOneChain ? undefined : known.sort((a, b) => a.depth - b.depth).flatMap(({ sets }) => sets);
}

// `routes.push({ path, name })` in a decorator: once for each place where it is applied.
function addedByDecorators(engine: Engine, list: ListValue): readonly ValueSet[] | undefined {
  if (list.origin?.frame !== list.origin?.frame.unit.frame) return undefined;
  const adders = addersTo(engine, list).filter(({ unit, site, holder }) => isAddedThere(engine, holder, frameNear(engine, list.origin?.frame, unit, site.by), list));
  const all = adders.map(({ unit, site, front, added }) => (front || added.some(({ is }) => is === 'spread') ? [] : decorationsOf(engine, unit, site.by).map(({ frame, order }) => ({ order, sets: added.map((one) => engine.evaluate(one, frame)) }))));
  if (all.length === 0 || all.some((decorations) => decorations.length === 0)) return undefined;
  return all.flat().sort((a, b) => a.order - b.order).flatMap(({ sets }) => sets);
}

function depthOf({ callee }: CallInstance['expression']): number {
  return callee.is === 'member' && callee.of.is === 'call' ? 1 + depthOf(callee.of) : 0;
}

function rootOf(expression: CallInstance['expression']): Expression {
  const { callee } = expression;
  return callee.is === 'member' && callee.of.is === 'call' ? rootOf(callee.of) : callee.is === 'member' ? callee.of : expression;
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

/** What `push`, `add` and `set` put into a list after it was made, wherever that stands in its file or on its holder. */
export function addedTo(engine: Engine, list: ListValue): ValueSet {
  if (list.origin === undefined) return engine.table.empty;
  const { frame: origin } = list.origin;
  return engine.table.union(addersTo(engine, list).flatMap(({ unit, site, holder, added }) => {
    // What a function adds to a list that it made itself is its own activation's.
    const frame = frameNear(engine, origin, unit, site.by);
    return isAddedThere(engine, holder, frame, list) && !neverInProduction(engine, site.call, frame) ? added.map((one) => engine.evaluate(one, frame)) : [];
  }));
}

/** Does what stands there add to this list? */
export function isAddedThere(engine: Engine, holder: Expression, frame: Frame, list: ListValue): boolean {
  return engine.evaluate(holder, frame).values.some((value) => value.is === 'list' && value.origin?.expression === list.origin?.expression);
}
