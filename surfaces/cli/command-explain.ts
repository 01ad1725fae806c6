import pc from 'picocolors';
import { didYouMean } from '#linter/nearest.js';
import { UserError } from '#linter/user-error.js';
import { jsonText } from '../escape.js';
import { pageText } from '../page-text.js';
import { rulePage } from '../rule-page.js';
import { writeOutput } from './write-output.js';

/** Prints a rule's page: fitted to a terminal, Markdown into a pipe, or JSON. */
export async function explainRule(id: string, { json }: { readonly json?: true }): Promise<number> {
  const { rules } = await import('#rules/registry.js');
  const rule = rules.find((one) => one.id === id.replace(/^seamlint\//, ''));
  if (rule === undefined)
    throw new UserError(`There is no rule "${id}".${didYouMean(id, rules.map((one) => one.id))}`, '`seamlint rules` lists them all.');
  const { concern, question, consequence, severity, recommended } = rule;
  const page = rulePage(rule.id) ?? `# ${rule.id}\n\n${question}\n\n${consequence}\n`;
  const atTerminal = process.stdout.isTTY === true;
  const text = json === true
    ? jsonText({ id: rule.id, concern, question, consequence, severity, recommended, page })
    : atTerminal ? pageText(page, Math.min(Math.max(process.stdout.columns ?? 80, 40), 100), pc.createColors(pc.isColorSupported)) : page;
  await writeOutput(text, undefined);
  return 0;
}
