import type { Limit, Place } from '#catalog/schema.js';
import { parseDuration } from '#program/duration.js';
import type { Engine } from '#program/engine.js';
import { placeSpots } from '#program/places.js';
import type { Spot } from '#program/places.js';
import { drawnUpTo, isLeft } from '#program/random-numbers.js';
import type { PlaceOrigin } from '#program/place-bases.js';
import type { Value } from '#program/values.js';
import { givenFunctionReading } from './given-functions.js';
import { standsElsewhere } from './options-elsewhere.js';
import { dateValue, signalReadings } from './read-timer.js';

/** What one possible value of a limit says. */
export interface Reading {
  readonly is: 'number' | 'off' | 'unset' | 'unknown';
  readonly value?: number;
  readonly because?: string;
  readonly note?: string;
  /** It is what is left of a time that began before. */
  readonly left?: true;
  /** Where it is written, and at which place of the catalog; absent for a default. */
  readonly where?: Spot['where'];
  readonly place?: Place;
}

/** How a limit is set: its unit, the values that switch it off. */
export type LimitValue = Pick<Limit, 'at' | 'unit' | 'offAt' | 'inText' | 'least'>;

/** Everything a limit can be set to: the first place that is certainly set ends the search; `unset` stands for the default. */
export function readLimit(engine: Engine, limit: LimitValue, origin: PlaceOrigin): readonly Reading[] {
  const least = limit.least === true ? leastOf(limit.at.map((place) => readPlace(engine, limit, origin, place))) : undefined;
  if (least !== undefined) return [least];
  const found: Reading[] = [];
  for (const place of limit.at) {
    const readings = readPlace(engine, limit, origin, place);
    if (readings.every(({ is }) => is === 'unknown') && standsElsewhere(engine, limit.at, place, origin)) continue;
    const set = readings.filter((reading) => reading.is !== 'unset');
    found.push(...set);
    if (set.length > 0 && set.length === readings.length) return found;
  }
  const told = limit.inText === undefined ? [] : readTexts(engine, limit.inText, origin);
  return told.length > 0 ? [...found, ...told] : [...found, { is: 'unset' }];
}

/** The least of the numbers that stand at several places; undefined where not all that is set is a number. */
function leastOf(places: readonly (readonly Reading[])[]): Reading | undefined {
  const set = places.flatMap((readings) => (readings.every(({ is }) => is === 'unset') ? [] : [readings]));
  const numbers = set.flatMap(([first, ...others]) => (first?.is === 'number' && others.length === 0 ? [first] : []));
  return numbers.length < set.length ? undefined : numbers.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0))[0];
}

/** What texts such as `-c statement_timeout=5000` say. */
function readTexts(engine: Engine, { at, name }: NonNullable<Limit['inText']>, origin: PlaceOrigin): readonly Reading[] {
  const pattern = new RegExp(`${name}(?:\\s|%20)*(?:=|%3D)(?:\\s|%20)*(\\d+(?:ms|s|min)?)`, 'i');
  return at.flatMap((place) => placeSpots(engine, origin, place).flatMap(({ set, where }) => set.values.flatMap((value): readonly Reading[] => {
    const text = value.is === 'literal' ? String(value.value) : value.is === 'text' ? value.parts.map((part) => part ?? '').join('') : '';
    const found = pattern.exec(text)?.[1];
    return found === undefined ? [] : [{ is: 'number', value: parseDuration(found) ?? Number(found), where, place }];
  })));
}

function readPlace(engine: Engine, limit: LimitValue, origin: PlaceOrigin, place: Place): readonly Reading[] {
  return placeSpots(engine, origin, place).flatMap((spot) => spot.set.values.flatMap((value) => {
    const given = limit.unit === 'function' && value.is === 'function' ? givenFunctionReading(engine, value) : undefined;
    const readings = given !== undefined ? [given] : limit.unit === 'signal' ? signalReadings(engine, value) : [readValue(engine, limit, value)];
    return readings.map((reading): Reading => ({ where: spot.where, place, ...reading }));
  }));
}

