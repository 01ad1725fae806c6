import { isLoss } from '#linter/completeness.js';
import type { Skipped } from '#project/types.js';

/** Everything left out for one reason. */
export interface SkippedGroup {
  readonly reason: Skipped['reason'];
  /** Whether a part of the analysis is lost by it. */
  readonly loss: boolean;
  readonly all: readonly Skipped[];
}

/** What was left out by reason, losses first. */
export function groupSkipped(skipped: readonly Skipped[]): SkippedGroup[] {
  const groups = new Map<Skipped['reason'], Skipped[]>();
  for (const one of skipped) groups.set(one.reason, [...(groups.get(one.reason) ?? []), one]);
  return [...groups]
    .map(([reason, all]) => ({ reason, loss: all.some(isLoss), all }))
    .sort((a, b) => Number(b.loss) - Number(a.loss) || (a.reason < b.reason ? -1 : 1));
}
