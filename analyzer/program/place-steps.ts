import type { Expression, Property } from '#facts/types.js';
import type { Engine } from './engine.js';
import { elementsOf } from './lists.js';
import { propertiesOf } from './members.js';
import { frameNear, isHolderOf, methodCalls } from './place-bases.js';
import type { Base } from './place-bases.js';
import type { Segment } from './parse-place.js';
import { SETTLES } from './plain-values.js';
import { creationOf, isOnlyTyped, isSameThing } from './creations.js';
import type { Frame, LibraryValue, Value, ValueSet } from './values.js';
import { functionOf } from './values.js';

/** What stands at one place, and where it is written. */
export interface Spot {
  readonly set: ValueSet;
  readonly where: { readonly frame: Frame; readonly at: number } | undefined;
}

/** Goes from arguments to parts of them. */
export function followSegments(engine: Engine, spots: readonly Spot[], segments: readonly Segment[]): readonly Spot[] {
  let current = spots;
  let inHeaders = false;
  for (let position = 0; position < segments.length && current.length > 0; position += 1) {
    const segment = segments[position] as Segment;
    const dotted = segments.slice(position).map(({ name }) => name).join('.');
    // Option names may hold dots: gRPC's `grpc.max_receive_message_length`.
    if (position < segments.length - 1 && current.some((spot) => spot.set.values.some((value) => hasOwn(engine, value, dotted)))) {
      return current.flatMap((spot) => spot.set.values.flatMap((value) => partsOf(engine, value, dotted, spot)));
    }
    const step = inHeaders || segment.name.includes('-') ? headersOf : partsOf;
    current = current.flatMap((spot) => spot.set.values.flatMap((value) => step(engine, value, segment.name, spot)));
    if (segment.elements) current = current.map((spot) => ({ ...spot, set: listElements(engine, spot.set) }));
    if (segment.gives) current = current.map((spot) => ({ ...spot, set: givenBy(engine, spot.set) }));
    inHeaders ||= segment.name.toLowerCase() === 'headers';
  }
  return current;
}

function hasOwn(engine: Engine, value: Value, name: string): boolean {
  return (value.is === 'object' || value.is === 'merged') && propertiesOf(engine, value).has(name);
}

function listElements(engine: Engine, set: ValueSet): ValueSet {
  return set.values.some((value) => value.is === 'list') ? elementsOf(engine, set, 'an element of an option') : set;
}

// Factories get what containers inject: their parameters are found by type.
function givenBy(engine: Engine, set: ValueSet): ValueSet {
  return engine.table.union(set.values.map((value) => {
    if (value.is !== 'function') return value.is === 'bound' ? engine.invoke(value, undefined, [], undefined) : engine.table.empty;
    const frame = engine.enter(value, functionOf(value).parameters.length === 0 ? [] : undefined, value.self);
    return engine.table.union((value.unit.index.returns.get(value.index) ?? []).map((returned) => engine.evaluate(returned, frame)));
  }));
}

/** A part of one value, with the property it is written at. */
function partsOf(engine: Engine, value: Value, name: string, spot: Spot): readonly Spot[] {
  if (name === '*') return value.is === 'object' || value.is === 'merged' ? [...propertiesOf(engine, value).keys()].flatMap((key) => partsOf(engine, value, key, spot)) : [];
  switch (value.is) {
    case 'environment': return value.open === true ? [{ set: engine.table.unknown(`${name} of what is read as ${value.name}`), where: spot.where }] : [];
    case 'literal': case 'text': case 'regex': case 'function': case 'bound': case 'undefined': case 'list': return [];
    case 'library': return ofLibrary(engine, value, name, spot);
    case 'unknown': return value.why === SETTLES ? [] : [{ set: engine.table.only(value), where: spot.where }];
    default: {
      const set = engine.memberOf(value, name);
      return [{ set, where: writtenAt(engine, value, name) ?? spot.where }];
    }
  }
}

// `JSON.parse()`, unlike `AbortController()`.
const GIVES_DATA = /(?:^|\.)[a-z]\w*\(\)$/;

// A client, an agent or a URL in the place of options sets none; options that a library gives are not known.
function ofLibrary(engine: Engine, value: LibraryValue, name: string, spot: Spot): readonly Spot[] {
  const library = engine.libraries.library(value.module);
  if (isScalar(engine, value)) return [];
  // A library that makes neither clients nor resources gives data: a configuration, for instance.
  const isKnown = library !== undefined && (value.module === 'global' || (library.resources ?? library.operations) !== undefined);
  if (value.path === 'URL()' || (isKnown && (isOnlyTyped(value) ? !value.path.endsWith('()') : value.module === 'global' ? !GIVES_DATA.test(value.path) : creationOf(engine, value) !== undefined))) return [];
  return [{ set: engine.table.unknown(`${name} of what ${value.module === 'global' ? value.path : value.module} gives`), where: spot.where }];
}

/** Is a value a text, a number or a switch that a library reads, `z.string().url()`? */
export function isScalar(engine: Engine, { module, path }: LibraryValue): boolean {
  const scalars = engine.libraries.library(module)?.scalars;
  return scalars?.calls.some((call) => path === call || path.startsWith(`${call}.`)) === true && !scalars.but.some((name) => path.includes(`.${name}()`));
}

