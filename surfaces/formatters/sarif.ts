import type { Location, Log, Notification, Result, Suppression, ThreadFlowLocation } from 'sarif';
import { identitiesOf } from '#linter/identity.js';
import type { Finding, LintResult } from '#linter/types.js';
import type { Site, TraceStep } from '#model/site.js';
import { jsonText, uriOf } from '../escape.js';
import type { FormatContext } from './format.js';
import { isListed } from './json.js';
import { lineHashes } from './line-hashes.js';
import { notificationsOf } from './sarif-notifications.js';
import { descriptorOf, levelOf } from './sarif-rules.js';

// What code scanning takes at most; of a longer list it refuses all.
const MAX_RESULTS = 25_000;
const MAX_RELATED = 1000;

/** The result as SARIF 2.1.0, for code scanning and other viewers. */
export function formatSarif(result: LintResult, context: FormatContext): string {
  const results = resultsOf(result, context);
  const cut: Notification[] = results.length <= MAX_RESULTS ? [] : [{ level: 'warning', descriptor: { id: 'cut' }, message: { text: `${results.length - MAX_RESULTS} results of least importance were left out` } }];
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'seamlint', version: context.version, semanticVersion: context.version, rules: result.rules.map(descriptorOf) } },
        // One category for each service of a repository: a second run of the same category would replace the first.
        automationDetails: { id: `seamlint/${uriOf(context.uriPrefix)}` },
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r', '\u2028', '\u2029'],
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The top of the repository.' } } },
        invocations: [{ executionSuccessful: !context.stopped, toolExecutionNotifications: [...notificationsOf(result, context), ...cut] }],
        results: results.length <= MAX_RESULTS ? results : results.toSorted((a, b) => importance(a) - importance(b)).slice(0, MAX_RESULTS),
        properties: { coverage: result.coverage, entryPoints: result.entryPoints.length },
      },
    ],
  };
  return jsonText(log);
}

function resultsOf(result: LintResult, context: FormatContext): Result[] {
  const identities = identitiesOf(result.findings, context.linesOf);
  const hashes = new Map<string, readonly string[]>();
  const hashOf = ({ file, line }: Site) => {
    const text = context.textOf(file);
    if (text === undefined) return undefined;
    if (!hashes.has(file)) hashes.set(file, lineHashes(text));
    return hashes.get(file)?.[line - 1];
  };
  return result.findings.flatMap((finding, index) => {
    if (!isListed(finding, context)) return [];
    const hash = hashOf(finding.verdict.site);
    const fingerprints = { 'seamlint/v1': identities[index]?.fingerprint ?? '', ...(hash === undefined ? {} : { primaryLocationLineHash: hash }) };
    return [resultOf(finding, fingerprints, result, context.uriPrefix)];
  });
}

function importance({ level, suppressions = [] }: Result): number {
  return suppressions.length > 0 ? 3 : level === 'error' ? 0 : level === 'warning' ? 1 : 2;
}

/** A place as SARIF says it. */
export function physicalLocation(site: Pick<Site, 'file'> & Partial<Site>, uriPrefix: string): NonNullable<Location['physicalLocation']> {
  const region = site.line === undefined ? {} : { region: { startLine: site.line, ...(site.column === undefined ? {} : { startColumn: site.column }) } };
  return { artifactLocation: { uri: uriOf(uriPrefix + site.file), uriBaseId: '%SRCROOT%' }, ...region };
}

function resultOf(finding: Finding, partialFingerprints: Record<string, string>, { rules, baseline }: LintResult, uriPrefix: string): Result {
  const { ruleId, severity, verdict, setAside } = finding;
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
    ...(related.length === 0 ? {} : { relatedLocations: related.slice(0, MAX_RELATED).map((step, id) => ({ id, ...stepLocation(step, uriPrefix) })) }),
    ...(violated === undefined || violated.trace.length === 0 ? {} : { codeFlows: [{ threadFlows: [{ locations: violated.trace.map((step) => flowLocation(step, uriPrefix)) }] }] }),
    partialFingerprints,
    ...(baseline === undefined || violated === undefined ? {} : { baselineState: setAside === 'known' ? 'unchanged' : 'new' }),
    ...suppressionsOf(finding, baseline?.file),
    properties: propertiesOf(finding),
  };
}

function suppressionsOf({ suppressed, setAside }: Finding, baseline: string | undefined): { suppressions?: Suppression[] } {
  if (suppressed !== undefined) return { suppressions: [{ kind: 'inSource', justification: suppressed.reason }] };
  return setAside === 'known' ? { suppressions: [{ kind: 'external', justification: `In the baseline ${baseline ?? ''}`.trim() }] } : {};
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
