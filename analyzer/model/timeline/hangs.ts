import { siteKey } from '../site.js';
import type { Site } from '../site.js';
import type { Bound, Dependency, EntryPoint, Guard, HeldEntryPoint, HeldPool, Layer, Shutdown } from '../types.js';
import { hangingDrains } from './hanging-drains.js';
import { collect, Measure } from './measure.js';
import type { TimedPath } from './request-paths.js';
import { innerSpans } from './spans.js';
import type { Held, Span, Wait } from './spans.js';
import { boundOfTime, longest, repeatedly, sum, timeOf } from './time.js';
import type { Time } from './time.js';

/** Dependencies beyond these are not looked at. */
const MAX_DEPENDENCIES = 200;

// Which database or cache it is may not be known, but it is one.
const ASKED_OF_RESOURCES: ReadonlySet<Layer> = new Set(['statement', 'command']);

interface Met {
  readonly name: string;
  is: Dependency['is'];
  readonly site: Site;
  readonly paths: TimedPath[];
}

/** What happens when each thing that the paths wait for stops answering while everything else answers at once. */
export function findDependencies(paths: readonly TimedPath[], shutdowns: readonly Shutdown[], deliveries: ReadonlyMap<string, Bound> = new Map()): readonly Dependency[] {
  const met = new Map<string, Met>();
  for (const path of paths) {
    collect(path.span, ({ on, site, layer }) => {
      if (on === undefined || layer === 'pool' || (met.size >= MAX_DEPENDENCIES && !met.has(keyOf(on)))) return;
      const known = met.get(keyOf(on));
      if (known === undefined) met.set(keyOf(on), { name: on.name, is: on.site !== undefined || ASKED_OF_RESOURCES.has(layer) ? 'resource' : layer === 'publish' ? 'queue' : 'partner', site: on.site ?? site, paths: [path] });
      else {
        if (known.is === 'partner' && layer === 'publish') known.is = 'queue';
        if (known.paths.at(-1) !== path) known.paths.push(path);
      }
    });
  }
  return [...met].map(([key, dependency]) => hanging(key, dependency, { all: paths, shutdowns, deliveries }));
}

interface Around {
  readonly all: readonly TimedPath[];
  readonly shutdowns: readonly Shutdown[];
  /** By entry point. */
  readonly deliveries: ReadonlyMap<string, Bound>;
}

function hanging(key: string, { name, is, site, paths: waiting }: Met, { all, shutdowns, deliveries }: Around): Dependency {
  const isMine = ({ on, layer }: Wait) => on !== undefined && layer !== 'pool' && keyOf(on) === key;
  const measure = new Measure((wait) => (isMine(wait) ? timeOf(wait.total) : 0), () => false);
  const entryPoints = waiting.map((path) => {
    const often = deliveries.get(path.entryPoint.id);
    return { ...heldEntryPoint(path, measure, isMine), ...(often === undefined ? {} : { deliveries: often }) };
  });
  return { name, is, site, entryPoints, pools: poolsHeld(waiting, all, measure), drains: hangingDrains(entryPoints, shutdowns) };
}

function heldEntryPoint(path: TimedPath, measure: Measure, isMine: (wait: Wait) => boolean): HeldEntryPoint {
  const { entryPoint, budget, span } = path;
  const held = boundFor(measure.of(span), entryPoint);
  const breakers = new Map<string, HeldEntryPoint['breakers'][number]>();
  visitBreakers(span, measure, (guard, sees) => breakers.set(keyOf(guard), { guard, sees: boundFor(sees, entryPoint), ...openingOf(guard, sees, entryPoint) }));
  const ends = budget?.bound.is === 'bounded' && (held.is !== 'bounded' || held.ms >= budget.bound.ms) ? budget.guard : undefined;
  return { entryPoint, held, attempts: boundFor(attemptsIn(span, isMine), entryPoint), reaching: boundFor(attemptsIn(span, isMine, measure), entryPoint), breakers: [...breakers.values()], unguarded: isReachedUnguarded(span, isMine), budget: ends };
}

// It opens when so many have failed: where they come one after the other, each takes its time first.
function openingOf(guard: Guard, sees: Time, entryPoint: EntryPoint): { readonly failures: Bound; readonly opens: Bound } {
  const failures: Bound = guard.opensAfter ?? { is: 'unknown', because: `after how many failures ${guard.name} opens is not known` };
  return { failures, opens: failures.is === 'unbounded' ? failures : boundFor(repeatedly(timeOf(failures), sees), entryPoint) };
}

