import type { Rule, Severity } from '#rules/types.js';
import { isMeantBy } from './config-globs.js';
import type { Configuration } from './config.js';
import { didYouMean } from './nearest.js';
import type { LintOptions } from './options.js';
import { UserError } from './user-error.js';

/** The rules of this run: those asked for by name, else the preset's with what the configuration switches on and off. */
export function selectRules(all: readonly Rule[], options: LintOptions, configuration: Configuration): readonly Rule[] {
  const ids = all.map((rule) => rule.id);
  for (const id of options.rules) requireKnown(id, ids, `--rule ${id}`);
  for (const { id, where } of configuration.namedRules) requireKnown(id, ids, where);
  if (options.rules.length > 0) return all.filter((rule) => options.rules.includes(rule.id));
  return all.filter((rule) => isOn(rule, configuration) || configuration.overrides.some(({ severities }) => (severities[rule.id] ?? 'off') !== 'off'));
}

/** The severity of a finding: what the configuration says for its file, else at all, else what the place says, else the rule's own. */
export function severityAt(rule: Rule, file: string, place: Severity | undefined, configuration: Configuration, asked: readonly string[]): Severity | 'off' {
  const override = configuration.overrides.findLast(
    ({ files, severities }) => severities[rule.id] !== undefined && files.some((glob) => isMeantBy(glob, configuration.wayToRoot, file)),
  );
  const there = override?.severities[rule.id];
  if (there !== undefined) return there;
  // A rule that was asked for by name speaks although the configuration has it off.
  if (!asked.includes(rule.id) && !isOn(rule, configuration)) return 'off';
  const configured = configuration.severities[rule.id];
  return configured === undefined || configured === 'off' ? place ?? rule.severity : configured;
}

function isOn(rule: Rule, { severities, preset }: Configuration): boolean {
  const configured = severities[rule.id];
  return configured === undefined ? preset === 'strict' || rule.recommended : configured !== 'off';
}

function requireKnown(id: string, ids: readonly string[], where: string): void {
  if (ids.includes(id)) return;
  throw new UserError(`There is no rule "${id}" (${where}).${didYouMean(id, ids)}`, '`seamlint rules` lists them all.');
}
