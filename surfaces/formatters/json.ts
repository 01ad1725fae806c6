import type { Finding, LintResult } from '#linter/types.js';
import { isComplete } from '#linter/completeness.js';
import { identitiesOf } from '#linter/identity.js';
import { tallyOf } from '#linter/open-findings.js';
import { jsonText } from '../escape.js';
import type { FormatContext } from './format.js';

/** The result for programs, as `schema/report.json` describes it. */
export function formatJson(result: LintResult, context: FormatContext): string {
  const identities = identitiesOf(result.findings, context.linesOf);
  const report = {
    schemaVersion: 1,
    tool: { name: 'seamlint', version: context.version },
    root: result.root,
    complete: isComplete(result) && !context.stopped,
    summary: tallyOf(result.findings),
    ...(result.baseline === undefined ? {} : { baseline: result.baseline }),
    ...(result.changes === undefined ? {} : { changes: result.changes }),
    findings: result.findings.flatMap((finding, index) => (isListed(finding, context) ? [findingOf(finding, identities[index]?.fingerprint ?? '')] : [])),
    entryPoints: result.entryPoints,
    coverage: result.coverage,
    skipped: result.skipped,
    notes: result.notes,
    incidents: result.incidents.map(({ where, message }) => ({ where, message })),
    rules: result.rules.map(({ id, concern, question, consequence, severity, recommended }) => ({ id, concern, question, consequence, severity, recommended })),
  };
  return jsonText(report);
}

/** Whether formats for programs list a finding: silenced and known ones too, with what became of them. */
export function isListed({ verdict, setAside }: Finding, { unproven }: FormatContext): boolean {
  return setAside !== 'unchanged' && (verdict.verdict === 'violated' || (unproven && verdict.verdict === 'unproven'));
}

function findingOf({ ruleId, severity, verdict, suppressed, setAside, repairs }: Finding, fingerprint: string) {
  const { file, line, column } = verdict.site;
  const place = { rule: ruleId, severity, verdict: verdict.verdict, file, line, column };
  const silenced = { ...(suppressed === undefined ? {} : { suppressed }), ...(setAside === undefined ? {} : { setAside }) };
  if (verdict.verdict !== 'violated') return { ...place, message: verdict.verdict === 'unproven' ? verdict.because : verdict.evidence, fingerprint, ...silenced };
  const { message, remedy, trace, related = [], entryPoints = [], budgetMs, worstCaseMs, group } = verdict;
  return { ...place, message, remedy, trace, related, entryPoints, budgetMs, worstCaseMs, group, fingerprint, ...silenced, ...(repairs === undefined ? {} : { repairs }) };
}