/** The property of an object literal that gives a member its value. */
function writtenAt(engine: Engine, value: Value, name: string, seen: Set<Value> = new Set()): Spot['where'] {
  if (seen.has(value)) return undefined;
  seen.add(value);
  if (value.is === 'merged') {
    for (const set of [...value.of].reverse()) for (const part of set.values) { const found = writtenAt(engine, part, name, seen); if (found !== undefined) return found; }
    return undefined;
  }
  if (value.is !== 'object') return undefined;
  for (const property of [...value.expression.properties].reverse()) {
    const found = propertyOffset(engine, property, name, value.frame, seen);
    if (found !== undefined) return found;
  }
  const assigned = engine.assignmentsNamed(name).find(({ unit, assignment }) =>
    engine.evaluate(assignment.of, engine.generic(unit, assignment.by)).values.some((holder) => holder.is === 'object' && holder.expression === value.expression));
  return assigned === undefined ? undefined : { frame: engine.generic(assigned.unit, assigned.assignment.by), at: assigned.assignment.at };
}

function propertyOffset(engine: Engine, property: Property, name: string, frame: Frame, seen: Set<Value>): Spot['where'] {
  if (property.is === 'named') return property.name === name ? { frame, at: property.at } : undefined;
  if (property.is === 'computed') {
    return engine.evaluate(property.key, frame).values.some((key) => key.is === 'literal' && String(key.value) === name) ? { frame, at: property.at } : undefined;
  }
  for (const part of engine.evaluate(property.value, frame).values) {
    const found = writtenAt(engine, part, name, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A header of one value: names compare without case, `Headers` and metadata objects count by what is put into them. */
function headersOf(engine: Engine, value: Value, name: string, spot: Spot): readonly Spot[] {
  if (value.is === 'library' && value.call !== undefined) return headersPut(engine, value, name);
  if (value.is !== 'object' && value.is !== 'merged') return partsOf(engine, value, name, spot);
  const found = [...propertiesOf(engine, value).keys()].filter((key) => key.toLowerCase() === name.toLowerCase());
  if (found.length > 0) return found.flatMap((key) => partsOf(engine, value, key, spot));
  return [name, name.toLowerCase()].flatMap((key) => partsOf(engine, value, key, spot));
}

function headersPut(engine: Engine, value: LibraryValue, name: string): readonly Spot[] {
  const made = value.call;
  const first = made === undefined ? undefined : engine.argumentsOf(made)[0];
  const spots: Spot[] = [];
  if (first !== undefined && made !== undefined) spots.push(...first.values.flatMap((part) => (part.is === 'library' ? [] : headersOf(engine, part, name, { set: first, where: { frame: made.frame, at: made.expression.at } }))));
  for (const method of ['set', 'append', 'add']) {
    for (const { call, holders } of methodCalls(engine, method, made?.frame)) {
      if (!holders.some((holder) => isSameThing(engine, holder, value))) continue;
      const [key, put] = engine.argumentsOf(call);
      const named = key?.values.some((text) => text.is === 'literal' && String(text.value).toLowerCase() === name.toLowerCase()) === true;
      if (named && put !== undefined) spots.push({ set: put, where: { frame: call.frame, at: call.expression.at } });
    }
  }
  return spots;
}

/** Properties assigned on a library's value: `server.requestTimeout = 5`. */
export function heldSpots(engine: Engine, base: Exclude<Base, { is: 'call' | 'unseen' }>, segments: readonly Segment[]): readonly Spot[] {
  const last = segments[segments.length - 1];
  if (last === undefined) return base.is === 'value' ? [{ set: engine.table.only(base.value), where: undefined }] : [];
  const near = base.is === 'result' ? base.call.frame : creationOf(engine, base.value)?.frame;
  const prefix = segments.slice(0, -1).map((segment) => segment.name);
  return engine.assignmentsNamed(last.name).flatMap(({ unit, assignment }) => {
    const frame = frameNear(engine, near, unit, assignment.by);
    const isHeld = engine.evaluate(assignment.of, frame).values.some((holder) => {
      const root = holder.is === 'library' ? rootBefore(holder, prefix) : undefined;
      return root !== undefined && isHolderOf(engine, base, root);
    });
    return isHeld ? [{ set: engine.evaluate(assignment.value, frame), where: { frame, at: assignment.at } }] : [];
  });
}

// `client.defaults` of the client: what it was read from.
function rootBefore(holder: LibraryValue, names: readonly string[]): LibraryValue | undefined {
  let current: LibraryValue | undefined = holder;
  for (const name of [...names].reverse()) {
    if (current === undefined || (current.path !== name && !current.path.endsWith(`.${name}`))) return undefined;
    current = current.from;
  }
  return current;
}

/** A parameter of the query of URLs; one that is not written there is not set. */
export function querySpots(engine: Engine, spots: readonly Spot[], name: string): readonly Spot[] {
  return spots.flatMap((spot) => spot.set.values.flatMap((value) => {
    const parts = value.is === 'literal' ? [String(value.value)] : value.is === 'text' ? value.parts : [];
    const text = parts.map((part) => part ?? '\0').join('');
    const found = new RegExp(`[?&]${name}=([^&#]*)`, 'i').exec(text)?.[1];
    if (found === undefined) return [];
    const set = found.includes('\0') ? engine.table.unknown(`${name} in a URL`) : engine.table.literal(/^-?\d+(\.\d+)?$/.test(found) ? Number(found) : found);
    return [{ set, where: spot.where }];
  }));
}

/** The first character of an expression, as far as facts tell. */
export function startOf(expression: Expression, frame: Frame): number | undefined {
  switch (expression.is) {
    case 'call': case 'new': return expression.start;
    case 'member': case 'element': return startOf(expression.of, frame) ?? expression.at;
    case 'binary': case 'logical': return startOf(expression.left, frame);
    case 'conditional': return startOf(expression.test, frame);
    case 'unary': case 'cast': return startOf(expression.of, frame);
    case 'spread': return startOf(expression.value, frame);
    case 'function': return frame.unit.facts.functions[expression.index]?.at;
    default: return 'at' in expression ? expression.at : undefined;
  }
}
