import type { ReportingDescriptor } from 'sarif';
import type { Rule, Severity } from '#rules/types.js';
import { rulePage } from '../rule-page.js';

/** A rule as SARIF describes it, its page included: that is what an alert shows. */
export function descriptorOf(rule: Rule): ReportingDescriptor {
  const page = rulePage(rule.id);
  return {
    id: rule.id,
    name: rule.id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: rule.question },
    fullDescription: { text: rule.consequence },
    help: { text: `${rule.question} ${rule.consequence}`, markdown: page ?? `**${rule.question}**\n\n${rule.consequence}` },
    defaultConfiguration: { level: levelOf(rule.severity) },
    properties: {
      tags: ['reliability', rule.concern],
      precision: rule.recommended ? 'very-high' : 'high',
      'problem.severity': rule.severity === 'error' ? 'error' : 'warning',
      recommended: rule.recommended,
    },
  };
}

/** A severity in SARIF's words. */
export function levelOf(severity: Severity): 'error' | 'warning' {
  return severity === 'error' ? 'error' : 'warning';
}
