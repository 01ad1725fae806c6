import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import { isComplete } from '#linter/completeness.js';
import { isOpen, isUndecided, tallyOf, type Violation } from '#linter/open-findings.js';
import type { LintResult } from '#linter/types.js';
import { byKey } from '../by-key.js';
import { code, heading, linked, list, markdownText, paragraph, strong, table, text } from '../markdown.js';
import { comparisonRows, nothingFound } from './comparison.js';
import type { FormatContext } from './format.js';
import { groupSkipped } from './skipped-text.js';
import { counted } from './text-layout.js';

// A comment holds 65,536 characters.
const MAX_LENGTH = 60_000;
const MAX_FINDINGS = 100;

/** The result as a comment on a pull request: what was found in a table, then each with its path and its cure. */
export function formatMarkdown(result: LintResult, context: FormatContext): string {
  const open = result.findings.filter(isOpen).filter(({ severity }) => !(context.quiet && severity !== 'error'));
  const sorted = [...open.filter(({ severity }) => severity === 'error'), ...open.filter(({ severity }) => severity !== 'error')];
  for (let shown = Math.min(sorted.length, MAX_FINDINGS); ; shown = Math.floor(shown / 2)) {
    const written = markdownText(blocksOf(result, sorted, shown, context));
    if (written.length <= MAX_LENGTH || shown === 0) return written.slice(0, MAX_LENGTH);
  }
}

function blocksOf(result: LintResult, sorted: readonly Violation[], shown: number, context: FormatContext): RootContent[] {
  const listed = sorted.slice(0, shown);
  return [
    heading(2, headline(result, context)),
    ...(listed.length === 0 ? [] : [tableOf(listed, context)]),
    ...(sorted.length > shown ? [paragraph(text(`${sorted.length - shown} more are not listed here.`))] : []),
    ...[...byKey(listed, causeOf)].flatMap(([, all]) => detailsOf(all, context)),
    ...(context.unproven ? unprovenOf(result, context) : []),
    heading(3, 'What was looked at'),
    list(false, scopeOf(result, context).map((line) => [paragraph(...line)])),
  ];
}

function headline(result: LintResult, context: FormatContext): string {
  const { errors, warnings } = tallyOf(result.findings);
  const parts = [errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : ''].filter((part) => part !== '');
  if (context.stopped) return `seamlint: stopped before its end${parts.length === 0 ? '' : `, with ${parts.join(' and ')} until then`}`;
  if (parts.length > 0) return `seamlint: ${parts.join(' and ')}`;
  const nothing = nothingFound(result).toLowerCase();
  return isComplete(result) ? `seamlint: ${nothing}` : `seamlint: ${nothing}, but not everything was analysed`;
}

function tableOf(findings: readonly Violation[], context: FormatContext): RootContent {
  const rows = findings.map(({ severity, verdict, ruleId }) => [[text(severity)], [place(verdict.site, context)], [text(verdict.message)], [code(ruleId)]]);
  return table([[[text('Severity')], [text('Place')], [text('What is wrong')], [text('Rule')]], ...rows]);
}

// Findings of one group have one cause and one cure: they are explained once.
function causeOf({ ruleId, verdict }: Violation): string {
  const { group, site } = verdict;
  return group === undefined ? `${ruleId}\0${site.file}\0${site.line}\0${site.column}` : `${ruleId}\0${group}`;
}

function detailsOf(all: readonly Violation[], context: FormatContext): BlockContent[] {
  const [first] = all;
  if (first === undefined) return [];
  const { ruleId, verdict } = first;
  const { site, message, remedy, trace, related = [], entryPoints = [] } = verdict;
  const steps = (ordered: boolean, listed: typeof trace) =>
    listed.length === 0 ? [] : [list(ordered, listed.map((step) => [paragraph(place(step.site, context), text(` ${step.text}`))]))];
  const others = new Set(entryPoints).size - 1;
  const more = all.length > 1 ? ` and ${counted(all.length - 1, 'more place')} of ${verdict.group ?? ''}` : '';
  return [
    { type: 'heading', depth: 3, children: [place(site, context), text(`${more} `), code(ruleId)] },
    paragraph(text(`${message}.`)),
    ...steps(true, trace),
    ...steps(false, related),
    paragraph(strong('Fix:'), text(' '), ...linked(remedy), text(`.${others > 0 ? ` Reached from ${counted(others, 'other entry point')} too.` : ''}`)),
  ];
}

function unprovenOf({ findings }: LintResult, context: FormatContext): RootContent[] {
  const places = findings.filter(isUndecided).map(({ ruleId, verdict }) => [paragraph(place(verdict.site, context), text(` ${verdict.because} (`), code(ruleId), text(')'))]);
  if (places.length === 0) return [];
  const more = places.length > MAX_FINDINGS ? [paragraph(text(`${places.length - MAX_FINDINGS} more are not listed here.`))] : [];
  return [heading(3, 'What could not be decided'), list(false, places.slice(0, MAX_FINDINGS)), ...more];
}

function scopeOf(result: LintResult, context: FormatContext): PhrasingContent[][] {
  const { coverage, entryPoints, findings } = result;
  const { satisfied, unproven, suppressed } = tallyOf(findings);
  const named = (lead: string, all: readonly PhrasingContent[][]) => all.slice(0, 20).map((line) => [text(lead), ...line]).concat(all.length > 20 ? [[text(`${all.length - 20} more of these`)]] : []);
  return [
    [text(`${counted(entryPoints.length, 'entry point')}, ${counted(coverage.files, 'file')}, ${counted(coverage.lines, 'line')}`)],
    [text(`${counted(satisfied, 'place')} satisfied, ${unproven} unproven${suppressed > 0 ? `, ${suppressed} suppressed with a reason` : ''}`)],
    ...comparisonRows(result).map(([name, words]) => [text(`${name}: ${words}`)]),
    ...groupSkipped(result.skipped).flatMap(({ reason, loss, all }) =>
      loss ? named(`Not analysed (${reason}): `, all.map(({ path, detail }) => [code(path), text(` ${detail}`)])) : [[text(`Left out (${reason}): ${counted(all.length, 'file')}`)]],
    ),
    ...named('Note: ', result.notes.map(({ path, line, message }) => [...(path === undefined ? [] : [code(line === undefined ? path : `${path}:${line}`), text(' ')]), text(message)])),
    ...named('Incident: ', result.incidents.map(({ where, message }) => [text(`${where}: ${message}`)])),
    ...(context.stopped ? [[strong('The run was stopped before its end: what is above is not all.')]] : []),
  ];
}

function place({ file, line }: { readonly file: string; readonly line: number }, { uriPrefix }: FormatContext): PhrasingContent {
  return code(`${uriPrefix}${file}:${line}`);
}
