import type { Place } from '#catalog/schema.js';
import type { Engine } from './engine.js';
import { basesOf } from './place-bases.js';
import type { Base, PlaceOrigin } from './place-bases.js';
import { followSegments, heldSpots, querySpots, startOf } from './place-steps.js';
import type { Spot } from './place-steps.js';
import { parsePlace } from './parse-place.js';
import type { ParsedPlace } from './parse-place.js';
import type { CallInstance, Frame, LibraryValue, ValueSet } from './values.js';
import { elementsOf } from './lists.js';

export { parsePlace } from './parse-place.js';
export type { ParsedPlace } from './parse-place.js';
export type { Spot } from './place-steps.js';

/** Why a place could not be read although its call was made. */
export const UNSEEN = 'its creation is not in sight';

/** What stands at a place: the empty set when the place does not exist in this call. */
export function placeValues(engine: Engine, call: CallInstance, callee: LibraryValue | undefined, place: Place, creation?: CallInstance): ValueSet {
  const spots = placeSpots(engine, { call, callee, creation }, place);
  const set = engine.table.union(spots.map((spot) => spot.set));
  return set.values.some((value) => value.is === 'undefined') ? engine.table.of(set.values.filter((value) => value.is !== 'undefined')) : set;
}

/** Where in the source the value of a place is written: the property of the object literal it stands in, else the argument. */
export function placeOffset(engine: Engine, call: CallInstance, callee: LibraryValue | undefined, place: Place, creation?: CallInstance): { frame: Frame; at: number } | undefined {
  const spots = placeSpots(engine, { call, callee, creation }, place);
  return spots.find((spot) => spot.where !== undefined && spot.set.values.some((value) => value.is !== 'undefined'))?.where;
}

/** Everything that can stand at a place, each with where it is written. */
export function placeSpots(engine: Engine, origin: PlaceOrigin, place: Place): readonly Spot[] {
  return spotsOf(engine, origin, parsePlace(place));
}

function spotsOf(engine: Engine, origin: PlaceOrigin, parsed: ParsedPlace): readonly Spot[] {
  for (const base of basesOf(engine, origin, parsed.scopes)) {
    const found = spotsOfBase(engine, base, parsed);
    if (isSet(found)) return found;
    const given = optionsOf(engine, base);
    const further = given === undefined || parsed.argument !== 0 ? [] : spotsOfBase(engine, base, { ...parsed, segments: [...given.segments, ...parsed.segments] });
    if (isSet(further)) return further;
  }
  return [];
}

// A registration that is told its options by a factory: `HttpModule.registerAsync({ useFactory })`.
function optionsOf(engine: Engine, base: Base): ParsedPlace | undefined {
  if (base.is !== 'call' || base.callee === undefined) return undefined;
  const { module, path } = base.callee;
  const at = engine.libraries.library(module)?.injection?.provides?.find(({ call, optionsAt }) => call === path && optionsAt !== undefined)?.optionsAt;
  return at === undefined ? undefined : parsePlace(at);
}

function isSet(spots: readonly Spot[]): boolean {
  return spots.some((spot) => spot.set.values.some((value) => value.is !== 'undefined'));
}

function isKnown(spots: readonly Spot[]): boolean {
  return isSet(spots) && !spots.some((spot) => spot.set.values.some((value) => value.is === 'unknown'));
}

function spotsOfBase(engine: Engine, base: Base, parsed: ParsedPlace): readonly Spot[] {
  if (base.is === 'unseen') return [{ set: engine.table.unknown(UNSEEN), where: undefined }];
  // Any argument: the first that certainly has it, else the first that may.
  if (parsed.any && base.is === 'call') {
    const each = base.call.expression.arguments.map((_, argument) => spotsOfBase(engine, base, { ...parsed, any: false, argument }));
    return each.find(isKnown) ?? each.find(isSet) ?? [];
  }
  const started = base.is === 'call' ? argumentSpots(engine, base.call, parsed) : heldSpots(engine, base, parsed.segments);
  const followed = base.is === 'call' ? followSegments(engine, started, parsed.segments) : started;
  if (parsed.query !== undefined) return querySpots(engine, followed, parsed.query);
  return parsed.within === undefined ? followed : withinSpots(engine, followed, parsed.within);
}

/** The arguments a place names. */
function argumentSpots(engine: Engine, call: CallInstance, parsed: ParsedPlace): readonly Spot[] {
  const given = engine.argumentsOf(call);
  const { argument = 0, onwards, elements } = parsed;
  const first = argument < 0 ? given.length + argument : argument;
  if (first < 0) return [];
  const last = onwards ? given.length : first + 1;
  return given.slice(first, last).flatMap((set, offset) => {
    if (parsed.segments.length > 0 && isPlain(call, first + offset)) return [];
    return [{ set: elements || onwards ? flattened(engine, set) : set, where: argumentOffset(call, first + offset) }];
  });
}

// Text and numbers have no options, even where nobody can tell which they are.
function isPlain({ expression, frame }: CallInstance, position: number): boolean {
  const argument = expression.arguments.some((given) => given.is === 'spread') ? undefined : expression.arguments[position];
  if (argument?.is !== 'variable') return argument?.is === 'template' || argument?.is === 'binary';
  const type = frame.unit.facts.bindings[argument.binding]?.type;
  return type?.is === 'primitive' && PLAIN_TYPES.has(type.name);
}

const PLAIN_TYPES = new Set(['string', 'number', 'boolean', 'bigint']);

function flattened(engine: Engine, set: ValueSet): ValueSet {
  return set.values.some((value) => value.is === 'list') ? elementsOf(engine, set, 'an element of an argument') : set;
}

// After a spread the positions differ: then the spread itself is the place.
function argumentOffset(call: CallInstance, position: number): Spot['where'] {
  const { arguments: given } = call.expression;
  const spread = given.findIndex((argument) => argument.is === 'spread');
  const argument = given[spread >= 0 && spread < position ? spread : position];
  const at = argument === undefined ? undefined : startOf(argument, call.frame);
  return at === undefined ? undefined : { frame: call.frame, at };
}

/** Places in the calls that made what stands at these spots. */
function withinSpots(engine: Engine, spots: readonly Spot[], place: ParsedPlace): readonly Spot[] {
  return spots.flatMap((spot) => spot.set.values.flatMap((value) => {
    if (value.is === 'unknown') return [{ set: engine.table.only(value), where: spot.where }];
    if (value.is !== 'library') return [];
    const made = basesOf(engine, { call: undefined as unknown as CallInstance, callee: value }, [{ is: 'creation' }])[0];
    if (made?.is === 'unseen') return [{ set: engine.table.unknown(UNSEEN), where: spot.where }];
    return made?.is === 'call' ? spotsOf(engine, { call: made.call, callee: made.callee }, place) : [];
  }));
}
