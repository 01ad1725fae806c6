import pc from 'picocolors';
import { isOpen, isUndecided, type Violation } from '#linter/open-findings.js';
import type { LintResult } from '#linter/types.js';
import type { TraceStep } from '#model/site.js';
import type { Violated } from '#rules/types.js';
import { byKey } from '../by-key.js';
import { inert, visible } from '../escape.js';
import { codeFrame } from './code-frame.js';
import type { FormatContext } from './format.js';
import { formatSummary } from './pretty-summary.js';
import { counted, hanging, widthOf } from './text-layout.js';

type Colors = ReturnType<typeof pc.createColors>;

/** The result for people at a terminal. */
export function formatPretty(result: LintResult, context: FormatContext): string {
  const colors = pc.createColors(context.color);
  const shown = result.findings.filter(isOpen).filter(({ severity }) => !(context.quiet && severity !== 'error'));
  const single = shown.filter(({ verdict }) => verdict.group === undefined);
  const lines = [
    ...[...byKey(single, ({ verdict }) => verdict.site.file)].flatMap(([file, findings]) => [
      colors.underline(visible(file)),
      '',
      ...findings.flatMap((finding) => formatFinding(finding, context, colors)),
    ]),
    ...formatGroups(shown.filter(({ verdict }) => verdict.group !== undefined), context, colors),
    ...(context.unproven ? formatUnproven(result, context, colors) : []),
    ...formatSummary(result, context, colors),
  ];
  return `${lines.map((line) => inert(line.trimEnd())).join('\n')}\n`;
}

function formatFinding(finding: Violation, context: FormatContext, colors: Colors): string[] {
  const { verdict } = finding;
  const place = `  ${verdict.site.line}:${verdict.site.column}  `;
  const lead = `${place}${finding.severity}  `;
  const shownLead = colors.dim(place) + paint(finding, colors)(finding.severity) + '  ';
  return [
    ...hanging(lead, `${visible(verdict.message)} (${finding.ruleId})`, context.width, shownLead).map((line) => dimId(line, `(${finding.ruleId})`, colors)),
    ...formatFrame(verdict, context, colors),
    ...formatTrace(verdict.trace, context, colors),
    ...formatRelated(verdict.related ?? [], context, colors),
    ...formatRemedy(verdict, context, colors),
    '',
  ];
}

function formatFrame({ site }: Violated, context: FormatContext, colors: Colors): string[] {
  const frame = codeFrame(context.linesOf(site.file) ?? [], site, context.width - 14);
  const digits = String(site.line + 2).length;
  const lines = frame.map(({ number, text, here }) => {
    const gutter = `    ${here && number !== undefined ? '>' : ' '} ${String(number ?? '').padStart(digits)} | `;
    if (number === undefined) return colors.dim(gutter) + colors.red(colors.bold(text));
    return here ? colors.dim(gutter) + text : colors.dim(gutter + text);
  });
  return lines.length === 0 ? [] : ['', ...lines, ''];
}

function formatTrace(trace: readonly TraceStep[], context: FormatContext, colors: Colors): string[] {
  if (trace.length === 0) return [];
  const digits = String(trace.length).length;
  return trace.flatMap((step, index) => formatStep(`    ${String(index + 1).padStart(digits)}. `, step, context, colors));
}

function formatRelated(related: readonly TraceStep[], context: FormatContext, colors: Colors): string[] {
  return related.flatMap((step) => formatStep('    - ', step, context, colors));
}

function formatStep(mark: string, { site, text }: TraceStep, context: FormatContext, colors: Colors): string[] {
  const place = visible(`${site.file}:${site.line}`);
  const lead = `${mark}${place}  `;
  const shown = `${mark}${colors.cyan(place)}  `;
  if (widthOf(lead) <= context.width / 2 || widthOf(lead + visible(text)) <= context.width) return hanging(lead, visible(text), context.width, shown);
  return [`${mark}${colors.cyan(place)}`, ...hanging(' '.repeat(mark.length + 2), visible(text), context.width)];
}

function formatRemedy({ remedy, entryPoints }: Violated, context: FormatContext, colors: Colors): string[] {
  const others = new Set(entryPoints ?? []).size - 1;
  return [
    ...hanging('    Fix: ', visible(remedy), context.width, `    ${colors.green('Fix:')} `),
    ...(others > 0 ? [colors.dim(`    Reached from ${counted(others, 'other entry point')} too.`)] : []),
  ];
}

// Findings of one group have one cause and one cure: one block, with every place.
function formatGroups(findings: readonly Violation[], context: FormatContext, colors: Colors): string[] {
  const groups = byKey(findings, ({ ruleId, verdict }) => `${ruleId}\0${verdict.group ?? ''}`);
  const lines: string[] = [];
  let rule = '';
  for (const [, all] of [...groups].sort(([, a], [, b]) => b.length - a.length)) {
    const [first] = all;
    if (first === undefined) continue;
    if (first.ruleId !== rule) lines.push(colors.underline(first.ruleId), '');
    rule = first.ruleId;
    lines.push(...formatGroup(first, all, context, colors));
  }
  return lines;
}

function formatGroup(first: Violation, all: readonly Violation[], context: FormatContext, colors: Colors): string[] {
  const { verdict } = first;
  const lead = `  ${first.severity}  `;
  const name = visible(verdict.group ?? '');
  const places = all.map(({ verdict: { site } }) => visible(`${site.file}:${site.line}`));
  const heading = hanging(lead, `${name}: ${counted(places.length, 'place')}: ${places.join(', ')}`, context.width, `  ${paint(first, colors)(first.severity)}  `);
  return [
    ...heading.map((line, index) => (index === 0 ? line.replace(name, () => colors.bold(name)) : line)),
    ...hanging('    ', visible(verdict.message), context.width),
    ...formatTrace(verdict.trace, context, colors),
    ...formatRemedy(verdict, context, colors),
    '',
  ];
}

function formatUnproven(result: LintResult, context: FormatContext, colors: Colors): string[] {
  const places = result.findings.filter(isUndecided).flatMap(({ ruleId, verdict }) => {
    const place = visible(`${verdict.site.file}:${verdict.site.line}:${verdict.site.column}`);
    return [`  ${colors.cyan(place)}`, ...hanging('    ', `${visible(verdict.because)} (${ruleId})`, context.width).map((line) => dimId(line, `(${ruleId})`, colors))];
  });
  return places.length === 0 ? [] : [colors.underline('Unproven: what could not be decided'), '', ...places, ''];
}

function paint({ severity }: Violation, colors: Colors): (text: string) => string {
  return severity === 'error' ? colors.red : colors.yellow;
}

function dimId(line: string, id: string, colors: Colors): string {
  return line.endsWith(id) ? line.slice(0, -id.length) + colors.dim(id) : line;
}
