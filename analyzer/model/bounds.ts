import semver from 'semver';
import type { Limit, OperationRow, Place } from '#catalog/schema.js';
import { basesOf } from '#program/place-bases.js';
import type { Base, PlaceOrigin } from '#program/place-bases.js';
import { optionName, parsePlace } from '#program/parse-place.js';
import { placeValues } from '#program/places.js';
import type { CallInstance, LibraryValue } from '#program/values.js';
import { isOneOf } from '#program/when.js';
import { siteAt, siteOfCall } from './context.js';
import type { ModelContext } from './context.js';
import { readLimit } from './read-limit.js';
import type { Reading } from './read-limit.js';
import type { Site } from './site.js';
import type { Bound, Origin } from './types.js';

export { retriesOf } from './retries.js';
export type { Retries } from './retries.js';

const { intersects, satisfies, valid, validRange } = semver;

/** What the parts of the model need to read a bound. */
export type BoundContext = Pick<ModelContext, 'program'>;

/** What a limit is set to, and how we know. `creation` where the caller knows better than the chain which call made the client. */
export function boundOf(context: BoundContext, limit: Limit, call: CallInstance, callee: LibraryValue | undefined, creation?: CallInstance): Bound {
  const { engine } = context.program;
  const origin: PlaceOrigin = { call, callee, creation };
  const absence = whyAbsent(context, limit, origin);
  if (absence !== undefined) return { is: 'unbounded', from: { text: absence, site: defaultSite(context, limit, origin), isDefault: true } };
  const condition = conditionOf(context, limit, origin);
  if (condition !== undefined) return condition;
  return combined(context, limit, origin, readLimit(engine, limit, origin));
}

/** Limits that bound an operation; those of connecting, receiving headers and idling do not. */
const BOUNDING: ReadonlySet<Limit['limits']> = new Set(['attempt', 'total', 'statement']);

/** The bound of an operation: the least of the limits that bound it. Undefined where the row lists none of the kinds. */
export function limitsOf(
  context: BoundContext, row: Pick<OperationRow, 'limits' | 'textAt'>, call: CallInstance, callee: LibraryValue | undefined,
  kinds: ReadonlySet<Limit['limits']> = BOUNDING,
): Bound | undefined {
  const bounds = (row.limits ?? []).filter((limit) => kinds.has(limit.limits) && whyAbsent(context, limit, { call, callee }) === undefined)
    .map((limit) => ({ limit, bound: boundOf(context, withoutText(limit, row.textAt, call), call, callee) }));
  const timed = bounds.flatMap(({ bound }) => (bound.is === 'bounded' ? [bound] : []));
  if (timed.length > 0) return timed.reduce((a, b) => (b.ms < a.ms ? b : a));
  const unknown = bounds.find(({ bound }) => bound.is === 'unknown');
  if (unknown !== undefined) return unknown.bound;
  const explicit = bounds.find(({ bound }) => bound.is === 'unbounded' && !bound.from.isDefault);
  return (explicit ?? bounds.find(({ limit }) => limit.unit !== 'signal' && limit.unit !== 'function') ?? bounds[0])?.bound;
}

/** A limit without the places that are no options: in `query(text)` a statement nobody can tell is no options object. */
export function withoutText(limit: Limit, textAt: Place | undefined, call: CallInstance): Limit {
  if (textAt === undefined || parsePlace(textAt).names.length > 0) return limit;
  const text = call.expression.arguments[parsePlace(textAt).argument ?? 0];
  if (text === undefined || text.is === 'object') return limit;
  return { ...limit, at: limit.at.filter((place) => !place.startsWith(`${textAt}.`) || text.is === 'variable') };
}

/** Does the service's version of the library have the limit? */
export function hasLimit(context: BoundContext, limit: Limit, call: CallInstance, callee: LibraryValue | undefined): boolean {
  return whyAbsent(context, limit, { call, callee }) === undefined;
}

/** Why a limit is not there in the service's version of the library. */
function whyAbsent(context: BoundContext, limit: Limit, { call, callee }: PlaceOrigin): string | undefined {
  if (limit.versions === undefined || callee === undefined || versionAllows(context, callee.module, call.frame.unit.path, limit.versions)) return undefined;
  return `${optionOf(context, limit, { call, callee })} needs ${libraryName(context, callee)} ${limit.versions}, the service has ${versionSeen(context, callee.module, call.frame.unit.path) ?? 'another'}`;
}

