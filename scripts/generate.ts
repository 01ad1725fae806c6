import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatedFiles } from '../tests/support/generated.js';

// Writes the files that are derived from folders and schemas: `npm run generate`.
for (const [path, content] of await generatedFiles()) {
  const absolute = fileURLToPath(new URL(`../${path}`, import.meta.url));
  if (readOr(absolute) === content) continue;
  mkdirSync(dirname(absolute), { recursive: true });
  writeFileSync(absolute, content);
  process.stdout.write(`wrote ${path}\n`);
}

function readOr(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
