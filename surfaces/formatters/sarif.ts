import type { Location, Log, ReportingDescriptor, Result, ThreadFlowLocation } from 'sarif';
import type { Finding, LintResult } from '#linter/types.js';
import type { Site, TraceStep } from '#model/site.js';
import type { Rule, Severity } from '#rules/types.js';
import { jsonText, uriOf } from '../escape.js';
import { fingerprintsOf } from './fingerprint.js';
import type { FormatContext } from './format.js';
import { notificationsOf } from './sarif-notifications.js';

/** The result as SARIF 2.1.0, for code scanning and other viewers. */
export function formatSarif(result: LintResult, context: FormatContext): string {
  const listed = result.findings.filter(({ verdict }) => verdict.verdict === 'violated' || (context.unproven && verdict.verdict === 'unproven'));
  const fingerprints = fingerprintsOf(listed, context.linesOf);
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'seamlint', semanticVersion: context.version, rules: result.rules.map(descriptorOf) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The top of the repository.' } } },
        invocations: [{ executionSuccessful: !context.stopped, toolExecutionNotifications: notificationsOf(result, context.uriPrefix) }],
        results: listed.map((finding, index) => resultOf(finding, fingerprints[index] ?? '', result.rules, context.uriPrefix)),
        properties: { coverage: result.coverage, entryPoints: result.entryPoints.length },
      },
    ],
  };
  return jsonText(log);
}

/** A place as SARIF says it. */
export function physicalLocation(site: Pick<Site, 'file'> & Partial<Site>, uriPrefix: string): NonNullable<Location['physicalLocation']> {
  const region = site.line === undefined ? {} : { region: { startLine: site.line, ...(site.column === undefined ? {} : { startColumn: site.column }) } };
  return { artifactLocation: { uri: uriOf(uriPrefix + site.file), uriBaseId: '%SRCROOT%' }, ...region };
}

function resultOf({ ruleId, severity, verdict, suppressed }: Finding, fingerprint: string, rules: readonly Rule[], uriPrefix: string): Result {
  const violated = verdict.verdict === 'violated' ? verdict : undefined;
  const related = 'related' in verdict ? verdict.related ?? [] : [];
  const text = verdict.verdict === 'violated' ? `${verdict.message}. ${verdict.remedy}.` : verdict.verdict === 'unproven' ? verdict.because : verdict.evidence;
  return {
    ruleId,
    ruleIndex: rules.findIndex((rule) => rule.id === ruleId),
    kind: violated === undefined ? 'open' : 'fail',
    // SARIF allows no level for what is not a failure.
    level: violated === undefined ? 'none' : levelOf(severity),
    message: { text: plain(text) },
    locations: [{ physicalLocation: physicalLocation(verdict.site, uriPrefix) }],
    ...(related.length === 0 ? {} : { relatedLocations: related.map((step, id) => ({ id, ...stepLocation(step, uriPrefix) })) }),
    ...(violated === undefined || violated.trace.length === 0 ? {} : { codeFlows: [{ threadFlows: [{ locations: violated.trace.map((step) => flowLocation(step, uriPrefix)) }] }] }),
    partialFingerprints: { 'seamlint/v1': fingerprint },
    ...(suppressed === undefined ? {} : { suppressions: [{ kind: 'inSource', justification: suppressed.reason }] }),
    properties: propertiesOf({ ruleId, severity, verdict }),
  };
}

// A link in a SARIF text is `[text](target)`: what comes from the analysed code must not make one.
function plain(text: string): string {
  return text.replace(/\.\.(?= |$)/g, '.').replaceAll('](', ']\\(');
}

function propertiesOf({ verdict }: Finding) {
  if (verdict.verdict !== 'violated') return { verdict: verdict.verdict };
  const times = Object.entries({ budgetMs: verdict.budgetMs, worstCaseMs: verdict.worstCaseMs }).filter(([, ms]) => ms !== undefined && Number.isFinite(ms));
  return {
    verdict: verdict.verdict,
    entryPoints: verdict.entryPoints ?? [],
    remedy: verdict.remedy,
    ...(verdict.group === undefined ? {} : { group: verdict.group }),
    ...Object.fromEntries(times),
  };
}

function stepLocation({ site, text }: TraceStep, uriPrefix: string): Location {
  return { physicalLocation: physicalLocation(site, uriPrefix), message: { text } };
}

function flowLocation(step: TraceStep, uriPrefix: string): ThreadFlowLocation {
  return { location: stepLocation(step, uriPrefix) };
}

function descriptorOf(rule: Rule): ReportingDescriptor {
  return {
    id: rule.id,
    shortDescription: { text: rule.question },
    fullDescription: { text: rule.consequence },
    help: { text: `${rule.question} ${rule.consequence}`, markdown: `**${rule.question}**\n\n${rule.consequence}\n\nMore: \`seamlint explain ${rule.id}\`` },
    defaultConfiguration: { level: levelOf(rule.severity) },
    properties: { tags: ['reliability', rule.concern], recommended: rule.recommended },
  };
}

function levelOf(severity: Severity): 'error' | 'warning' {
  return severity === 'error' ? 'error' : 'warning';
}
