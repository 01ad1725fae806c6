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
  process.stdout.write('Next: say what the library does, npm run generate, npx vitest run tests/catalog\n');
}
