import { isComplete } from '#linter/completeness.js';
import type { RunOutcome } from '#linter/run.js';
import type { CheckArguments } from './command-check.js';

/** The exit code that a run deserves, as the contract says. */
export function exitCodeOf({ result, stopped }: RunOutcome, { failOn, onIncomplete }: Pick<CheckArguments, 'failOn' | 'onIncomplete'>): number {
  if (stopped === 'memory') return 2;
  const failing = result.findings.some(
    ({ verdict, suppressed, severity }) => verdict.verdict === 'violated' && suppressed === undefined && (failOn === 'warn' || (failOn === 'error' && severity === 'error')),
  );
  if (failing) return 1;
  if (stopped === 'time') return 3;
  return onIncomplete === 'fail' && !isComplete(result) ? 3 : 0;
}
