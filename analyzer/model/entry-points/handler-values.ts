import type { EntryPointRow, Place } from '#catalog/schema.js';
import type { Expression, FunctionIndex } from '#facts/types.js';
import type { Engine } from '#program/engine.js';
import { parsePlace, placeValues } from '#program/places.js';
import type { Question } from '#program/questions.js';
import type { CallInstance, Frame, InstanceValue, LibraryValue, MergedValue, Unit, Value, ValueSet } from '#program/values.js';
import { classOf, functionOf } from '#program/values.js';
import { isLimit } from '../budgets.js';
import { readsBody } from './body-readers.js';
import { isLimiter } from './limiters.js';
import type { Reader } from './readers.js';
import type { RowCall } from './row-call.js';

/** Wrappers of wrappers looked through to find a handler. */
const MAX_WRAPPERS = 4;

/** A handler of a map: under which names it stands and where. */
export interface MapEntry {
  readonly names: readonly string[];
  readonly values: ValueSet;
  readonly frame: Frame;
  readonly at: number;
  /** The object it is a method of. */
  readonly of?: InstanceValue;
}

/** The functions that a registered value stands for: itself, what a wrapper was given, an object's methods. */
export function handlersIn(engine: Engine, value: Value, members: readonly string[] | undefined, depth = 0): readonly Value[] {
  if (value.is === 'function' || value.is === 'bound') return [value];
  if (depth > MAX_WRAPPERS) return [];
  if (value.is === 'list') return [...(value.positions ?? [value.elements])].flatMap((set) => set.values.flatMap((inner) => handlersIn(engine, inner, members, depth + 1)));
  if ((value.is === 'instance' || value.is === 'object' || value.is === 'merged') && members !== undefined) {
    return members.flatMap((name) => engine.memberOf(value, name).values.flatMap((inner) => handlersIn(engine, inner, undefined, depth + 1)));
  }
  if (value.is === 'class' && members !== undefined) return engine.injected(value).values.flatMap((instance) => handlersIn(engine, instance, members, depth + 1));
  if (value.is !== 'library' || value.call === undefined) return [];
  return wrappedHandlers(engine, value, depth);
}

// `wrap(handler)`, `middy().use(x).handler(handler)`: the functions among the arguments along the chain.
function wrappedHandlers(engine: Engine, value: LibraryValue, depth: number): readonly Value[] {
  let current: LibraryValue | undefined = value;
  while (current !== undefined) {
    const { call, from }: LibraryValue = current;
    if (call !== undefined && (from === undefined || (engine.libraries.rows(from.module, from.path)?.entryPoints.length ?? 0) === 0)) {
      const found = engine.argumentsOf(call).flatMap((set) => set.values.flatMap((inner) => handlersIn(engine, inner, undefined, depth + 1)));
      if (found.length > 0) return found;
    }
    current = from;
  }
  return [];
}

/** What a person calls a handler: the function's name, the class of an object that handles, empty when it has none. */
export function handlerName(value: Value): string {
  if (value.is === 'function') return functionOf(value).name || wrappedName(value.unit, value.index);
  if (value.is === 'class') return classOf(value).name;
  if (value.is === 'instance') return classOf(value.class).name;
  return value.is === 'bound' ? handlerName(value.target) : '';
}

// `const auth = wrap(async () => …)`: the function is known by what it becomes.
function wrappedName(unit: Unit, index: number): string {
  return unit.ask(wrappedFunctions).findLast(({ function: wrapped }) => wrapped === index)?.name ?? '';
}

interface Wrapped {
  readonly function: FunctionIndex;
  readonly name: string;
}

const wrappedFunctions: Question<readonly Wrapped[]> = ({ facts }) => facts.bindings.flatMap(({ name, values }) => values.flatMap(({ value }) => wrappedIn(value, name, 0)));

function wrappedIn(value: Expression, name: string, depth: number): readonly Wrapped[] {
  if (value.is !== 'call' || depth > MAX_WRAPPERS) return [];
  return value.arguments.flatMap((argument) => (argument.is === 'function' ? [{ function: argument.index, name }] : wrappedIn(argument, name, depth + 1)));
}

/** The names of the handlers in a set: of objects and classes that handle, their own name. */
export function handlerNames(engine: Engine, set: ValueSet, row: EntryPointRow): readonly string[] {
  return set.values.flatMap((value) => {
    const handlers = handlersIn(engine, value, row.members).filter((handler) => !takesError(handler, row));
    return handlers.length > 0 && (value.is === 'class' || value.is === 'instance') ? [handlerName(value)] : handlers.map(handlerName);
  }).filter((name) => name !== '');
}

/** Does a handler run only after an error? */
export function takesError(value: Value, row: EntryPointRow): boolean {
  return row.errorArity !== undefined && value.is === 'function' && functionOf(value).parameters.length === row.errorArity;
}

