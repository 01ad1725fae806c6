import type { CellState, Harm, Review, ReviewedBound, ReviewedDependency, ShutdownStep } from '#linter/review/types.js';
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

/** When the connections of a pool are used up while a dependency hangs; empty where nobody can tell. */
export function drainText({ size, drainsAt }: Pick<ReviewedDependency['hang']['pools'][number], 'size' | 'drainsAt'>): string {
  if (drainsAt === undefined) return '';
  if (drainsAt > 0) return `from ${Number(drainsAt.toFixed(1)).toLocaleString('en')} such requests a second on, all of them are taken`;
  return `${size.is === 'bounded' ? numberOf(size.ms ?? 0, 'such request') : 'a few such requests'}, and it is empty for ever`;
}

/** Whom an operation asks, where that says more than the operation itself: `pool.query → pg Pool`. */
export function targetOf({ operation, on }: { readonly operation: string; readonly on?: string }): string | undefined {
  return on === undefined || on.startsWith(`${operation} in `) ? undefined : on;
}

/** `1 finding`, `2 findings`. */
export function numberOf(count: number, word: string, plural = `${word}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? word : plural}`;
}

/** With fewer entry points all are named; of more, nearly all are told by those that are missing. */
const NAMED = 8;
const LEFT_OUT = 3;

/** Which of many entry points are not among some, where those are nearly all of them. */
export function missingOf(names: readonly string[], all: readonly string[]): readonly string[] | undefined {
  if (all.length <= NAMED || all.length - names.length > LEFT_OUT) return undefined;
  const own = new Set(names);
  const missing = all.filter((id) => !own.has(id));
  return missing.length <= LEFT_OUT && missing.length + own.size === all.length ? missing : undefined;
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

/** How the verdict changed: `Not ready then, ready now.` */
export function changeText(then: Review['decision']['is'], now: Review['decision']['is']): string {
  return then === now ? `${decisionTexts[now]}, then as now.` : `${decisionTexts[then]} then, ${decisionTexts[now].toLowerCase()} now.`;
}

/** What is certain to fail comes first. */
export function errorsFirst(a: { readonly severity: string }, b: { readonly severity: string }): number {
  return Number(b.severity === 'error') - Number(a.severity === 'error');
}

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

/** Why files were left out, and what to do where they should not have been. */
export const leftOutTexts: Readonly<Record<string, string>> = {
  test: 'Tests: they do not run in production', script: 'Scripts and configuration of tools: no part of the running service', generated: 'Generated code: read only where the service imports it',
  'build-output': 'Compiled code: its sources are read', ignored: 'Ignored, as the configuration says', minified: 'Minified: give their sources to be read, or name them under "ignores"', unreadable: 'Could not be read: look at their permissions',
  'too-large': 'Larger than is read: name them under "ignores" where they do not matter', 'too-deep': 'Nested more deeply than is read: name them under "ignores" where they do not matter', binary: 'No text: name them under "ignores"',
  'not-utf8': 'Not in UTF-8: convert them', 'not-a-file': 'No plain files', 'outside-root': 'Outside of the analysed folder: analyse the folder that holds both', time: 'Took too long to read: name them under "ignores" where they do not matter',
  limit: 'More files than are read: analyse one service at a time', 'internal-error': 'A defect of seamlint: please report it',
};

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

/** How many entry points a harm is felt by, of how many, and through how many of them it is reached; the number itself is said in front. */
export function reachText({ entryPoints, through }: Harm, total: number): string {
  if (entryPoints.length === 0) return 'the process';
  const suffer = entryPoints.length === total ? (total === 1 ? 'entry point, the only one' : 'entry points, all there are') : `of ${numberOf(total, 'entry point')}`;
  if (through.length === 0 || through.length === entryPoints.length) return suffer;
  return `${suffer}${entryPoints.length === total ? '' : ', all that run in one process with it'}, reached through ${through.length}`;
}
