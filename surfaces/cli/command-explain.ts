import { didYouMean } from '#linter/nearest.js';
import { UserError } from '#linter/user-error.js';
import { rulePage } from '../rule-page.js';
import { writeOutput } from './write-output.js';

/** Prints a rule's page. */
export async function explainRule(id: string): Promise<number> {
  const { rules } = await import('#rules/registry.js');
  const rule = rules.find((one) => one.id === id.replace(/^seamlint\//, ''));
  if (rule === undefined)
    throw new UserError(`There is no rule "${id}".${didYouMean(id, rules.map((one) => one.id))}`, '`seamlint rules` lists them all.');
  const text = rulePage(rule.id) ?? `# ${rule.id}\n\n${rule.question}\n\n${rule.consequence}\n`;
  await writeOutput(text, undefined);
  return 0;
}