/** What one value says. */
export function readValue(engine: Engine, limit: LimitValue, value: Value): Reading {
  switch (value.is) {
    case 'literal': return readLiteral(limit, value.value);
    case 'environment': return { is: 'unknown', because: `${value.name} is read from the environment and has no default` };
    case 'unknown': return { is: 'unknown', because: value.why };
    case 'text': return { is: 'unknown', because: 'a text with unknown parts' };
    case 'typed': return { is: 'unknown', because: `${value.name}, of which only the type is known` };
    case 'function': case 'bound': return { is: 'unknown', because: limit.unit === 'function' ? 'a function of the service does it' : 'a function decides it' };
    case 'library': return readLibrary(engine, limit, value);
    // An object where a number may stand is read by a more specific place.
    default: return { is: 'unset' };
  }
}

function readLiteral({ unit = 'ms', offAt = [] }: LimitValue, value: string | number | boolean | null): Reading {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (offAt.some((off) => off === value || off === number)) return { is: 'off' };
  if (number === Infinity) return { is: 'off' };
  // In a URL, a switch is a text.
  const isSwitch = unit === 'count' && typeof value === 'string';
  if (value === null || value === true || value === '' || (isSwitch && value === 'true')) return { is: 'unset' };
  if (value === false || (isSwitch && value === 'false')) return unit === 'count' ? { is: 'number', value: 0 } : { is: 'off' };
  const factor = unit === 's' ? 1000 : unit === 'min' ? 60_000 : 1;
  if (typeof number === 'number' && !Number.isNaN(number)) return { is: 'number', value: number * factor };
  const parsed = typeof value !== 'string' ? undefined : unit === 'bytes' ? parseBytes(value) : unit === 'count' ? undefined : parseDuration(value);
  return parsed === undefined ? { is: 'unknown', because: `the value ${JSON.stringify(value)}` } : { is: 'number', value: parsed };
}

const BYTES: ReadonlyMap<string, number> = new Map([
  ['', 1], ['b', 1], ['k', 1024], ['kb', 1024], ['kib', 1024], ['m', 1024 ** 2], ['mb', 1024 ** 2], ['mib', 1024 ** 2], ['g', 1024 ** 3], ['gb', 1024 ** 3], ['gib', 1024 ** 3],
]);

/** Text such as `1mb` in bytes, undefined for anything else. */
export function parseBytes(text: string): number | undefined {
  const match = /^\s*(\d{1,15}(?:\.\d{1,6})?)\s{0,4}([a-z]{0,3})\s*$/i.exec(text);
  const unit = match === null ? undefined : BYTES.get((match[2] ?? '').toLowerCase());
  return match === null || unit === undefined ? undefined : Math.floor(Number(match[1]) * unit);
}

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['Infinity', Infinity], ['Number.POSITIVE_INFINITY', Infinity], ['Number.MAX_SAFE_INTEGER', Number.MAX_SAFE_INTEGER], ['Number.MAX_VALUE', Number.MAX_VALUE],
]);

function readLibrary(engine: Engine, limit: LimitValue, value: Extract<Value, { is: 'library' }>): Reading {
  // The platform's own, as if it were not given.
  if (limit.unit === 'function' && value.module === 'global') return { is: 'unset' };
  const number = value.module === 'global' ? NUMBERS.get(value.path) : undefined;
  if (number !== undefined) return readLiteral(limit, number);
  const drawn = drawnUpTo(value);
  if (drawn !== undefined) return { ...readLiteral(limit, drawn), ...(isLeft(value) ? { left: true, note: 'at most: what is left of it' } : { note: 'at most: chance decides' }) };
  if (limit.unit === 'date') return dateValue(engine, value);
  return { is: 'unknown', because: `what ${value.module === 'global' ? value.path : value.module} gives` };
}
