import type { Place } from '#catalog/schema.js';
import type { Property } from '#facts/types.js';
import type { Engine } from './engine.js';
import { elementsOf } from './lists.js';
import { propertiesOf } from './members.js';
import type { CallInstance, Frame, LibraryValue, ValueSet } from './values.js';

/** A place of the catalog, taken apart. */
export interface ParsedPlace {
  readonly scope: 'call' | 'creation' | 'parent' | 'of' | 'result';
  readonly argument: number | undefined;
  /** All arguments from `argument` on. */
  readonly onwards: boolean;
  /** The elements of the argument when it is a list. */
  readonly elements: boolean;
  readonly names: readonly string[];
}

const PARSED = new Map<Place, ParsedPlace>();

/** Takes a place apart; throws on text that is no place (a test holds the catalog to the grammar). */
export function parsePlace(place: Place): ParsedPlace {
  const known = PARSED.get(place);
  if (known !== undefined) return known;
  const match = /^(?:(call|creation|parent|of|result):)?(-?\d+)?(\.\.)?(\[\])?((?:\.(?:[^.[\]]+))*)$/.exec(place);
  if (match === null) throw new Error(`not a place: ${place}`);
  const parsed: ParsedPlace = {
    scope: (match[1] ?? 'call') as ParsedPlace['scope'],
    argument: match[2] === undefined ? undefined : Number(match[2]),
    onwards: match[3] !== undefined, elements: match[4] !== undefined,
    names: (match[5] ?? '').split('.').filter((name) => name !== ''),
  };
  PARSED.set(place, parsed);
  return parsed;
}

/** The call a scope speaks of. */
export function scopeCall(scope: ParsedPlace['scope'], call: CallInstance, callee: LibraryValue | undefined, creation?: CallInstance): CallInstance | undefined {
  if (scope === 'call') return call;
  if (scope === 'creation') return creation ?? nearestCall(callee);
  if (scope === 'parent') return nearestCall(callee);
  return undefined;
}

function nearestCall(value: LibraryValue | undefined): CallInstance | undefined {
  let current = value;
  while (current !== undefined && current.call === undefined) current = current.from;
  return current?.call;
}

/** What stands at a place: the empty set when the place does not exist in this call. */
export function placeValues(engine: Engine, call: CallInstance, callee: LibraryValue | undefined, place: Place, creation?: CallInstance): ValueSet {
  const parsed = parsePlace(place);
  if (parsed.scope === 'of') return callee?.from === undefined ? engine.table.empty : follow(engine, engine.table.only(callee.from), parsed.names);
  const base = scopeCall(parsed.scope, call, callee, creation);
  if (base === undefined) return engine.table.empty;
  const given = engine.argumentsOf(base);
  const first = parsed.argument ?? 0;
  const start = first < 0 ? given.length + first : first;
  const chosen = parsed.onwards ? given.slice(start) : given.slice(start, start + 1);
  const sets = chosen.map((set) => (parsed.elements || parsed.onwards ? flattened(engine, set) : set));
  return follow(engine, engine.table.union(sets), parsed.names);
}

function flattened(engine: Engine, set: ValueSet): ValueSet {
  return set.values.some((value) => value.is === 'list') ? elementsOf(engine, set, 'an element of an argument') : set;
}

function follow(engine: Engine, set: ValueSet, names: readonly string[]): ValueSet {
  let current = set;
  for (const name of names) {
    if (current.values.length === 0) return current;
    if (name === '*') {
      current = engine.table.union(current.values.flatMap((value) => (value.is === 'object' || value.is === 'merged' ? [...propertiesOf(engine, value).values()] : [])));
    } else {
      const values = current.values.filter((value) => value.is !== 'library' && value.is !== 'function');
      current = engine.member(engine.table.of(values), name);
    }
  }
  return current;
}

/** Where in the source the value of a place is written: the property of the object literal nearest to the call, else the argument. */
export function placeOffset(engine: Engine, call: CallInstance, callee: LibraryValue | undefined, place: Place, creation?: CallInstance): { frame: Frame; at: number } | undefined {
  const parsed = parsePlace(place);
  const base = scopeCall(parsed.scope, call, callee, creation);
  if (base === undefined) return undefined;
  const { arguments: given } = base.expression;
  const first = parsed.argument ?? 0;
  const argument = given[first < 0 ? given.length + first : first];
  if (argument === undefined) return undefined;
  let found: { frame: Frame; at: number } | undefined;
  if ('at' in argument) found = { frame: base.frame, at: 'start' in argument ? argument.start : argument.at };
  let set = engine.evaluate(argument, base.frame);
  for (const name of parsed.names) {
    const owner = set.values.find((value) => value.is === 'object' && propertyNamed(value.expression.properties, name) !== undefined);
    if (owner?.is !== 'object') return found;
    const property = propertyNamed(owner.expression.properties, name) as Property;
    found = { frame: owner.frame, at: property.at };
    set = engine.member(engine.table.only(owner), name);
  }
  return found;
}

function propertyNamed(properties: readonly Property[], name: string): Property | undefined {
  return properties.findLast((property) => property.is === 'named' && property.name === name);
}
