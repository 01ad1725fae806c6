import { compareSites } from '#model/site.js';
import type { ServiceModel } from '#model/types.js';
import type { Rule } from '#rules/types.js';
import type { Configuration } from './config.js';
import { severityAt } from './select-rules.js';
import type { Finding, Incident } from './types.js';

/** What one rule said about the service; the incident where it broke off. */
export interface Judgement {
  readonly findings: readonly Finding[];
  readonly incident?: Incident;
}

/** Asks one rule. A rule that crashes is an incident; what it said before is kept. `asked` are the rules that the user named. */
export function judge(rule: Rule, model: ServiceModel, configuration: Configuration, asked: readonly string[]): Judgement {
  const findings: Finding[] = [];
  try {
    for (const verdict of rule.judge(model)) {
      const severity = severityAt(rule, verdict.site.file, verdict.verdict === 'violated' ? verdict.severity : undefined, configuration, asked);
      if (severity !== 'off') findings.push({ ruleId: rule.id, verdict, severity });
    }
    return { findings };
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    return { findings, incident: { where: `rule ${rule.id}`, message, ...(stack === undefined ? {} : { stack }) } };
  }
}

/** Orders findings by place, then rule, then verdict, so that every run prints the same. */
export function compareFindings(a: Finding, b: Finding): number {
  const byPlace = compareSites(a.verdict.site, b.verdict.site);
  if (byPlace !== 0) return byPlace;
  if (a.ruleId !== b.ruleId) return a.ruleId < b.ruleId ? -1 : 1;
  return a.verdict.verdict < b.verdict.verdict ? -1 : a.verdict.verdict > b.verdict.verdict ? 1 : 0;
}
