import { isComplete, isLoss } from '../completeness.js';
import type { LintResult } from '../types.js';
import type { Counts, Decision, Evidence } from './types.js';

/** What a team calls ready. */
export interface ReviewPolicy {
  /** Findings from this severity on stand in the way; `never`: none do. */
  readonly blocks: 'error' | 'warn' | 'never';
  /** May places be undecided? */
  readonly allowUnproven: boolean;
  /** May findings be silenced with a reason? */
  readonly allowAccepted: boolean;
  /** Share of calls that must be resolved before anything can be said. */
  readonly minimumResolved: number;
}

/** Nothing certain to fail, everything read, enough understood. */
export const defaultPolicy: ReviewPolicy = { blocks: 'error', allowUnproven: true, allowAccepted: true, minimumResolved: 0.5 };

type Condition = Decision['conditions'][number];

/** Ready, not ready, or too little known to say: each condition of the policy with what was found. */
export function decide(result: LintResult, counts: Counts, policy: ReviewPolicy, stopped: boolean): Decision {
  const known = knowledge(result, policy, stopped);
  const kept = violations(counts, policy);
  const is = kept.some(({ holds }) => !holds) ? 'not-ready' : known.every(({ holds }) => holds) ? 'ready' : 'undecided';
  return { is, conditions: [...kept, ...known] };
}

function violations({ errors, warnings, accepted, unproven }: Counts, { blocks, allowUnproven, allowAccepted }: ReviewPolicy): readonly Condition[] {
  const conditions: Condition[] = [];
  if (blocks !== 'never') conditions.push({ text: 'No finding of severity error', holds: errors === 0, found: `${errors} found` });
  if (blocks === 'warn') conditions.push({ text: 'No finding of severity warn', holds: warnings === 0, found: `${warnings} found` });
  if (!allowUnproven) conditions.push({ text: 'No place left unproven', holds: unproven === 0, found: `${unproven} unproven` });
  if (!allowAccepted) conditions.push({ text: 'No finding silenced', holds: accepted === 0, found: `${accepted} silenced` });
  return conditions;
}

function knowledge(result: LintResult, { minimumResolved }: ReviewPolicy, stopped: boolean): readonly Condition[] {
  const { entryPoints, coverage: { calls } } = result;
  const share = calls.total === 0 ? 0 : calls.resolved / calls.total;
  const complete = isComplete(result) && !stopped;
  return [
    { text: 'Entry points are found', holds: entryPoints.length > 0, found: `${entryPoints.length} found` },
    {
      text: `At least ${Math.round(minimumResolved * 100)} % of calls are resolved`, holds: share >= minimumResolved,
      found: calls.total === 0 ? 'no calls seen' : `${calls.resolved} of ${calls.total} (${Math.floor(share * 100)} %)`,
    },
    { text: 'Everything was analysed', holds: complete, found: complete ? 'yes' : lost(result, stopped) },
  ];
}

function lost({ skipped, incidents }: LintResult, stopped: boolean): string {
  if (stopped) return 'no: the analysis was stopped';
  const unread = skipped.filter(isLoss).length;
  const [limits, failed] = [incidents.filter(({ repeatable }) => repeatable === true), incidents.filter(({ repeatable }) => repeatable !== true)];
  const parts = [
    unread > 0 ? `${unread} ${unread === 1 ? 'file' : 'files'} unread` : '',
    limits.length > 0 ? `the analysis reached ${limits.length} of its limits (${limits.map(({ where }) => where).join(', ')})` : '',
    failed.length > 0 ? `${failed.length} of its parts failed (${failed.map(({ where }) => where).join(', ')})` : '',
  ];
  return `no: ${parts.filter((part) => part !== '').join('; ')}; what was not looked at is told at the end`;
}

/** How many verdicts of each kind there are. */
export function countsOf({ entryPoints }: LintResult, evidence: readonly Evidence[]): Counts {
  const count = (is: (item: Evidence) => boolean) => evidence.filter(is).length;
  return {
    entryPoints: entryPoints.length,
    errors: count(({ state, severity }) => state === 'violated' && severity === 'error'),
    warnings: count(({ state, severity }) => state === 'violated' && severity === 'warn'),
    accepted: count(({ state }) => state === 'accepted'),
    satisfied: count(({ state }) => state === 'satisfied'),
    unproven: count(({ state }) => state === 'unproven'),
  };
}
