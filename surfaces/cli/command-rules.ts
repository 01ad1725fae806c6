import pc from 'picocolors';
import { jsonText } from '../escape.js';
import { hanging } from '../formatters/text-layout.js';
import { writeOutput } from './write-output.js';

/** Prints every rule with its question, those of the recommended preset first. */
export async function listRules({ json }: { readonly json?: true }): Promise<number> {
  const { rules } = await import('#rules/registry.js');
  if (json === true) {
    await writeOutput(jsonText(rules.map(({ id, concern, question, consequence, severity, recommended }) => ({ id, concern, question, consequence, severity, recommended }))), undefined);
    return 0;
  }
  const atTerminal = process.stdout.isTTY === true;
  const colors = pc.createColors(atTerminal && pc.isColorSupported);
  const width = atTerminal ? Math.min(Math.max(process.stdout.columns ?? 80, 40), 100) : 80;
  const part = (title: string, recommended: boolean) => {
    const listed = rules.filter((rule) => rule.recommended === recommended);
    return listed.length === 0 ? [] : [title, '', ...listed.flatMap(({ id, severity, question }) => [`  ${colors.bold(id)}  ${colors.dim(severity)}`, ...hanging('    ', question, width)]), ''];
  };
  const lines = [
    ...part('In the recommended preset, which is the default:', true),
    ...part('Only in the strict preset, or when switched on:', false),
    ...hanging('', '`seamlint explain <rule>` says more; `"rules"` of the configuration sets severities.', width),
  ];
  await writeOutput(`${lines.join('\n')}\n`, undefined);
  return 0;
}