/** Can a library, in the version that a file sees, be one of these versions? Where its version is not known, it can. */
export function versionAllows(context: BoundContext, module: string, path: string, versions: string): boolean {
  const version = versionSeen(context, module, path);
  if (version === undefined) return true;
  if (valid(version) !== null) return satisfies(version, versions, { includePrerelease: true });
  return validRange(version) === null || intersects(version, versions);
}

function versionSeen({ program }: BoundContext, module: string, path: string): string | undefined {
  return program.project.versionOf(program.engine.libraries.library(module)?.package ?? module, path);
}

function isSetAt({ program: { engine } }: BoundContext, { at }: Limit, { call, callee, creation }: PlaceOrigin): boolean {
  return at.some((place) => placeValues(engine, call, callee, place, creation).values.some(({ is }) => is !== 'undefined'));
}

/** The answer where a limit holds only under a condition that does not hold, or that nobody can tell. */
function conditionOf(context: BoundContext, limit: Limit, origin: PlaceOrigin): Bound | undefined {
  const { onlyWhen, onlyIfCalled } = limit;
  if (onlyIfCalled !== undefined && !isCalledAt(context, onlyIfCalled, origin)) return { is: 'unbounded', from: { text: isSetAt(context, limit, origin) ? `${optionOf(context, limit, origin)} that nothing acts on` : `${libraryName(context, origin.callee)}'s default`, site: defaultSite(context, limit, origin), isDefault: true } };
  if (onlyWhen === undefined) return undefined;
  const { values } = placeValues(context.program.engine, origin.call, origin.callee, onlyWhen.at, origin.creation);
  if (values.length > 0 && values.every((value) => isOneOf(value, [onlyWhen.is]))) return undefined;
  const name = optionName(onlyWhen.at);
  const vague = isMember(context, onlyWhen.at, origin) ? undefined : values.find((value) => value.is !== 'literal');
  if (vague !== undefined) return { is: 'unknown', because: vague.is === 'unknown' ? vague.why : `what ${name} is` };
  return { is: 'unbounded', from: { text: limit.at.length === 0 ? `${libraryName(context, origin.callee)}'s default without ${name}` : `${optionOf(context, limit, origin)} without ${name}`, site: defaultSite(context, limit, origin), isDefault: true } };
}

function isCalledAt({ program: { engine } }: BoundContext, { at, names }: NonNullable<Limit['onlyIfCalled']>, { call, callee, creation }: PlaceOrigin): boolean {
  const functions = at.flatMap((place) => placeValues(engine, call, callee, place, creation).values);
  return functions.some((value) => value.is === 'function' && names.some((name) => engine.callsNamed(name).some(({ unit, site }) => unit === value.unit && site.by === value.index)));
}

/** Is a place a member of what a library made, which was given its options when it was made? Another limit reads those. */
function isMember({ program }: BoundContext, place: Place, origin: PlaceOrigin): boolean {
  const dot = place.lastIndexOf('.');
  if (dot < 0 || place.lastIndexOf('|') > place.lastIndexOf('.', dot - 1)) return false;
  const { values } = placeValues(program.engine, origin.call, origin.callee, place.slice(0, dot), origin.creation);
  return values.length > 0 && values.every((value) => value.is === 'library' && value.call !== undefined);
}

function combined(context: BoundContext, limit: Limit, origin: PlaceOrigin, readings: readonly Reading[]): Bound {
  const off = readings.find((reading) => reading.is === 'off');
  if (off !== undefined) return { is: 'unbounded', from: originOf(context, limit, origin, off) };
  const unknown = readings.find((reading) => reading.is === 'unknown') ?? (readings.some((reading) => reading.is === 'unset') ? unknownDefault(limit, origin, context) : undefined);
  if (unknown !== undefined) return { is: 'unknown', because: unknown.because ?? 'nobody can tell', ...(unknown.where === undefined ? {} : { site: siteAt(unknown.where.frame, unknown.where.at) }) };
  const isUnset = readings.some((reading) => reading.is === 'unset');
  if (isUnset && limit.default === 'never') return { is: 'unbounded', from: originOf(context, limit, origin, { is: 'unset' }) };
  const numbers = readings.map((reading): Reading & { value: number } => ({ ...reading, value: reading.is === 'number' ? (reading.value ?? 0) : Number(limit.default) }));
  // Of several sizes the smallest is used up first; of several times the longest counts.
  const told = numbers.reduce((a, b) => ((limit.limits === 'size' ? b.value < a.value : b.value > a.value) ? b : a));
  const distinct = [...new Set(numbers.map(({ value }) => value))].sort((a, b) => a - b);
  const note = distinct.length > 1 ? `one of ${distinct.join(', ')}` : undefined;
  return { is: 'bounded', ms: told.value, from: originOf(context, limit, origin, told, note) };
}

