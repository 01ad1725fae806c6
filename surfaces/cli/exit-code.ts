import { isComplete } from '#linter/completeness.js';
import { tallyOf } from '#linter/open-findings.js';
import type { RunOutcome } from '#linter/run.js';
import type { CheckArguments } from './command-check.js';

/** The exit code that a run deserves, as the contract says. */
export function exitCodeOf({ result, stopped }: Pick<RunOutcome, 'result' | 'stopped'>, { failOn, maxWarnings, onIncomplete }: Pick<CheckArguments, 'failOn' | 'maxWarnings' | 'onIncomplete'>): number {
  if (stopped === 'memory') return 2;
  const { errors, warnings } = tallyOf(result.findings);
  if (failOn !== 'never' && errors > 0) return 1;
  if (failOn === 'warn' && warnings > 0) return 1;
  if (maxWarnings !== undefined && warnings > maxWarnings) return 1;
  if (stopped === 'time') return 3;
  return onIncomplete === 'fail' && !isComplete(result) ? 3 : 0;
}
