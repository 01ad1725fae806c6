import type { Bound, Budget, RequestPath, Slice } from '#model/types.js';
import type { ReviewedBound, ReviewedPath, ReviewedSlice } from './types.js';

/** A bound as the review shows it. */
export function reviewedBound(bound: Bound): ReviewedBound {
  if (bound.is === 'unknown') return { is: 'unknown', from: bound.because };
  const { text, note, site } = bound.from;
  const from = note === undefined ? text : `${text}; ${note}`;
  return bound.is === 'bounded' ? { is: 'bounded', ms: bound.ms, from, site } : { is: 'unbounded', from, site };
}

/** What requests of an entry point wait for; undefined where they certainly wait for nothing. */
export function reviewedPath(path: RequestPath, marginMs: number): ReviewedPath | undefined {
  if (!path.waits && path.unproven.length === 0) return undefined;
  return {
    worstCase: { ...reviewedBound(path.worstCase), ...(path.worstCase.is === 'bounded' && path.unproven.length > 0 ? { atLeast: true as const } : {}) },
    ...(path.budget === undefined ? {} : { budget: reviewedBudget(path.budget) }),
    marginMs,
    slices: path.slices.map(reviewedSlice),
    omitted: path.omitted,
    unproven: path.unproven,
  };
}

/** A deadline with what makes it, where the limit alone does not tell. */
function reviewedBudget({ guard, bound }: Budget): ReviewedBound {
  const shown = reviewedBound(bound);
  return guard.is === 'timeout' ? { ...shown, from: `${guard.name}, ${shown.from}` } : shown;
}

function reviewedSlice({ step, layer, operation, on, guards, site, attempts, perAttempt, delays, total, startMs, earliestMs, counts }: Slice): ReviewedSlice {
  return {
    step, layer, operation, site, counts,
    ...(on === undefined ? {} : { on: on.name }),
    guards: guards.map(({ name, site: at }) => ({ name, site: at })),
    attempts: reviewedBound(attempts), perAttempt: reviewedBound(perAttempt), delays: reviewedBound(delays), total: reviewedBound(total),
    ...(startMs === undefined ? { earliestMs } : { startMs }),
  };
}