function unknownDefault(limit: Limit, { callee }: PlaceOrigin, context: BoundContext): Reading | undefined {
  return limit.default === 'unknown' ? { is: 'unknown', because: `${libraryName(context, callee)}'s default is not known` } : undefined;
}

function originOf(context: BoundContext, limit: Limit, origin: PlaceOrigin, reading: Reading, extra?: string): Origin {
  const notes = [extra, reading.note, limit.note].filter((note) => note !== undefined);
  const note = { ...(notes.length === 0 ? {} : { note: notes.join('; ') }), ...(reading.left === undefined ? {} : { left: reading.left }) };
  if (reading.place === undefined) {
    return { text: `${libraryName(context, origin.callee)}'s default`, site: defaultSite(context, limit, origin), isDefault: true, ...note };
  }
  const { where, place } = reading;
  const site = where === undefined ? defaultSite(context, { at: [place] }, origin) : siteAt(where.frame, where.at);
  return { text: optionName(place) || argumentName(context, limit, place, origin), site, isDefault: false, ...note };
}

// `setTimeout(f, 5000)`: an argument has no name of its own, it is what the call is given.
function argumentName(context: BoundContext, { unit = 'ms' }: Pick<Limit, 'unit'>, place: Place, { callee }: PlaceOrigin): string {
  const last = callee === undefined ? '' : (callee.path.split('.').at(-1) ?? '').replaceAll('()', '');
  const name = parsePlace(place).scopes.length > 0 || last === '' || last === 'default' ? libraryName(context, callee) : last;
  const isDelay = callee !== undefined && context.program.engine.libraries.rows(callee.module, callee.path)?.operations.some(({ is }) => is === 'sleep') === true;
  return isDelay ? `the delay of ${name}` : unit === 'bytes' || unit === 'count' ? `the limit given to ${name}` : `the time given to ${name}`;
}

function optionOf(context: BoundContext, limit: Limit, origin: PlaceOrigin): string {
  const [first] = limit.at;
  return first === undefined ? `a limit of ${limit.limits}` : optionName(first) || argumentName(context, limit, first, origin);
}

function libraryName(context: BoundContext, callee: LibraryValue | undefined): string {
  if (callee === undefined) return 'the library';
  return callee.module === 'global' ? callee.path : context.program.engine.libraries.nameOf(callee.module);
}

/** Where a default is reported: the client's creation where the limit can be set there, else the call. */
function defaultSite(context: BoundContext, limit: Pick<Limit, 'at'>, origin: PlaceOrigin): Site {
  const deepest = limit.at.map(parsePlace).filter((place) => place.scope === 'creation')
    .sort((a, b) => b.scopes.length - a.scopes.length)[0];
  const bases = deepest === undefined ? [] : basesOf(context.program.engine, origin, deepest.scopes.filter((scope) => scope.is === 'creation'));
  const base = bases.length > 1 ? (bases.find((one) => holdsOptions(context, limit, one)) ?? bases[0]) : bases[0];
  return siteOfCall(base?.is === 'call' ? base.call : origin.call);
}

// Made from another: the one that has the object in which the option would stand, `{ connection: { … } }`.
function holdsOptions({ program: { engine } }: BoundContext, { at }: Pick<Limit, 'at'>, base: Base): boolean {
  return base.is === 'call' && at.some((place) => {
    const holder = /^creation:(\d+(?:\.[^.|]+)+)\.[^.|]+$/.exec(place)?.[1];
    return holder !== undefined && placeValues(engine, base.call, base.callee, holder).values.some(({ is }) => is !== 'undefined');
  });
}
