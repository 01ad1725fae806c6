import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ESLint } from 'eslint';
import { saidBy } from '../support/eslint.js';
import { filesUnder } from '../support/expectations.js';
import { install, link, packagesOfUsers } from '../support/installed.js';
import { TOP } from '../support/own-files.js';
import { writeFiles } from '../support/temporary-folder.js';
import { BUDGET, POOL, READ, SERVICE } from '../support/three-file-service.js';

// TypeScript 7 has no API that a parser or `@typescript-eslint/utils` could use: whatever loads it or them fails there.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const RULES = Object.fromEntries([POOL, READ, BUDGET].map((place) => [`seamlint/${place.split(' ')[0]}`, 'error']));

// One installation for all services below it.
const top = realpathSync(mkdtempSync(join(tmpdir(), 'seamlint-typescript-7-')));
beforeAll(() => {
  install(top);
  link(top, 'typescript', 'typescript7');
  link(top, 'eslint');
  link(top, 'oxlint');
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

function service(name: string, files: Readonly<Record<string, string>>): string {
  writeFiles(join(top, name), files);
  return join(top, name);
}

function run(folder: string, bin: string, ...args: string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, [join(top, 'node_modules', bin), ...args], { cwd: folder, encoding: 'utf8' });
  return stdout === '' ? stderr : stdout;
}

test('ESLint says the same in a project with TypeScript 7', () => {
  const script = (text: string) => text.replaceAll(/: Promise<unknown>/g, '');
  const folder = service('javascript', {
    'package.json': SERVICE['package.json'], 'src/page.js': SERVICE['src/page.js'], 'src/app.js': SERVICE['src/app.ts'], 'src/store.js': script(SERVICE['src/store.ts']),
    'eslint.config.js': "import seamlint from 'seamlint/eslint';\nexport default [seamlint.configs.strict, { settings: { seamlint: { cache: false, execConfig: true } } }];\n",
    // Configuration in TypeScript needs no compiler of the project either.
    'seamlint.config.ts': "const level: string = 'off';\nexport default { rules: { 'require-acquire-timeout': level } };\n",
  });
  expect(run(folder, 'typescript/bin/tsc', '--version')).toContain('Version 7.');
  const said = run(folder, 'eslint/bin/eslint.js', 'src', '--format', 'json');
  expect(said).toMatch(/^\[/);
  expect(saidBy(JSON.parse(said) as ESLint.LintResult[], folder)).toEqual([BUDGET, READ].map((place) => place.replace('.ts', '.js')).toSorted());
});

test('oxlint says the same of TypeScript in a project with TypeScript 7', () => {
  const folder = service('oxlint', { ...SERVICE, '.oxlintrc.json': JSON.stringify({ jsPlugins: ['seamlint/eslint'], categories: { correctness: 'off' }, rules: RULES, settings: { seamlint: { cache: false } } }) });
  const { diagnostics } = JSON.parse(run(folder, 'oxlint/bin/oxlint', '--format', 'json', 'src')) as { diagnostics: readonly { code: string; filename: string; labels: readonly { span: { line: number } }[] }[] };
  const said = diagnostics.map(({ code, filename, labels }) => `${/^seamlint\((.*)\)$/.exec(code)?.[1]} ${filename}:${labels[0]?.span.line}`);
  expect(said.toSorted()).toEqual([POOL, READ, BUDGET].toSorted());
});

test('the types of the plugin are read by TypeScript 7', () => {
  const folder = service('types', { ...SERVICE, 'check.ts': "import seamlint from 'seamlint/eslint';\nexport const level: 'off' | 'warn' | 'error' | undefined = seamlint.configs['strict']?.rules['seamlint/require-breaker'];\nexport const wrong: number = seamlint.meta.name;\n" });
  const said = run(folder, 'typescript/bin/tsc', '--ignoreConfig', '--noEmit', '--strict', '--module', 'nodenext', 'check.ts');
  expect(said.split('\n').filter((line) => line.includes('error'))).toEqual([expect.stringMatching(/^check\.ts\(3,14\): error TS2322/)]);
});

test('nothing that users get is TypeScript or of typescript-eslint, and nothing of ours loads it', () => {
  const isOfTypeScript = (name: string) => name === 'typescript' || name.startsWith('typescript/') || name.startsWith('@typescript') || name === 'typescript-eslint';
  expect(packagesOfUsers()).toContain('ts-morph');
  expect(packagesOfUsers().filter(isOfTypeScript)).toEqual([]);
  const loading = filesUnder(join(TOP, 'dist')).filter((file) => file.endsWith('.js')).flatMap((file) => {
    const text = readFileSync(join(TOP, 'dist', file), 'utf8').replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
    return [...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)['"]([^'"\n]+)['"]/g)].filter(([, name = '']) => isOfTypeScript(name)).map(([whole]) => `${file}: ${whole}`);
  });
  expect(loading).toEqual([]);
});
