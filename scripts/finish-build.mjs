// Makes the built command executable, and the catalog one file: reading three hundred modules takes longer than all they say.
import { deepStrictEqual } from 'node:assert/strict';
import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const dist = new URL('../dist/', import.meta.url);
chmodSync(fileURLToPath(new URL('bin/seamlint.js', dist)), 0o755);

const catalog = new URL('catalog/', dist);
const { libraries } = await import(new URL('index.js', catalog).href);
const text = JSON.stringify(libraries);
deepStrictEqual(JSON.parse(text), libraries, 'the catalog is data that JSON can hold');
for (const name of readdirSync(catalog)) if (!name.startsWith('index.') && !name.startsWith('schema.')) rmSync(new URL(name, catalog));
writeFileSync(new URL('libraries.json', catalog), text);
writeFileSync(
  new URL('index.js', catalog),
  "import { readFileSync } from 'node:fs';\n\nexport const libraries = JSON.parse(readFileSync(new URL('./libraries.json', import.meta.url), 'utf8'));\n",
);
