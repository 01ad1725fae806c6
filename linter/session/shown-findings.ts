import type { Violated } from '#rules/types.js';
import type { WrittenRepair } from '../repairs/repairs-of.js';
import { isOpen } from '../open-findings.js';
import type { LintResult } from '../types.js';
import type { ShownFinding } from './messages.js';

/** What an editor shows of a result: the violations that stand, each with its repairs, by file. */
export function shownFindings({ findings }: Pick<LintResult, 'findings'>, write: (verdict: Violated) => readonly WrittenRepair[]): ReadonlyMap<string, readonly ShownFinding[]> {
  const byFile = new Map<string, ShownFinding[]>();
  for (const { ruleId, severity, verdict } of findings.filter(isOpen)) {
    const { site, message, remedy, trace, entryPoints = [] } = verdict;
    const shown = { ruleId, severity, line: site.line, column: site.column, message, remedy, trace, entryPoints, repairs: write(verdict) };
    byFile.set(site.file, [...(byFile.get(site.file) ?? []), shown]);
  }
  return byFile;
}
