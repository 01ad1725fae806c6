import { isOpen, isUndecided, isViolation, type Violation } from '#linter/open-findings.js';
import type { LintResult } from '#linter/types.js';
import { visible } from '../escape.js';
import { element, xmlText, type XmlElement } from '../xml.js';
import type { FormatContext } from './format.js';
import { groupSkipped } from './skipped-text.js';

/** The result as JUnit XML: one suite a rule, one failed case a finding, and a suite about the analysis itself. */
export function formatJunit(result: LintResult, context: FormatContext): string {
  const suites = [...result.rules.map(({ id }) => suiteOf(id, casesOf(id, result, context))), suiteOf('analysis', analysisCases(result, context))];
  const total = (key: string) => suites.reduce((sum, { attributes }) => sum + Number(attributes[key]), 0);
  return xmlText(
    element(
      'testsuites',
      { name: 'seamlint', tests: total('tests'), failures: total('failures'), errors: total('errors'), skipped: total('skipped'), time: (result.durationMs / 1000).toFixed(3) },
      ...suites,
    ),
  );
}

function suiteOf(name: string, cases: readonly XmlElement[]): XmlElement {
  const having = (child: string) => cases.filter(({ children }) => children.some((one) => typeof one !== 'string' && one.name === child)).length;
  return element('testsuite', { name, tests: cases.length, failures: having('failure'), errors: having('error'), skipped: having('skipped'), time: 0 }, ...cases);
}

function casesOf(rule: string, { findings }: LintResult, context: FormatContext): XmlElement[] {
  const cases = findings.flatMap((finding) => {
    const { verdict, severity, suppressed, setAside } = finding;
    if (finding.ruleId !== rule || (context.quiet && severity !== 'error')) return [];
    const { file, line } = verdict.site;
    const place = { classname: shown(context.uriPrefix + file), file: shown(context.uriPrefix + file), line };
    if (isOpen(finding)) return [element('testcase', { name: shown(finding.verdict.message), ...place }, failureOf(finding))];
    if (isViolation(finding) && setAside !== 'unchanged') {
      const why = suppressed === undefined ? 'in the baseline' : `suppressed in line ${suppressed.line}: ${suppressed.reason}`;
      return [element('testcase', { name: shown(finding.verdict.message), ...place }, element('skipped', { message: shown(why) }))];
    }
    if (!context.unproven || !isUndecided(finding)) return [];
    return [element('testcase', { name: shown(`unproven: ${finding.verdict.because}`), ...place }, element('skipped', { message: 'could not be decided' }))];
  });
  // A rule without findings passes by a case: some readers take an empty suite for an error.
  return cases.length > 0 ? cases : [element('testcase', { name: 'nothing found', classname: rule })];
}

function failureOf({ ruleId, severity, verdict }: Violation): XmlElement {
  const { site, message, remedy, trace, related = [] } = verdict;
  const lines = [
    `${site.file}:${site.line}:${site.column} ${message} (${ruleId})`,
    ...trace.map((step, index) => `  ${index + 1}. ${step.site.file}:${step.site.line} ${step.text}`),
    ...related.map((step) => `  - ${step.site.file}:${step.site.line} ${step.text}`),
    `  Fix: ${remedy}`,
  ];
  return element('failure', { message: shown(message), type: severity }, lines.map(shown).join('\n'));
}

function analysisCases(result: LintResult, context: FormatContext): XmlElement[] {
  const named = (name: string, ...children: XmlElement[]) => element('testcase', { name: shown(name), classname: 'analysis' }, ...children);
  return [
    ...result.incidents.map(({ where, message }) => named(`incident in ${where}`, element('error', { message: shown(message), type: 'incident' }))),
    ...(context.stopped ? [named('the run', element('error', { message: 'stopped before its end: what is here is not all', type: 'stopped' }))] : []),
    ...groupSkipped(result.skipped).flatMap(({ reason, loss, all }) =>
      loss
        ? all.map(({ path, detail }) => named(path, element('skipped', { message: shown(`not analysed (${reason}): ${detail}`) })))
        : [named(`${all.length} left out (${reason})`, element('skipped', { message: shown(all.slice(0, 20).map(({ path }) => path).join(', ')) }))],
    ),
    ...result.notes.map(({ path, line, message }) => named([path, line, 'note'].filter((part) => part !== undefined).join(':'), element('system-out', {}, shown(message)))),
    named(`${result.coverage.files} files analysed`),
  ];
}

// What a terminal obeys could be written in XML and would reach one again.
function shown(text: string): string {
  return visible(text);
}
