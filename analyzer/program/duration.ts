import type { Engine } from './engine.js';
import type { Value, ValueSet } from './values.js';

const UNITS: ReadonlyMap<string, number> = new Map([
  ['', 1], ['ms', 1], ['msec', 1], ['msecs', 1], ['millisecond', 1], ['milliseconds', 1],
  ['s', 1000], ['sec', 1000], ['secs', 1000], ['second', 1000], ['seconds', 1000],
  ['m', 60_000], ['min', 60_000], ['mins', 60_000], ['minute', 60_000], ['minutes', 60_000],
  ['h', 3_600_000], ['hr', 3_600_000], ['hrs', 3_600_000], ['hour', 3_600_000], ['hours', 3_600_000],
  ['d', 86_400_000], ['day', 86_400_000], ['days', 86_400_000], ['w', 604_800_000], ['week', 604_800_000], ['weeks', 604_800_000],
]);

/** Text such as `3s` or `1 minute` in ms; numbers stay; undefined for anything else. */
export function parseDuration(value: string | number): number | undefined {
  if (typeof value === 'number') return value;
  const match = /^\s*(-?\d{1,15}(?:\.\d{1,6})?)\s{0,4}([a-z]{0,12})\s*$/i.exec(value);
  const unit = match === null ? undefined : UNITS.get((match[2] ?? '').toLowerCase());
  return match === null || unit === undefined ? undefined : Number(match[1]) * unit;
}

/** A duration value in ms; a number counts these. */
export function durationOf(engine: Engine, value: Value, unit: 'ms' | 's' | 'min' = 'ms'): ValueSet {
  if (value.is !== 'literal' || typeof value.value === 'boolean' || value.value === null) return engine.table.only(value);
  const parsed = parseDuration(typeof value.value === 'number' ? value.value * (UNITS.get(unit) ?? 1) : value.value);
  return parsed === undefined ? engine.table.unknown(`the duration ${String(value.value)}`) : engine.table.literal(parsed);
}
