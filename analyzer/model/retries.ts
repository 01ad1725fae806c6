import type { RetryRow } from '#catalog/schema.js';
import type { Engine } from '#program/engine.js';
import { elementsOf } from '#program/lists.js';
import { parsePlace } from '#program/parse-place.js';
import { basesOf } from '#program/place-bases.js';
import type { PlaceOrigin } from '#program/place-bases.js';
import { placeValues } from '#program/places.js';
import type { CallInstance, FunctionValue, LibraryValue, ValueSet } from '#program/values.js';
import { holds, isOneOf } from '#program/when.js';
import { boundOf } from './bounds.js';
import type { BoundContext } from './bounds.js';
import { siteOfCall } from './context.js';
import { readLimit, readValue } from './read-limit.js';
import { backoffOf } from './backoff.js';
import type { Backoff, Bound } from './types.js';

/** What a retry does. */
export interface Retries {
  /** How many times it runs in all. */
  readonly attempts: Bound;
  /** Does it repeat non-idempotent requests? */
  readonly writes: boolean | 'keyed' | 'unknown';
  /** All delays between the attempts together, at their largest. */
  readonly delays: Bound;
  readonly backoff: Backoff;
  /** No new attempt begins after this. */
  readonly within?: Bound;
}

/** How often something is tried, whether writes are repeated, and how long it waits in between. */
export function retriesOf(context: BoundContext, row: RetryRow, call: CallInstance, callee: LibraryValue | undefined, creation?: CallInstance): Retries {
  const origin = { call, callee, creation };
  const counted = endlessOf(context, row, origin) ?? bareOf(context, row, origin) ?? countOf(context, row.at, row.default === 'Infinity' ? 'never' : row.default, origin);
  const attempts = row.counts === 'retries' && counted.is === 'bounded' ? { ...counted, ms: counted.ms + 1 } : counted;
  return { attempts, writes: writesOf(context, row, origin), delays: delaysOf(context, row, origin, attempts), backoff: backoffOf(context, row, origin), ...(row.within === undefined ? {} : { within: delayPart(context, row.within.at, row.within.default, origin) }) };
}

// What else stands there decides nothing then.
function endlessOf(context: BoundContext, { endlessWhen }: RetryRow, { call, callee, creation }: PlaceOrigin): Bound | undefined {
  if (endlessWhen === undefined || callee === undefined || holds(context.program.engine, call, callee, endlessWhen) !== true) return undefined;
  const offAt = endlessWhen.is.filter((value) => typeof value !== 'string');
  return boundOf(context, { limits: 'queue', at: [endlessWhen.at], unit: 'count', default: 'never', offAt, see: '' }, call, callee, creation);
}

// Asked for without a number.
function bareOf({ program: { engine } }: BoundContext, { at: [place], bare }: RetryRow, origin: PlaceOrigin): Bound | undefined {
  if (bare === undefined || place === undefined) return undefined;
  const asked = basesOf(engine, origin, parsePlace(place).scopes).find((base) => base.is === 'call');
  if (asked?.is !== 'call' || placeValues(engine, origin.call, origin.callee, place, origin.creation).values.some(({ is }) => is !== 'undefined')) return undefined;
  return { is: 'bounded', ms: bare, from: { text: 'the call without a number', site: siteOfCall(asked.call), isDefault: false } };
}

function countOf(context: BoundContext, at: readonly string[], fallback: number | 'never' | 'unknown', { call, callee, creation }: PlaceOrigin): Bound {
  return boundOf(context, { limits: 'queue', at, unit: 'count', default: fallback, see: '' }, call, callee, creation);
}

const WRITING = ['POST', 'PATCH', 'post', 'patch'];

function writesOf({ program: { engine } }: BoundContext, row: RetryRow, { call, callee, creation }: PlaceOrigin): Retries['writes'] {
  const at = (place: string): ValueSet => placeValues(engine, call, callee, place, creation);
  if (row.writesUnless !== undefined) {
    const { values } = at(row.writesUnless.at);
    if (values.length > 0 && values.every((value) => isOneOf(value, row.writesUnless?.is ?? []))) return false;
    if (values.some((value) => value.is === 'unknown')) return 'unknown';
  }
  if (row.writesOnceSet === true && readLimit(engine, { at: row.at, unit: 'count' }, { call, callee, creation })[0]?.is !== 'unset') return true;
  for (const place of row.writesAt ?? []) {
    const named = at(place);
    if (named.values.length === 0) continue;
    const verbs = elementsOf(engine, named, 'a list of verbs');
    if (verbs.values.some((value) => isOneOf(value, WRITING))) return true;
    return verbs.values.every((value) => value.is === 'literal') ? row.writes : 'unknown';
  }
  return row.writes;
}

