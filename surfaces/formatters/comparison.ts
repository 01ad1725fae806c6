import type { LintResult } from '#linter/types.js';
import { tallyOf } from '#linter/open-findings.js';
import { visible } from '../escape.js';
import { counted } from './text-layout.js';

/** What to say where nothing counts: there may be findings all the same. */
export function nothingFound({ findings, changes }: LintResult): string {
  if (changes !== undefined) return 'No findings in what changed';
  return tallyOf(findings).known > 0 ? 'No new findings' : 'No findings';
}

/** What a run was compared with, as rows of a summary: the baseline, the changes. */
export function comparisonRows(result: LintResult): [string, string][] {
  const { known, unchanged } = tallyOf(result.findings);
  const { baseline, changes } = result;
  const rows: [string, string][] = [];
  if (baseline !== undefined) {
    const states = [`${known} known`, ...(baseline.gone > 0 ? [`${baseline.gone} gone (seamlint baseline prune)`] : []), ...(baseline.expired > 0 ? [`${baseline.expired} expired`] : [])];
    rows.push(['Baseline', visible(`${states.join(', ')}, in ${baseline.file}`)]);
  }
  if (changes !== undefined)
    rows.push(['Changes', visible(`${counted(changes.files, 'file')} changed since ${changes.since}; ${counted(unchanged, 'finding')} elsewhere not shown`)]);
  return rows;
}
