import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { libraryScaffold, newestOf } from './scaffolds/library.js';
import { writeNew } from './scaffolds/write-new.js';

// `npm run new-library <package>`: writes what a new library starts from.
const [name] = process.argv.slice(2);
if (name === undefined) {
  process.stderr.write('Name the package: npm run new-library @acme/http\n');
  process.exitCode = 2;
} else {
  for (const path of writeNew(fileURLToPath(new URL('../', import.meta.url)), libraryScaffold(name, newestOf(name, npmView)))) process.stdout.write(`wrote ${path}\n`);
  process.stdout.write('Next: say what the library does, in this file alone, then\n');
  process.stdout.write('  npm run generate                 the index, the page, the schema and the versions of the check\n');
  process.stdout.write('  npx vitest run tests/catalog     are the rows right in themselves?\n');
  process.stdout.write(`  npm run conformance -- ${name}   are they true? installs the package, asks its typings, shows its defaults\n`);
  process.stdout.write('  npm run generate                 the page again, with what was found\n');
}

function npmView(question: readonly string[]): string | undefined {
  try {
    return execFileSync('npm', ['view', ...question], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}
