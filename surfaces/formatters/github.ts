import { isOpen, isUndecided, tallyOf, type Violation } from '#linter/open-findings.js';
import type { LintResult } from '#linter/types.js';
import pc from 'picocolors';
import { inert, visible } from '../escape.js';
import type { FormatContext } from './format.js';
import { formatSummary } from './pretty-summary.js';
import { groupSkipped } from './skipped-text.js';
import { counted } from './text-layout.js';

// GitHub shows that many of a kind for each step and says nothing of the rest.
const SHOWN = 10;

/** The result as annotations of a GitHub workflow, the most important first, and the summary for its log. */
export function formatGithub(result: LintResult, context: FormatContext): string {
  const open = result.findings.filter(isOpen).filter(({ severity }) => !(context.quiet && severity !== 'error'));
  const of = (severity: string) => open.filter((finding) => finding.severity === severity);
  const lines = [
    ...of('error').map((finding) => annotationOf(finding, context)),
    ...of('warn').map((finding) => annotationOf(finding, context)),
    ...troubles(result, context),
    ...(context.unproven ? unprovenOf(result, context) : []),
  ];
  return `${[...lines, ...summaryOf(result, context).map((line) => inert(line.trimEnd()))].join('\n')}\n`;
}

function annotationOf({ ruleId, severity, verdict }: Violation, context: FormatContext): string {
  const { site, message, remedy, trace, related = [], entryPoints = [] } = verdict;
  const others = new Set(entryPoints).size - 1;
  const text = [
    message,
    ...trace.map((step, index) => `${index + 1}. ${context.uriPrefix}${step.site.file}:${step.site.line} ${step.text}`),
    ...related.map((step) => `- ${context.uriPrefix}${step.site.file}:${step.site.line} ${step.text}`),
    `Fix: ${remedy}`,
    ...(others > 0 ? [`Reached from ${counted(others, 'other entry point')} too.`] : []),
  ];
  const properties = { file: context.uriPrefix + site.file, line: String(site.line), col: String(site.column), title: `seamlint: ${ruleId}` };
  return command(severity === 'error' ? 'error' : 'warning', properties, text);
}

// One annotation for all of a kind: they must not take the place of findings.
function troubles(result: LintResult, context: FormatContext): string[] {
  const lost = groupSkipped(result.skipped).filter(({ loss }) => loss);
  const reasons = lost.flatMap(({ reason, all }) => all.map(({ path, detail }) => `${path}: ${reason}: ${detail}`));
  return [
    ...(reasons.length === 0 ? [] : [command('notice', { title: 'seamlint: not analysed' }, reasons)]),
    ...(result.incidents.length === 0 ? [] : [command('notice', { title: 'seamlint: incident' }, result.incidents.map(({ where, message }) => `${where}: ${message}`))]),
    ...(context.stopped ? [command('error', { title: 'seamlint: stopped' }, ['The run was stopped before its end: what is shown is not all.'])] : []),
  ];
}

function unprovenOf({ findings }: LintResult, context: FormatContext): string[] {
  return findings.filter(isUndecided).map(({ ruleId, verdict }) => {
    const { file, line, column } = verdict.site;
    return command('notice', { file: context.uriPrefix + file, line: String(line), col: String(column), title: `seamlint: ${ruleId}: unproven` }, [verdict.because]);
  });
}

function summaryOf(result: LintResult, context: FormatContext): string[] {
  const { errors, warnings } = tallyOf(result.findings);
  const hidden = [...(errors > SHOWN ? [`${SHOWN} of ${errors} errors`] : []), ...(warnings > SHOWN && !context.quiet ? [`${SHOWN} of ${warnings} warnings`] : [])];
  const shown = hidden.length === 0 ? [] : [`GitHub shows ${hidden.join(' and ')} as annotations; all are in this log.`];
  return [...formatSummary(result, context, pc.createColors(false)), ...shown];
}

function command(name: string, properties: Readonly<Record<string, string>>, lines: readonly string[]): string {
  const given = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`);
  return `::${name} ${given.join(',')}::${lines.map(message).join('%0A')}`;
}

function message(text: string): string {
  return inert(visible(text)).replaceAll('%', '%25');
}

function property(text: string): string {
  return message(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
