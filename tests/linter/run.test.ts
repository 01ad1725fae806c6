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

beforeAll(async () => {
  const built = join(TOP, 'dist/linter/run.js');
  if (!existsSync(built)) throw new Error('these tests run the built analysis: npm run build');
  ({ run } = (await import(/* @vite-ignore */ pathToFileURL(built).href)) as { run: Run });
});

test('a file that takes too long is left out and the others are analysed', async () => {
  const folder = temporaryFolder({
    'package.json': '{"name":"x"}',
    'src/a.ts': 'export const one = 1;\n',
    'src/slow.ts': "import { f } from './f.js';\n" + 'f(1, { a: [2, 3] }, (x) => x);\n'.repeat(60_000),
  });
  const { result, stopped } = await run({ ...defaultOptions(folder), cache: false }, { fileMs: 150 });
  expect(stopped).toBeUndefined();
  expect(result.skipped.map(({ path, reason }) => `${path} ${reason}`)).toEqual(['src/slow.ts time']);
  expect(result.coverage.files).toBe(1);
});

test('deep nesting does not end the run', async () => {
  const folder = temporaryFolder({ 'package.json': '{"name":"x"}', 'src/a.ts': `export const x = ${'['.repeat(5000)}${']'.repeat(5000)};\n`, 'src/b.ts': 'export const y = 1;\n' });
  const { result, stopped } = await run({ ...defaultOptions(folder), cache: false });
  expect(stopped).toBeUndefined();
  expect(result.coverage.files).toBe(2);
});

test('progress is told in phases, in their order, as often as somebody looks', async () => {
  const phases: string[] = [];
  const files = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`src/a${index}.ts`, `export const one${index} = { ${Array.from({ length: 200 }, (_, key) => `k${key}: ${key}`).join(', ')} };\n`]));
  const folder = temporaryFolder({ 'package.json': '{"name":"x"}', ...files });
  await run({ ...defaultOptions(folder), cache: false }, { onProgress: ({ phase }) => phases.push(phase) });
  const told = [...new Set(phases)];
  expect(told).toEqual(['project', 'facts', 'program', 'model', 'rules'].filter((phase) => told.includes(phase)));
  expect(told).toContain('facts');
});
