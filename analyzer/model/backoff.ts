import type { RetryRow } from '#catalog/schema.js';
import type { PlaceOrigin } from '#program/place-bases.js';
import { placeValues } from '#program/places.js';
import type { Value } from '#program/values.js';
import type { BoundContext } from './bounds.js';
import { unbound } from './own-breakers/state-roots.js';
import { functionOf } from '#program/values.js';
import { shapeOfResult } from './own-retries/delay-shape.js';
import type { DelayShape } from './own-retries/delay-shape.js';
import { readLimit } from './read-limit.js';
import type { Backoff } from './types.js';
import { Named } from './writes/named-calls.js';

/** How a library's retry waits between its attempts: by numbers, by a function of the program, by a policy of its own. */
export function backoffOf(context: BoundContext, { delay }: RetryRow, origin: PlaceOrigin): Backoff {
  if (delay === undefined) return { waits: 'unknown', jitter: 'unknown', because: 'how the library waits between its attempts is not known' };
  const shaped = (delay.shapeAt ?? delay.at ?? []).flatMap((place) => placeValues(context.program.engine, origin.call, origin.callee, place, origin.creation).values)
    .flatMap((value) => shapeBy(context, delay, value) ?? []);
  const [shape] = shaped;
  if (shape !== undefined) return shape;
  const jitter = jitterOf(context, delay, origin);
  return { waits: waitsOf(context, delay, origin), jitter };
}

/** What a function or a policy standing there does; undefined for a number. */
function shapeBy(context: BoundContext, delay: NonNullable<RetryRow['delay']>, value: Value): Backoff | undefined {
  if (value.is === 'library') {
    const known = delay.shapes?.find(({ is }) => is === value.path);
    return known === undefined ? undefined : { waits: known.waits, jitter: known.jitter ? 'yes' : 'no' };
  }
  const computed = unbound(value);
  if (computed === undefined) return undefined;
  const { engine } = context.program;
  // Each attempt has another number.
  const numbered: DelayShape = { grows: true, random: false, because: undefined };
  const given = functionOf(computed).parameters.map(() => numbered);
  const { grows, random, because } = shapeOfResult(computed, given, { engine, named: namedOf(context), changing: undefined, depth: 0 });
  if (because !== undefined && !(grows && random)) return { waits: 'unknown', jitter: 'unknown', because };
  return { waits: grows ? 'growing' : 'constant', jitter: random ? 'yes' : 'no' };
}

function waitsOf({ program: { engine } }: BoundContext, delay: NonNullable<RetryRow['delay']>, origin: PlaceOrigin): Backoff['waits'] {
  const numberAt = (at: readonly string[] | undefined, fallback: number | undefined): number | undefined => {
    const [reading] = readLimit(engine, { at: at ?? [] }, origin);
    return reading?.is === 'number' ? reading.value : reading?.is === 'unset' ? fallback : undefined;
  };
  const factor = numberAt(delay.factorAt, delay.factor ?? 1);
  const first = numberAt(delay.at, delay.default === 'unknown' ? undefined : delay.default);
  if (first === 0 || numberAt(delay.capAt, delay.cap) === 0) return 'no';
  if (delay.linear === true || (factor !== undefined && factor > 1)) return 'growing';
  return factor === undefined ? 'unknown' : 'constant';
}

function jitterOf({ program: { engine } }: BoundContext, delay: NonNullable<RetryRow['delay']>, { call, callee, creation }: PlaceOrigin): Backoff['jitter'] {
  for (const place of delay.jitterAt ?? []) {
    const { values } = placeValues(engine, call, callee, place, creation);
    if (values.length === 0) continue;
    if (values.some((value) => value.is === 'literal' && (value.value === false || value.value === 'none' || value.value === null))) return 'no';
    return values.every((value) => value.is === 'literal' || value.is === 'function' || value.is === 'library') ? 'yes' : 'unknown';
  }
  return delay.jitter === true ? 'yes' : 'no';
}

const NAMED = new WeakMap<object, Named>();

function namedOf(context: BoundContext): Named {
  let named = NAMED.get(context.program);
  if (named === undefined) NAMED.set(context.program, (named = new Named(context)));
  return named;
}
