import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { defaultOptions } from '#linter/options.js';
import { TOP } from '../support/own-files.js';
import { temporaryFolder } from '../support/temporary-folder.js';

// The watched run starts a thread from the built files.
type Run = typeof import('#linter/run.js').run;
let run: Run;

const APP = "import { readFileSync } from 'node:fs';\nimport express from 'express';\nconst app = express();\napp.get('/', (_, response) => response.send(readFileSync('x', 'utf8')));\n";
const PACKAGE = '{"name":"x","dependencies":{"express":"^4"}}';

beforeAll(async () => {
  const built = join(TOP, 'dist/linter/run.js');
  if (!existsSync(built)) throw new Error('these tests run the built analysis: npm run build');
  ({ run } = (await import(/* @vite-ignore */ pathToFileURL(built).href)) as { run: Run });
});

function many(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join('\n');
}

test('several files that keep the parser busy are each left out; the rest is analysed', async () => {
  const slow = 'f(1, { a: [2, 3] }, (x) => x);\n'.repeat(60_000);
  const folder = temporaryFolder({ 'package.json': PACKAGE, 'src/a.ts': slow, 'src/app.ts': APP, 'src/b.ts': slow, 'src/z.ts': 'export const z = 1;\n' });
  const { result, stopped } = await run({ ...defaultOptions(folder), cache: false, rules: ['no-sync-io-in-handler'] }, { fileMs: 150 });
  expect(stopped).toBeUndefined();
  expect(result.skipped.map(({ path, reason }) => `${path} ${reason}`)).toEqual(['src/a.ts time', 'src/b.ts time']);
  expect(result.findings.map(({ verdict }) => verdict.site.file)).toEqual(['src/app.ts']);
});

test('a program that keeps the evaluator busy ends with the time for the whole run, and what is known is told', async () => {
  const graph = many(330, (i) => `export function m${i}(x) { ${Array.from({ length: 330 }, (_, j) => `m${j}([x]);`).join('')} }`);
  const folder = temporaryFolder({ 'package.json': PACKAGE, 'src/app.ts': APP, ...Object.fromEntries(['a', 'b', 'c'].map((name) => [`src/${name}.ts`, `${graph}\nm0(1);`])), 'src/large.ts': ' '.repeat(2_100_000) });
  const { result, stopped } = await run({ ...defaultOptions(folder), cache: false }, { timeMs: 2500 });
  expect(stopped).toBe('time');
  expect(result.root).toBe(folder);
  expect(result.skipped.map(({ path }) => path)).toEqual(['src/large.ts']);
  expect(result.incidents.map(({ message }) => message)).toEqual([expect.stringMatching(/^the time budget was used up in phase "\w+"/)]);
});
