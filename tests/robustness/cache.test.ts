import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { lint } from '#linter/lint.js';
import { defaultOptions } from '#linter/options.js';
import { realAnalysis } from '../support/analysis.js';
import { COMMAND } from '../support/command.js';
import { seamlintHere } from '../support/command-here.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';

// Some runs are processes of their own.
vi.setConfig({ testTimeout: 300_000 });

const ARGUMENTS = ['check', '--rule', 'no-sync-io-in-handler', '--format', 'json'];
const OLD = new Date('2024-01-01T00:00:00Z');
const APP = "import { readFileSync } from 'node:fs';\nimport express from 'express';\nconst app = express();\napp.get('/', (_, response) => response.send(readFileSync('x', 'utf8')));\n";

beforeAll(() => {
  if (!existsSync(COMMAND)) throw new Error('these tests run the built command: npm run build');
});

function service(further: Readonly<Record<string, string>> = {}): string {
  const files = { 'package.json': '{"name":"x","dependencies":{"express":"^4"}}', 'src/app.ts': APP, 'src/b.ts': 'export const b = 1;\n', ...further };
  const folder = temporaryFolder({ ...files, 'node_modules/.keep': '' });
  for (const path of Object.keys(files)) utimesSync(join(folder, path), OLD, OLD);
  return folder;
}

async function reportOf(folder: string, ...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await seamlintHere(folder, ...ARGUMENTS, ...args);
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  return stdout;
}

function cachedFiles(folder: string): string[] {
  const cache = join(folder, 'node_modules/.cache/seamlint');
  return readdirSync(cache).sort().map((name) => join(cache, name));
}

const DAMAGES: readonly (readonly [string, (sound: Buffer) => string | Buffer])[] = [
  ['empty', () => ''],
  ['cut short', (sound) => sound.subarray(0, sound.length / 2)],
  ['longer', (sound) => Buffer.concat([sound, sound])],
  ['random bytes', (sound) => Buffer.from(sound.map((byte, at) => (at * 7919 + byte * 31) & 255))],
  ['of another version', (sound) => sound.toString('latin1').replace(/"key":"[^"]*"/, '"key":"0.0.0/0"')],
  ['null', () => 'null\n'],
  ['hostile JSON', () => '{"__proto__":{"key":1},"key":"x","entries":[["src/app.ts",0,0,"x",0,1e308]],"result":{"rules":null,"findings":{"length":-1}}}\n'],
  ['nested JSON', () => `${'['.repeat(100_000)}\n`],
  ['a report of someone else', (sound) => sound.toString('latin1').replaceAll('readFileSync', 'readFile____')],
];

test.each(DAMAGES)('stored facts and results that are %s are not used', async (what, damage) => {
  const folder = service();
  const right = await reportOf(folder, '--no-cache');
  expect(await reportOf(folder)).toBe(right);
  const files = cachedFiles(folder);
  expect(files.length).toBe(2);
  for (const path of files) {
    if (what === 'a report of someone else' && !path.endsWith('facts')) rmSync(path);
    else writeFileSync(path, damage(readFileSync(path)));
  }
  expect(await reportOf(folder)).toBe(right);
  expect(await reportOf(folder)).toBe(right);
});

test('a folder or a link where a file of the cache should be', async () => {
  const folder = service();
  const right = await reportOf(folder);
  const outside = join(temporaryFolder({ 'precious.txt': 'kept' }), 'precious.txt');
  for (const [index, path] of cachedFiles(folder).entries()) {
    rmSync(path);
    if (index === 0) mkdirSync(join(path, 'x'), { recursive: true });
    else symlinkSync(outside, path);
  }
  expect(await reportOf(folder)).toBe(right);
  expect(readFileSync(outside, 'utf8')).toBe('kept');
});

test('a cache that cannot be written costs speed only', async () => {
  const folder = service({ 'cache-is-a-file': '' });
  symlinkSync('../cache-is-a-file', join(folder, 'node_modules/.cache'));
  expect(await reportOf(folder)).toBe(await reportOf(folder, '--no-cache'));
});

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('a cache folder that may not be written', async () => {
  const folder = service();
  mkdirSync(join(folder, 'node_modules/.cache'));
  chmodSync(join(folder, 'node_modules/.cache'), 0o500);
  expect(await reportOf(folder)).toBe(await reportOf(folder, '--no-cache'));
});

test('runs at the same time share a cache', async () => {
  const folder = service(Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`src/f${i}.ts`, `export const v${i} = [${'1, '.repeat(i)}];\n`])));
  const right = await reportOf(folder, '--no-cache');
  const run = () => new Promise<string>((done) => {
    const child = spawn(process.execPath, [COMMAND, ...ARGUMENTS], { cwd: folder });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.on('close', () => done(text));
  });
  for (let round = 0; round < 2; round++) {
    for (const report of await Promise.all([run(), run(), run(), run()])) expect(report).toBe(right);
    writeFiles(folder, { 'src/b.ts': `export const b = ${round};\n` });
  }
  expect(cachedFiles(folder).filter((path) => path.endsWith('.tmp'))).toEqual([]);
});

test('only the file that changed is parsed again', () => {
  const folder = service({ 'src/c.ts': "export { b } from './b.js';\n" });
  const parsed: string[] = [];
  const analysis = { ...realAnalysis, collectFacts: (path: string, text: string, hash: string) => (parsed.push(path), realAnalysis.collectFacts(path, text, hash)) };
  const findings = () => lint(defaultOptions(folder), { analysis }).findings.map(({ verdict }) => verdict);
  const first = findings();
  expect(parsed.splice(0)).toEqual(['src/app.ts', 'src/b.ts', 'src/c.ts']);
  expect(findings()).toEqual(first);
  expect(parsed).toEqual([]);
  writeFiles(folder, { 'src/b.ts': 'export const b = 2;\n' });
  expect(findings()).toEqual(first);
  expect(parsed).toEqual(['src/b.ts']);
});
