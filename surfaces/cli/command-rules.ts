import { hanging } from '../formatters/text-layout.js';
import { writeOutput } from './write-output.js';

/** Prints every rule with its question. */
export async function listRules(): Promise<number> {
  const { rules } = await import('#rules/registry.js');
  const lines = rules.flatMap(({ id, severity, recommended, question }) => [
    `${id}  (${severity}${recommended ? ', recommended' : ''})`,
    ...hanging('  ', question, 80),
  ]);
  await writeOutput(`${lines.join('\n')}\n`, undefined);
  return 0;
}
