import type { Bound, Origin } from '../types.js';

/** How long something takes at most: ms, or that it has no end, or that nobody can tell. */
export type Time = number | Exclude<Bound, { is: 'bounded' }>;

/** A bound without where it comes from. */
export function timeOf(bound: Bound): Time {
  return bound.is === 'bounded' ? bound.ms : bound;
}

/** A time with where it comes from. */
export function boundOfTime(time: Time, from: Origin): Bound {
  return typeof time === 'number' ? { is: 'bounded', ms: time, from } : time;
}

/** One after the other. What has no end has none whatever else there is. */
export function sum(a: Time, b: Time): Time {
  return typeof a === 'number' && typeof b === 'number' ? a + b : worse(a, b);
}

/** At the same time, or one of both. */
export function longest(a: Time, b: Time): Time {
  return typeof a === 'number' && typeof b === 'number' ? Math.max(a, b) : worse(a, b);
}

/** Until the first of both ends: a known end is one whatever the other does. */
export function shortest(a: Time, b: Time): Time {
  if (typeof a === 'number' && typeof b === 'number') return Math.min(a, b);
  if (typeof a === 'number') return a;
  if (typeof b === 'number') return b;
  return a.is === 'unknown' ? a : b;
}

/** So many times. Nothing takes no time however often. */
export function repeatedly(times: Time, each: Time): Time {
  if (each === 0 || times === 0) return 0;
  if (typeof times === 'number' && typeof each === 'number') return times * each;
  return worse(times, each);
}

function worse(a: Time, b: Time): Time {
  const open = [a, b].filter((time) => typeof time !== 'number');
  return open.find((time) => time.is === 'unbounded') ?? open[0] ?? 0;
}