/** Attempts that reach the dependency: those in a row and those at once add up. Where a measure says how long each takes, nothing follows what has no end. */
function attemptsIn(span: Span, isMine: (wait: Wait) => boolean, measure?: Measure): Time {
  const known = new Map<Span, Time>();
  const of = (inner: Span): Time => {
    let count = known.get(inner);
    if (count === undefined) known.set(inner, (count = countIn(inner)));
    return count;
  };
  const isEndless = (inner: Span): boolean => measure !== undefined && isUnbounded(measure.of(inner));
  const countIn = (inner: Span): Time => {
    if (inner.is === 'wait') return !isMine(inner.wait) ? 0 : measure !== undefined && inner.wait.perAttempt.is === 'unbounded' ? 1 : timeOf(inner.wait.attempts);
    if (inner.is === 'choice') return inner.arms.reduce<Time>((before, arm) => longest(before, of(arm)), 0);
    const parts = innerSpans(inner);
    const end = inner.is === 'sequence' ? parts.findIndex(isEndless) : -1;
    const together = (end < 0 ? parts : parts.slice(0, end + 1)).reduce<Time>((before, part) => sum(before, of(part)), 0);
    return inner.is === 'repeated' && !isEndless(inner.inner) ? repeatedly(timeOf(inner.times), together) : together;
  };
  return of(span);
}

function isUnbounded(time: Time): boolean {
  return typeof time !== 'number' && time.is === 'unbounded';
}

// A breaker sees a hang when the attempt under it ends: by its own timeout, or by the call's.
function visitBreakers(span: Span, measure: Measure, found: (guard: Guard, sees: Time) => void): void {
  const seen = new Set<Span>();
  const stack = [span];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.is === 'limited' && next.guard.is === 'breaker' && measure.of(next.inner) !== 0) found(next.guard, measure.of(next));
    stack.push(...innerSpans(next));
  }
}

/** Does some way lead to it through no breaker? */
function isReachedUnguarded(span: Span, isMine: (wait: Wait) => boolean): boolean {
  const seen = new Set<Span>();
  const stack = [span];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (seen.has(next) || (next.is === 'limited' && next.guard.is === 'breaker')) continue;
    seen.add(next);
    if (next.is === 'wait' && isMine(next.wait)) return true;
    stack.push(...innerSpans(next));
  }
  return false;
}

interface PoolDraft {
  readonly pool: Held;
  held: Time;
  readonly heldBy: Set<string>;
  readonly sharedBy: Set<string>;
}

function poolsHeld(waiting: readonly TimedPath[], all: readonly TimedPath[], measure: Measure): readonly HeldPool[] {
  const drafts = new Map<string, PoolDraft>();
  for (const path of waiting) {
    for (const { pool, inner } of heldSpans(path.span)) {
      const time = measure.of(inner);
      if (time === 0) continue;
      const draft = drafts.get(poolKey(pool)) ?? { pool, held: 0, heldBy: new Set(), sharedBy: new Set() };
      drafts.set(poolKey(pool), draft);
      draft.held = longest(draft.held, time);
      draft.heldBy.add(path.entryPoint.id);
    }
  }
  if (drafts.size > 0) for (const path of all) for (const { pool } of heldSpans(path.span)) drafts.get(poolKey(pool))?.sharedBy.add(path.entryPoint.id);
  return [...drafts.values()].map(({ pool, held, heldBy, sharedBy }) => ({
    name: pool.name, site: pool.site, size: pool.size,
    held: boundOfTime(held, { text: 'while it hangs', site: pool.site, isDefault: false }),
    drainsAt: drainsAt(pool.size, held), heldBy: [...heldBy], sharedBy: [...sharedBy].filter((id) => !heldBy.has(id)),
  }));
}

// Pools of several sizes that are made at one place are as many pools.
function poolKey({ name, site, size }: Held): string {
  return `${keyOf({ name, site })}/${size.is === 'bounded' ? size.ms : size.is}`;
}

// Connections given back in a second: more requests than these and the pool runs dry. Never given back: the first few requests do it.
function drainsAt(size: Bound, held: Time): number | undefined {
  if (size.is !== 'bounded' || (typeof held !== 'number' && held.is === 'unknown')) return undefined;
  return typeof held === 'number' ? (size.ms * 1000) / held : 0;
}

function heldSpans(span: Span): readonly Extract<Span, { is: 'held' }>[] {
  const found: Extract<Span, { is: 'held' }>[] = [];
  const seen = new Set<Span>();
  const stack = [span];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.is === 'held') found.push(next);
    stack.push(...innerSpans(next));
  }
  return found;
}

function boundFor(time: Time, { site, name }: EntryPoint): Bound {
  return boundOfTime(time, { text: name, site, isDefault: false });
}

function keyOf({ name, site }: { readonly name: string; readonly site: Site | undefined }): string {
  return site === undefined ? name : `${name}@${siteKey(site)}`;
}