/** The handlers of a registration in order, with the middleware of libraries that sets a budget or reads the body; the last answers. */
export function handlerSequence(engine: Engine, { row, call, callee }: RowCall, places: readonly Place[], read?: Reader): readonly ValueSet[] {
  const sequence: ValueSet[] = [];
  for (const place of places) {
    const parsed = parsePlace(place);
    const plain = parsed.scope === 'call' && parsed.segments.length === 0 && typeof parsed.argument === 'number';
    const found = plain && parsed.onwards
      ? engine.argumentsOf(call).slice(parsed.argument).flatMap((set) => flatten(engine, set))
      : flatten(engine, read?.(place) ?? placeValues(engine, call, callee, place));
    const useful = found.filter((set) => set.values.some((value) => isLimit(engine, value) || isLimiter(engine, value) || (value.is === 'library' && readsBody(engine, value.from, value.call)) || handlersIn(engine, value, row.members).length > 0));
    sequence.push(...useful);
    // Alternatives: the first place that holds a handler is it.
    if (useful.length > 0 && !parsed.onwards) break;
  }
  return sequence;
}

function flatten(engine: Engine, set: ValueSet): readonly ValueSet[] {
  const only = set.values[0];
  if (set.values.length !== 1 || only?.is !== 'list') return [set];
  return (only.positions ?? [only.elements]).flatMap((inner) => flatten(engine, inner));
}

/** The entries of a map place such as `0.resolvers.Query.*`: one for each property that a `*` stands for. */
export function mapEntries(engine: Engine, call: CallInstance, callee: LibraryValue, place: Place): readonly MapEntry[] {
  const star = place.indexOf('*');
  const fixed = star < 0 ? place : place.slice(0, star).replace(/\.$/, '');
  const rest = star < 0 ? [] : place.slice(star).split('.').filter((name) => name !== '');
  const before = fixed.split('.').slice(1);
  const start: MapEntry = { names: before, values: placeValues(engine, call, callee, fixed), frame: call.frame, at: call.expression.at };
  let current: readonly MapEntry[] = [start];
  for (const name of rest) current = current.flatMap((entry) => entry.values.values.flatMap((value) => step(engine, entry, value, name)));
  return current;
}

function step(engine: Engine, entry: MapEntry, value: Value, name: string): readonly MapEntry[] {
  const all = propertyEntries(engine, value);
  if (name === '*') return all.map((found) => ({ ...found, names: [...entry.names, ...found.names] }));
  const own = all.filter((found) => found.names[0] === name);
  return own.map((found) => ({ ...found, names: entry.names }));
}

/** Every property of an object with where it is written, spreads followed. */
export function propertyEntries(engine: Engine, value: Value, depth = 0): readonly MapEntry[] {
  if (depth > 8) return [];
  if (value.is === 'merged') return mergedEntries(engine, value, lastByName(value.of.flatMap((set) => set.values.flatMap((part) => propertyEntries(engine, part, depth + 1)))));
  if (value.is === 'list') return (value.positions ?? []).flatMap((set) => set.values.flatMap((part) => propertyEntries(engine, part, depth + 1)));
  if (value.is === 'namespace') {
    return value.unit.facts.exports.flatMap((exported) =>
      'name' in exported ? [{ names: [exported.name], values: engine.exportOf(value.unit, exported.name), frame: value.unit.frame, at: exported.at }] : []);
  }
  if (value.is === 'instance') {
    return value.class.unit.facts.classes[value.class.index]?.members.flatMap((member) =>
      member.static === true || member.inward === true || member.name.startsWith('#') ? [] : [{ names: [member.name], values: engine.memberOf(value, member.name), frame: value.class.unit.frame, at: member.at, of: value }]) ?? [];
  }
  if (value.is !== 'object') return [];
  return lastByName(value.expression.properties.flatMap((property): readonly MapEntry[] => {
    if (property.is === 'named') return [{ names: [property.name], values: engine.memberOf(value, property.name), frame: value.frame, at: property.at }];
    const inner = engine.evaluate(property.value, value.frame);
    if (property.is === 'spread') return inner.values.flatMap((part) => propertyEntries(engine, part, depth + 1));
    return engine.evaluate(property.key, value.frame).values.flatMap((key) =>
      key.is === 'literal' ? [{ names: [String(key.value)], values: inner, frame: value.frame, at: property.at }] : []);
  }));
}

// In a deep merge the objects under one name are one.
function mergedEntries(engine: Engine, value: MergedValue, entries: readonly MapEntry[]): readonly MapEntry[] {
  return value.deep === true ? entries.map((entry) => ({ ...entry, values: engine.memberOf(value, entry.names[0] ?? '') })) : entries;
}

function lastByName(entries: readonly MapEntry[]): readonly MapEntry[] {
  const byName = new Map<string, MapEntry>();
  for (const entry of entries) byName.set(entry.names.join('.'), entry);
  return [...byName.values()];
}
