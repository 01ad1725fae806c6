import type { Rule, Severity } from '#rules/types.js';
import type { Configuration } from './config.js';
import { didYouMean } from './nearest.js';
import type { LintOptions } from './options.js';
import { UserError } from './user-error.js';

/** The rules of this run: those asked for by name, else the preset's with what the configuration switches on and off. */
export function selectRules(all: readonly Rule[], options: LintOptions, configuration: Configuration): readonly Rule[] {
  const ids = all.map((rule) => rule.id);
  for (const id of options.rules) requireKnown(id, ids, `--rule ${id}`);
  for (const id of Object.keys(configuration.severities)) requireKnown(id, ids, `"rules" of ${configuration.path ?? 'the configuration'}`);
  if (options.rules.length > 0) return all.filter((rule) => options.rules.includes(rule.id));
  return all.filter((rule) => {
    const configured = configuration.severities[rule.id];
    return configured === undefined ? configuration.preset === 'strict' || rule.recommended : configured !== 'off';
  });
}

/** The severity of a finding: what the configuration says, else what the place says, else the rule's own. */
export function severityOf(rule: Rule, place: Severity | undefined, configuration: Configuration): Severity {
  const configured = configuration.severities[rule.id];
  return configured === undefined || configured === 'off' ? place ?? rule.severity : configured;
}

function requireKnown(id: string, ids: readonly string[], where: string): void {
  if (ids.includes(id)) return;
  throw new UserError(`There is no rule "${id}" (${where}).${didYouMean(id, ids)}`, '`seamlint rules` lists them all.');
}
