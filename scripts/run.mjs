// Runs a TypeScript script of this folder on the sources, without a build: `node scripts/run.mjs scripts/x.ts …`.
import { fileURLToPath } from 'node:url';
import { createJiti } from 'jiti';

const from = (folder) => fileURLToPath(new URL(`../${folder}`, import.meta.url));
const alias = Object.fromEntries([
  ...['project', 'facts', 'program', 'model'].map((layer) => [`#${layer}`, from(`analyzer/${layer}`)]),
  ...['catalog', 'rules', 'linter', 'surfaces'].map((layer) => [`#${layer}`, from(layer)]),
]);
const [script] = process.argv.splice(2, 1);
await createJiti(import.meta.url, { alias, fsCache: from('node_modules/.cache/jiti') }).import(from(script));
