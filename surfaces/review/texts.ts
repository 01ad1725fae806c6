import type { CellState, Harm, Review, ReviewedBound, ShutdownStep } from '#linter/review/types.js';
import { durationText } from '#rules/support/duration-text.js';
import { maskCredentials, visible } from '../escape.js';

/** A review in which no text can hide, reorder or obey anything: what a reader sees is what is there. */
export function visibleReview(review: Review): Review {
  return mapped(review) as Review;
}

function mapped(value: unknown): unknown {
  if (typeof value === 'string') return visible(maskCredentials(value));
  if (Array.isArray(value)) return value.map(mapped);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapped(inner)]));
}

/** A time: `3 s`, `no limit`, `unknown`. */
export function timeText(bound: ReviewedBound): string {
  if (bound.is === 'bounded') return bound.atLeast === undefined ? durationText(bound.ms ?? 0) : bound.ms === 0 ? 'unknown' : `at least ${durationText(bound.ms ?? 0)}`;
  return bound.is === 'unbounded' ? 'no limit' : 'unknown';
}

/** A time with where it comes from, in one line. */
export function withOrigin(bound: ReviewedBound): string {
  return `${timeText(bound)} (${bound.from})`;
}

/** A count: `3`, `no limit`, `unknown`. */
export function countText(bound: ReviewedBound): string {
  return bound.is === 'bounded' ? String(bound.ms ?? 0) : timeText(bound);
}

/** Whom an operation asks, where that says more than the operation itself: `pool.query → pg Pool`. */
export function targetOf({ operation, on }: { readonly operation: string; readonly on?: string }): string | undefined {
  return on === undefined || on.startsWith(`${operation} in `) ? undefined : on;
}

/** `1 finding`, `2 findings`. */
export function numberOf(count: number, word: string, plural = `${word}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? word : plural}`;
}

/** A share as people say it; never 100 % where something is missing. */
export function shareText({ total, resolved }: { readonly total: number; readonly resolved: number }): string {
  return total === 0 ? 'none seen' : `${Math.floor((resolved / total) * 100)} %`;
}

export const stateMarks: Readonly<Record<CellState, { readonly mark: string; readonly word: string }>> = {
  violated: { mark: '✕', word: 'violated' },
  unproven: { mark: '?', word: 'unproven' },
  accepted: { mark: '~', word: 'accepted' },
  satisfied: { mark: '✓', word: 'satisfied' },
  'not-applicable': { mark: '–', word: 'not applicable' },
  'not-asked': { mark: '·', word: 'not asked' },
};

export const decisionTexts: Readonly<Record<Review['decision']['is'], string>> = { ready: 'Ready', 'not-ready': 'Not ready', undecided: 'Undecided' };

/** The sentence under the verdict: what was found, in numbers. */
export function summaryText({ counts, decision }: Review): string {
  const { errors, warnings, unproven, entryPoints } = counts;
  const over = `over ${numberOf(entryPoints, 'entry point')}`;
  if (entryPoints === 0) return 'No entry point was found, so there is nothing that could be called ready.';
  if (errors + warnings === 0) {
    const rest = unproven === 0 ? '' : `; ${numberOf(unproven, 'place')} could not be decided`;
    return `Nothing that was asked is violated ${over}${rest}.${decision.is === 'undecided' ? ' Too little of the service is understood to call it ready.' : ''}`;
  }
  const parts = [errors > 0 ? `${numberOf(errors, 'finding')} of severity error` : '', warnings > 0 ? numberOf(warnings, 'warning') : ''].filter((part) => part !== '');
  const why = decision.is === 'undecided' ? ' By the policy none of them stands in the way, but not enough is known to call it ready.' : '';
  return `${parts.join(' and ')} ${over}; ${numberOf(unproven, 'place')} could not be decided.${why}`;
}

export const checkMarks = {
  proved: { mark: '✓', word: 'yes' },
  disproved: { mark: '✕', word: 'no' },
  open: { mark: '?', word: 'open' },
  absent: { mark: '∅', word: 'not found' },
  ask: { mark: '☐', word: 'to answer' },
  'not-applicable': { mark: '–', word: 'does not arise' },
} as const;

/** What is known of a step of the shutdown. */
export const stepTexts: Readonly<Record<ShutdownStep['state'], { readonly mark: string; readonly word: string; readonly like: CellState }>> = {
  closed: { mark: '✓', word: 'closed in its turn', like: 'satisfied' },
  violated: { mark: '✕', word: 'see the finding', like: 'violated' },
  unproven: { mark: '?', word: 'could not be decided', like: 'unproven' },
  unknown: { mark: '–', word: 'not judged', like: 'not-applicable' },
};

/** How many entry points a harm is felt by, of how many, and through how many of them it is reached. */
export function reachText({ entryPoints, through }: Harm, total: number): string {
  if (entryPoints.length === 0) return 'the process';
  const suffer = entryPoints.length === total ? (total === 1 ? 'the only entry point' : 'all entry points') : `of ${numberOf(total, 'entry point')}`;
  if (through.length === 0 || through.length === entryPoints.length) return suffer;
  return `${suffer}${entryPoints.length === total ? '' : ', all that run in one process with it'}, reached through ${through.length}`;
}
