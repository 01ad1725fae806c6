import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lint } from '#linter/lint.js';
import { defaultOptions } from '#linter/options.js';
import type { LintResult } from '#linter/types.js';
import type { Analysis } from '#linter/analysis.js';
import { expectationsIn, type Expectation } from './expectations.js';
import { compareLimits } from './limits.js';
import { compareWorstCases } from './worst-cases.js';

/** A folder with a small service and its expectations. */
export interface Scenario {
  /** `no-sync-io-in-handler/lazy-value-kept-for-life`. */
  readonly name: string;
  readonly folder: string;
  /** The rules it is judged by; `all`, or `none` where only entry points are compared. */
  readonly rules: readonly string[] | 'all' | 'none';
}

/** One difference between what a scenario expects and what the analysis says. */
export interface Difference {
  readonly is: 'missing' | 'unexpected' | 'healed' | 'incident';
  readonly place: string;
  readonly text: string;
}

/** Where the scenarios lie. */
export const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));

// Those that speak of time: whether a breaker is there at all shows in no measurement of one request.
const RUNNING_RULES = [
  'nested-timeouts', 'require-acquire-timeout', 'require-outbound-timeout', 'require-request-budget', 'require-body-limit', 'require-idempotency-key',
  'no-retry-storm', 'no-unsafe-retry', 'no-outbound-while-holding', 'require-release', 'no-breaker-per-request', 'shutdown-order', 'drain-deadline',
];

/** All scenarios, sorted by name. */
export function findScenarios(): Scenario[] {
  return folders(FIXTURES).flatMap((group) =>
    folders(join(FIXTURES, group)).map((name): Scenario => ({ name: `${group}/${name}`, folder: join(FIXTURES, group, name), rules: rulesOf(group) })),
  );
}

/** Runs the whole pipeline over a scenario and compares. */
export function differencesOf(scenario: Scenario, analysis: Analysis): Difference[] {
  const only = scenario.rules === 'all' ? analysis.rules.map((rule) => rule.id) : scenario.rules === 'none' ? [] : scenario.rules;
  const missing = only.filter((id) => !analysis.rules.some((rule) => rule.id === id));
  if (missing.length > 0) return [{ is: 'missing', place: scenario.name, text: `there is no rule ${missing.join(', ')} yet` }];
  const expectations = expectationsIn(scenario.folder);
  const timelines = expectations.some(({ kind }) => kind === 'worst case') || scenario.name.startsWith('load-limits/');
  const result = lint({ ...defaultOptions(scenario.folder), cache: false, execConfig: false, rules: only, timelines }, { analysis: scenario.rules === 'none' ? { ...analysis, rules: [] } : analysis });
  return [
    ...result.incidents.map((incident): Difference => ({ is: 'incident', place: incident.where, text: incident.stack ?? incident.message })),
    ...(expectations.some(({ kind }) => kind === 'worst case') ? compareWorstCases(result, expectations) : []),
    ...(scenario.name.startsWith('load-limits/') ? compareLimits(result, expectations) : scenario.rules === 'none' ? compareEntryPoints(result, expectations) : compareFindings(result, expectations)),
  ];
}

function rulesOf(group: string): Scenario['rules'] {
  if (group === 'services') return 'all';
  if (group === 'entry-points' || group === 'load-limits') return 'none';
  if (group === 'running') return RUNNING_RULES;
  if (group === 'timeline') return ['nested-timeouts', 'require-request-budget'];
  return group === 'reachability' ? ['no-sync-io-in-handler'] : [group];
}

function compareFindings(result: LintResult, expectations: readonly Expectation[]): Difference[] {
  const ran = new Set(result.rules.map((rule) => rule.id));
  const said = new Map<string, { readonly line: string; readonly message: string; used: boolean }[]>();
  for (const { ruleId, verdict, suppressed } of result.findings) {
    if (verdict.verdict === 'satisfied' || suppressed !== undefined) continue;
    const key = `${verdict.verdict} ${ruleId} ${verdict.site.file}:${verdict.site.line}`;
    const message = verdict.verdict === 'violated' ? verdict.message : verdict.because;
    said.set(key, [...(said.get(key) ?? []), { line: `${verdict.site.file}:${verdict.site.line}`, message, used: false }]);
  }
  const differences: Difference[] = [];
  for (const { kind, subject, file, line, remark } of expectations) {
    if (kind === 'entry' || kind === 'worst case' || kind === 'limits' || !ran.has(subject)) continue;
    const place = `${file}:${line}`;
    const here = said.get(`${kind === 'unproven' ? 'unproven' : 'violated'} ${subject} ${place}`) ?? [];
    const fitting = here.filter(({ message }) => kind !== 'expect' || message.includes(remark));
    for (const finding of fitting) finding.used = true;
    if (kind === 'known miss' && here.length > 0) differences.push({ is: 'healed', place, text: `known miss of ${subject} is found now: make it \`expect\` (${here[0]?.message})` });
    else if (kind === 'known noise' && here.length === 0) differences.push({ is: 'healed', place, text: `known noise of ${subject} is gone: remove the comment` });
    else if ((kind === 'expect' || kind === 'unproven') && fitting.length === 0) differences.push(missed(subject, place, remark, here[0]?.message));
  }
  const unexpected = [...said].filter(([key]) => key.startsWith('violated ')).flatMap(([key, findings]) => findings.filter(({ used }) => !used).map((finding) => ({ key, ...finding })));
  return [...differences, ...unexpected.map(({ key, line, message }): Difference => ({ is: 'unexpected', place: line, text: `${key.split(' ')[1]}: ${message}` }))];
}

function missed(rule: string, place: string, part: string, instead: string | undefined): Difference {
  return { is: 'missing', place, text: instead === undefined ? rule : `${rule}: the message lacks "${part}": ${instead}` };
}

function compareEntryPoints(result: LintResult, expectations: readonly Expectation[]): Difference[] {
  const text = (name: string, middleware: readonly string[]) => (middleware.length === 0 ? name : `${name} <- ${middleware.join(', ')}`);
  const wanted = expectations.filter(({ kind }) => kind === 'entry').map(({ file, line, subject, middleware }) => ({ place: `${file}:${line}`, text: text(subject, middleware) }));
  const found = result.entryPoints.map(({ file, line, name, middleware }) => ({ place: `${file}:${line}`, text: text(name, middleware) }));
  const lacks = (list: readonly { place: string; text: string }[], one: { place: string; text: string }) => !list.some(({ place, text }) => place === one.place && text === one.text);
  return [
    ...wanted.filter((one) => lacks(found, one)).map((one): Difference => ({ is: 'missing', ...one })),
    ...found.filter((one) => lacks(wanted, one)).map((one): Difference => ({ is: 'unexpected', ...one })),
  ];
}

function folders(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
}
