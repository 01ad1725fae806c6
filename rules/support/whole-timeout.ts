import { siteKey } from '#model/site.js';
import type { Budget, Guard, RequestPath, Slice } from '#model/types.js';

/** The timeout around everything that a request is seen to wait for, which ends it like a budget: a timer that the whole handler races. */
export function wholeTimeout({ slices }: RequestPath): Guard | undefined {
  const around = slices.map(({ guards }) => guards.findLast(({ is, bound }) => is === 'timeout' && bound?.is === 'bounded'));
  const [first] = around;
  return first !== undefined && around.every((guard) => guard !== undefined && siteKey(guard.site) === siteKey(first.site)) ? first : undefined;
}

/** Is everything that it may wait for in sight? */
export function isSeenWhole({ omitted, unproven }: RequestPath): boolean {
  return omitted === 0 && unproven.length === 0;
}

/** The timer that a whole handler races, as its budget; undefined where it is not known how long the handler takes without it. */
export function racedBudget(path: RequestPath): Budget | undefined {
  const guard = wholeTimeout(path);
  if (guard?.bound?.is !== 'bounded' || !isSeenWhole(path)) return undefined;
  const limitMs = guard.bound.ms;
  // What only the timer ends belongs to another rule, like everything without a bound.
  if (path.slices.some((slice) => slice.counts && isEndedBy(slice, guard))) return undefined;
  const ends = withoutCut(path.slices, limitMs).filter(({ counts }) => counts).map(({ startMs, total }) => (startMs === undefined || total.is !== 'bounded' ? Number.NaN : startMs + total.ms));
  const ms = Math.max(...ends);
  return Number.isNaN(ms) ? undefined : { guard, bound: guard.bound, startMs: 0, covers: { is: 'bounded', ms, from: guard.bound.from } };
}

/** What ends a request for the one who sent it: its budget, else the timer that its whole handler races. */
export function endingBudget(path: RequestPath): Budget | undefined {
  const guard = path.budget === undefined && path.waits ? wholeTimeout(path) : undefined;
  if (guard?.bound?.is !== 'bounded') return path.budget;
  const named = isSeenWhole(path) ? guard : { ...guard, name: `${guard.name} around all that is seen` };
  return { guard: named, bound: guard.bound, startMs: 0, covers: racedBudget(path)?.covers ?? { is: 'unknown', because: 'its limit cuts it off' } };
}

/** The shares as they would be without a limit that cuts them off: of attempts that are each within it, all of them; of others that is not known. */
export function withoutCut(slices: readonly Slice[], limitMs: number): readonly Slice[] {
  return slices.map((slice) => {
    const { total, attempts, perAttempt, delays } = slice;
    if (total.is !== 'bounded' || total.ms < limitMs) return slice;
    if (attempts.is !== 'bounded' || attempts.ms < 2 || perAttempt.is !== 'bounded' || perAttempt.ms >= limitMs || delays.is === 'unknown') return { ...slice, total: { is: 'unknown', because: 'its limit cuts it off' } };
    return { ...slice, total: { ...total, ms: attempts.ms * perAttempt.ms + (delays.is === 'bounded' ? delays.ms : 0) } };
  });
}

function isEndedBy({ perAttempt, guards }: Slice, guard: Guard): boolean {
  return perAttempt.is === 'unbounded' && guards.every(({ site, bound }) => bound?.is !== 'bounded' || siteKey(site) === siteKey(guard.site));
}
