import type pc from 'picocolors';
import { isComplete } from '#linter/completeness.js';
import { isOpen, tallyOf } from '#linter/open-findings.js';
import type { LintResult } from '#linter/types.js';
import type { Note, Skipped } from '#project/types.js';
import { visible } from '../escape.js';
import { comparisonRows, nothingFound } from './comparison.js';
import type { FormatContext } from './format.js';
import { groupSkipped } from './skipped-text.js';
import { counted, hanging } from './text-layout.js';

type Colors = ReturnType<typeof pc.createColors>;

const FEW = 5;
const MANY = 10;

/** What was found, what was looked at, and what was not: the end of the report. */
export function formatSummary(result: LintResult, context: FormatContext, colors: Colors): string[] {
  const row = (name: string, text: string) => hanging(`  ${name.padEnd(14)}`, text, context.width);
  return [
    headline(result, context, colors),
    ...[...countsByRule(result)].map(([rule, count]) => `  ${rule.padEnd(28)} ${count}`),
    ...(context.quiet ? [] : scopeOf(result, context).flatMap(([name, text]) => row(name, text))),
    ...comparisonRows(result).flatMap(([name, text]) => row(name, text)),
    ...skippedLines(result.skipped, row),
    ...listed('Note', result.notes.filter((note) => !context.quiet || isAtFinding(note, result)).map(noteText), row),
    ...listed('Incident', result.incidents.map(({ where, message }) => visible(`${where}: ${message}`)), row).map(colors.red),
    ...(context.stopped ? [colors.red('  The run was stopped before its end: what is above is not all.')] : []),
  ];
}

function headline(result: LintResult, context: FormatContext, colors: Colors): string {
  const shown = result.findings.filter(isOpen);
  if (shown.length === 0) {
    if (context.stopped) return colors.bold(colors.red('No findings before the run was stopped'));
    const nothing = nothingFound(result);
    return colors.bold(isComplete(result) ? colors.green(nothing) : colors.yellow(`${nothing}, but not everything was analysed`));
  }
  const errors = shown.filter(({ severity }) => severity === 'error').length;
  const files = new Set(shown.map(({ verdict }) => verdict.site.file)).size;
  const parts = [errors > 0 ? counted(errors, 'error') : '', shown.length > errors ? counted(shown.length - errors, 'warning') : ''].filter((part) => part !== '');
  return colors.bold((errors > 0 ? colors.red : colors.yellow)(`${parts.join(' and ')} in ${counted(files, 'file')}`));
}

function countsByRule(result: LintResult): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { ruleId } of result.findings.filter(isOpen)) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  return new Map([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

function scopeOf(result: LintResult, context: FormatContext): [string, string][] {
  const { coverage, entryPoints, findings } = result;
  const kinds = new Map<string, number>();
  for (const { kind } of entryPoints) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const ofKinds = kinds.size > 0 ? ` (${[...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ')})` : '';
  const { satisfied, errors, warnings, unproven, suppressed } = tallyOf(findings);
  return [
    ['Entry points', `${entryPoints.length}${ofKinds}`],
    ['Coverage', `${counted(coverage.files, 'file')}, ${counted(coverage.lines, 'line')}; resolved: ${share(coverage.calls, 'calls')}, ${share(coverage.timeouts, 'timeouts')}`],
    ['Places', `${satisfied} satisfied, ${errors + warnings} violated, ${unproven} unproven${unproven > 0 && !context.unproven ? ' (--unproven lists them)' : ''}`],
    ...(suppressed > 0 ? ([['Suppressed', `${suppressed}, each with its reason`]] as [string, string][]) : []),
  ];
}

function share({ total, resolved }: { readonly total: number; readonly resolved: number }, what: string): string {
  // Rounded down: 100 % is said only of all.
  if (total === 0) return `no ${what}`;
  return `${resolved} of ${total} ${what} (${Math.floor((resolved / total) * 1000) / 10} %)`;
}

function skippedLines(skipped: readonly Skipped[], row: (name: string, text: string) => string[]): string[] {
  return groupSkipped(skipped).flatMap(({ reason, loss, all }, index) => {
    const names = all.slice(0, FEW).map(({ path, detail }) => (loss ? visible(`${path}: ${detail}`) : visible(path)));
    const more = all.length > FEW ? `, and ${all.length - FEW} more` : '';
    const text = loss || all.length <= FEW ? `${all.length} ${reason}: ${names.join(loss ? '; ' : ', ')}${more}` : `${all.length} ${reason}`;
    return row(index === 0 ? 'Skipped' : '', text);
  });
}

// A comment that was to silence what is shown, and why it does not.
function isAtFinding({ path, line }: Note, { findings }: LintResult): boolean {
  return line !== undefined && findings.some((finding) => isOpen(finding) && finding.severity === 'error' && finding.verdict.site.file === path && [line, line + 1].includes(finding.verdict.site.line));
}

function noteText({ path, line, message }: Note): string {
  const place = path === undefined ? '' : line === undefined ? `${path}: ` : `${path}:${line}: `;
  return visible(place + message);
}

function listed(name: string, texts: readonly string[], row: (name: string, text: string) => string[]): string[] {
  const shown = texts.slice(0, MANY).flatMap((text) => row(name, text));
  return texts.length > MANY ? [...shown, ...row('', `and ${texts.length - MANY} more of these; --format json has all`)] : shown;
}
