import { existsSync, readFileSync } from 'node:fs';
import { didYouMean } from '#linter/nearest.js';
import { UserError } from '#linter/user-error.js';
import { writeOutput } from './write-output.js';

/** Prints a rule's page. */
export async function explainRule(id: string): Promise<number> {
  const { rules } = await import('#rules/registry.js');
  const rule = rules.find((one) => one.id === id.replace(/^seamlint\//, ''));
  if (rule === undefined)
    throw new UserError(`There is no rule "${id}".${didYouMean(id, rules.map((one) => one.id))}`, '`seamlint rules` lists them all.');
  const page = ['../../../docs/rules/', '../../docs/rules/'].map((folder) => new URL(`${folder}${rule.id}.md`, import.meta.url)).find((url) => existsSync(url));
  const text = page === undefined ? `# ${rule.id}\n\n${rule.question}\n\n${rule.consequence}\n` : readFileSync(page, 'utf8');
  await writeOutput(text, undefined);
  return 0;
}
