import type { Skipped } from '#project/types.js';
import type { LintResult } from './types.js';

// Left out because they are not part of the running service; everything else was wanted and not had.
const INTENDED: ReadonlySet<Skipped['reason']> = new Set(['test', 'script', 'generated', 'build-output', 'ignored']);

/** Whether leaving this out loses a part of the analysis. */
export function isLoss({ reason }: Skipped): boolean {
  return !INTENDED.has(reason);
}

/** Whether everything that was asked for was analysed, by every rule. */
export function isComplete(result: Pick<LintResult, 'skipped' | 'incidents'>): boolean {
  return result.incidents.length === 0 && !result.skipped.some(isLoss);
}
