import { fileURLToPath } from 'node:url';
import { libraryScaffold } from './scaffolds/library.js';
import { writeNew } from './scaffolds/write-new.js';

// `npm run new-library <package>`: writes what a new library starts from.
const [name] = process.argv.slice(2);
if (name === undefined) {
  process.stderr.write('Name the package: npm run new-library @acme/http\n');
  process.exitCode = 2;
} else {
  for (const path of writeNew(fileURLToPath(new URL('../', import.meta.url)), libraryScaffold(name))) process.stdout.write(`wrote ${path}\n`);
  process.stdout.write('Next: say what the library does, then\n');
  process.stdout.write('  npm run generate                 the index, the page and the schema\n');
  process.stdout.write('  npx vitest run tests/catalog     are the rows right in themselves?\n');
  process.stdout.write(`  npm run conformance -- ${name}   are they true? asks the package's typings and pins its version\n`);
}
