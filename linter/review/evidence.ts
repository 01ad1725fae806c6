import type { Finding, LintResult } from '../types.js';
import { concernOf } from './concerns.js';
import type { Evidence } from './types.js';

/** Every verdict of a run as evidence that the parts of the review point to. */
export function evidenceOf({ findings, rules }: LintResult, fingerprints: readonly string[]): readonly Evidence[] {
  const concernByRule = new Map(rules.map((rule) => [rule.id, concernOf(rule.concern).id]));
  return findings.map((finding, index) => {
    const { ruleId, severity, suppressed, verdict } = finding;
    return {
      id: `f${index + 1}`,
      rule: ruleId,
      concern: concernByRule.get(ruleId) ?? 'outbound',
      state: stateOf(finding),
      severity,
      site: verdict.site,
      text: textOf(finding),
      ...(verdict.verdict === 'violated' ? { remedy: verdict.remedy } : {}),
      trace: verdict.verdict === 'violated' ? verdict.trace : [],
      related: verdict.verdict === 'unproven' ? [] : (verdict.related ?? []),
      entryPoints: verdict.entryPoints ?? [],
      ...(suppressed === undefined ? {} : { reason: suppressed.reason }),
      fingerprint: fingerprints[index] ?? '',
    };
  });
}

function stateOf({ verdict, suppressed }: Finding): Evidence['state'] {
  return verdict.verdict !== 'satisfied' && suppressed !== undefined ? 'accepted' : verdict.verdict;
}

function textOf({ verdict }: Finding): string {
  if (verdict.verdict === 'violated') return verdict.message;
  return verdict.verdict === 'satisfied' ? verdict.evidence : verdict.because;
}
