import type { Unproven, Violated } from '#rules/types.js';
import type { Finding } from './types.js';

/** A violation that stands: nothing silences it or sets it aside. */
export interface Violation extends Finding {
  readonly verdict: Violated;
}

/** Whether a finding is a violation, silenced or not. */
export function isViolation(finding: Finding): finding is Violation {
  return finding.verdict.verdict === 'violated';
}

/** Whether a finding counts in this run. */
export function isOpen(finding: Finding): finding is Violation {
  return isViolation(finding) && finding.suppressed === undefined && finding.setAside === undefined;
}

/** Whether a place is undecided and asked about in this run. */
export function isUndecided(finding: Finding): finding is Finding & { readonly verdict: Unproven } {
  return finding.verdict.verdict === 'unproven' && finding.suppressed === undefined && finding.setAside === undefined;
}

/** How many findings there are of each fate. */
export interface Tally {
  readonly errors: number;
  readonly warnings: number;
  /** Silenced by a comment. */
  readonly suppressed: number;
  /** In the baseline. */
  readonly known: number;
  /** Where nothing changed, in a run about changes. */
  readonly unchanged: number;
  readonly satisfied: number;
  readonly unproven: number;
}

/** Counts findings by what became of them. */
export function tallyOf(findings: readonly Finding[]): Tally {
  const count = (is: (finding: Finding) => boolean) => findings.filter(is).length;
  return {
    errors: count((finding) => isOpen(finding) && finding.severity === 'error'),
    warnings: count((finding) => isOpen(finding) && finding.severity === 'warn'),
    suppressed: count((finding) => isViolation(finding) && finding.suppressed !== undefined),
    known: count(({ setAside }) => setAside === 'known'),
    unchanged: count((finding) => isViolation(finding) && finding.setAside === 'unchanged'),
    satisfied: count(({ verdict }) => verdict.verdict === 'satisfied'),
    unproven: count(isUndecided),
  };
}
