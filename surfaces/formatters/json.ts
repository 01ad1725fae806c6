import type { Finding, LintResult } from '#linter/types.js';
import { isComplete } from '#linter/completeness.js';
import { jsonText } from '../escape.js';
import { fingerprintsOf } from './fingerprint.js';
import type { FormatContext } from './format.js';

/** The result for programs, as `schema/report.json` describes it. */
export function formatJson(result: LintResult, context: FormatContext): string {
  const listed = result.findings.filter(({ verdict }) => verdict.verdict === 'violated' || (context.unproven && verdict.verdict === 'unproven'));
  const fingerprints = fingerprintsOf(listed, context.linesOf);
  const report = {
    schemaVersion: 1,
    tool: { name: 'seamlint', version: context.version },
    root: result.root,
    complete: isComplete(result) && !context.stopped,
    summary: summaryOf(result),
    findings: listed.map((finding, index) => findingOf(finding, fingerprints[index] ?? '')),
    entryPoints: result.entryPoints,
    coverage: result.coverage,
    skipped: result.skipped,
    notes: result.notes,
    incidents: result.incidents.map(({ where, message }) => ({ where, message })),
    rules: result.rules.map(({ id, concern, question, consequence, severity, recommended }) => ({ id, concern, question, consequence, severity, recommended })),
  };
  return jsonText(report);
}

function findingOf({ ruleId, severity, verdict, suppressed }: Finding, fingerprint: string) {
  const { file, line, column } = verdict.site;
  const place = { rule: ruleId, severity, verdict: verdict.verdict, file, line, column };
  const silenced = suppressed === undefined ? {} : { suppressed };
  if (verdict.verdict !== 'violated') return { ...place, message: verdict.verdict === 'unproven' ? verdict.because : verdict.evidence, fingerprint, ...silenced };
  const { message, remedy, trace, related = [], entryPoints = [], budgetMs, worstCaseMs, group } = verdict;
  return { ...place, message, remedy, trace, related, entryPoints, budgetMs, worstCaseMs, group, fingerprint, ...silenced };
}

function summaryOf({ findings }: LintResult) {
  const count = (is: (finding: Finding) => boolean) => findings.filter(is).length;
  const violated = findings.filter(({ verdict, suppressed }) => verdict.verdict === 'violated' && suppressed === undefined);
  return {
    errors: violated.filter(({ severity }) => severity === 'error').length,
    warnings: violated.filter(({ severity }) => severity === 'warn').length,
    suppressed: count(({ verdict, suppressed }) => verdict.verdict === 'violated' && suppressed !== undefined),
    satisfied: count(({ verdict }) => verdict.verdict === 'satisfied'),
    unproven: count(({ verdict, suppressed }) => verdict.verdict === 'unproven' && suppressed === undefined),
  };
}
