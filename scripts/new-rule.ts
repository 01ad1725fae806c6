import { fileURLToPath } from 'node:url';
import { ruleScaffold } from './scaffolds/rule.js';
import { writeNew } from './scaffolds/write-new.js';

// `npm run new-rule <id>`: writes what a new rule starts from.
const [name] = process.argv.slice(2);
if (name === undefined) {
  process.stderr.write('Name the rule: npm run new-rule require-something\n');
  process.exitCode = 2;
} else {
  for (const path of writeNew(fileURLToPath(new URL('../', import.meta.url)), ruleScaffold(name))) process.stdout.write(`wrote ${path}\n`);
  process.stdout.write('Next: scenarios first, then the rule; npm run generate, npm run fixtures, its question in the table of README.md\n');
}