/** More retries than this are not summed up one by one. */
const MOST_RETRIES = 1000;

function delaysOf(context: BoundContext, row: RetryRow, origin: PlaceOrigin, attempts: Bound): Bound {
  if (attempts.is !== 'bounded') return attempts;
  const { delay } = row;
  if (delay === undefined) return { ...attempts, ms: 0 };
  const computed = computedDelays(context, delay, origin, attempts.ms);
  if (computed !== undefined) return { ...attempts, ms: computed };
  const first = delayPart(context, delay.at ?? [], delay.default, origin);
  if (first.is !== 'bounded') return first;
  const factor = delayPart(context, delay.factorAt ?? [], delay.factor ?? 1, origin);
  if (factor.is !== 'bounded') return factor;
  const cap = delayPart(context, delay.capAt ?? [], delay.cap ?? 'never', origin);
  if (cap.is === 'unknown') return cap;
  const jitter = doubledBy(context, delay.jitterAt ?? [], origin) ? 2 : 1;
  const most = cap.is === 'bounded' ? cap.ms : Infinity;
  let total = 0;
  let next = first.ms * jitter;
  for (let retry = 1; retry < attempts.ms && retry <= MOST_RETRIES; retry += 1) {
    total += Math.min(next, most);
    next = delay.linear === true ? next + first.ms * jitter : next * factor.ms;
  }
  return Number.isFinite(total) ? { is: 'bounded', ms: total, from: first.from } : { is: 'unbounded', from: first.from };
}

// A function that stands there is asked for each retry; one of the library is known by its row.
function computedDelays({ program: { engine } }: BoundContext, delay: NonNullable<RetryRow['delay']>, origin: PlaceOrigin, attempts: number): number | undefined {
  const { at = [], shapes = [] } = delay;
  const [value, ...others] = at.flatMap((place) => placeValues(engine, origin.call, origin.callee, place, origin.creation).values);
  if (value === undefined || others.length > 0 || (value.is !== 'library' && value.is !== 'function')) return undefined;
  const shape = value.is === 'library' ? shapes.find(({ is }) => is === value.path) : undefined;
  let total = 0;
  for (let retry = 1; retry < attempts && retry <= MOST_RETRIES; retry += 1) {
    const ms = value.is === 'function' ? givenBy(engine, delay, value, { retry, callee: origin.callee }) : shape?.first === undefined ? undefined : shape.first * (shape.factor ?? 1) ** (retry - 1);
    if (ms === undefined) return undefined;
    total += ms;
  }
  return total;
}

function givenBy(engine: Engine, { counted = { at: 0, from: 1 }, waitedBy }: NonNullable<RetryRow['delay']>, value: FunctionValue, { retry, callee }: { readonly retry: number; readonly callee: LibraryValue | undefined }): number | undefined {
  const number = engine.table.literal(retry - 1 + counted.from);
  const given = engine.invoke(value, undefined, [...Array.from({ length: counted.at }, () => engine.table.empty), number], undefined);
  const [only] = given.values;
  if (waitedBy === undefined || only?.is !== 'library' || only.module !== callee?.module) return numberOf(engine, given);
  const { call, from } = only;
  return call === undefined || from === undefined || from.path !== waitedBy.call ? undefined : numberOf(engine, placeValues(engine, call, from, waitedBy.at));
}

// At most, where chance decides.
function numberOf(engine: Engine, { values: [value, ...others] }: ValueSet): number | undefined {
  const reading = value === undefined || others.length > 0 ? undefined : readValue(engine, { at: [] }, value);
  return reading?.is === 'number' && reading.value !== undefined ? Math.max(reading.value, 0) : undefined;
}

function delayPart(context: BoundContext, at: readonly string[], fallback: number | 'never' | 'unknown', { call, callee, creation }: PlaceOrigin): Bound {
  return boundOf(context, { limits: 'queue', at, default: fallback, see: '' }, call, callee, creation);
}

// `randomize: true` spreads a delay up to its double; named kinds of jitter stay below the delay.
function doubledBy({ program: { engine } }: BoundContext, at: readonly string[], { call, callee, creation }: PlaceOrigin): boolean {
  return at.some((place) => placeValues(engine, call, callee, place, creation).values.some((value) => value.is === 'literal' && value.value === true));
}
