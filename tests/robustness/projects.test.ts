import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { APP, PACKAGE } from '../support/blocking-service.js';
import * as command from '../support/command.js';
import { seamlintHere, type Ran } from '../support/command-here.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';

// Some runs are processes of their own.
vi.setConfig({ testTimeout: 300_000 });

const SERVICE = { 'package.json': PACKAGE, 'src/app.ts': APP };

interface Report {
  readonly findings: readonly { readonly ruleId: string; readonly file: string; readonly line: number; readonly column: number }[];
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  readonly notes: readonly { readonly path?: string; readonly line?: number; readonly column?: number; readonly message: string }[];
  readonly incidents: readonly { readonly where: string }[];
}

const ARGUMENTS = ['check', '--rule', 'no-sync-io-in-handler', '--format', 'json'];

function seamlint(cwd: string, ...args: string[]): Promise<Ran> {
  return seamlintHere(cwd, ...ARGUMENTS, ...args);
}

// How deep a program may nest depends on the stack of the thread.
function checkReally(cwd: string) {
  return read(command.seamlint(cwd, ...ARGUMENTS, '--no-cache'));
}

async function check(cwd: string, ...args: string[]) {
  return read(await seamlint(cwd, '--no-cache', ...args));
}

function read({ status, stdout, stderr }: { readonly status: number | null; readonly stdout: string; readonly stderr: string }) {
  if (stderr !== '') throw new Error(stderr);
  const report = JSON.parse(stdout) as Report;
  return {
    status,
    found: report.findings.map(({ file, line, column }) => `${file}:${line}:${column}`),
    skipped: report.skipped.map(({ path, reason }) => `${reason} ${path}`),
    notes: report.notes.map(({ path, line, column, message }) => `${path ?? ''}${line === undefined ? '' : `:${line}:${column}`} ${message}`),
    incidents: report.incidents,
  };
}

const ONLY_APP = ['src/app.ts:5:17'];

describe('settings', () => {
  test.each([
    ['none', {}, []],
    ['no JSON', { 'tsconfig.json': '{ "compilerOptions": { "paths": ' }, ['tsconfig.json:1:33 tsconfig.json is not valid JSON (ValueExpected) and was left aside']],
    ['of other types', { 'tsconfig.json': '[{"extends":{"a":1}}]' }, []],
    ['hostile members', { 'tsconfig.json': '{"extends":[1,null,["./a"]],"files":5,"include":{"length":1},"references":[null,{"path":5}],"compilerOptions":{"paths":{"*":{"0":"x"},"__proto__":["y"]},"baseUrl":[]}}' }, []],
    ['a circle of extends', { 'tsconfig.json': '{"extends":"./a.json"}', 'a.json': '{"extends":"./b.json"}', 'b.json': '{"extends":"./tsconfig.json"}' }, ['b.json b.json extends itself through tsconfig.json']],
    ['extends of itself', { 'tsconfig.json': '{"extends":"./tsconfig.json"}' }, ['tsconfig.json tsconfig.json extends itself through tsconfig.json']],
    ['extends of nothing', { 'tsconfig.json': '{"extends":"./gone.json"}' }, ['tsconfig.json tsconfig.json extends ./gone.json, which does not exist; its settings are unknown']],
    ['include outside', { 'tsconfig.json': '{"include":["/usr/**/*","../../**/*"]}' }, ['tsconfig.json tsconfig.json includes /usr/**/*, which lies outside the project and was not followed', 'tsconfig.json tsconfig.json includes ../../**/*, which lies outside the project and was not followed']],
  ])('tsconfig: %s', async (_what, files, notes) => {
    const result = await check(temporaryFolder({ ...SERVICE, ...files }));
    expect(result).toEqual({ status: 1, found: ONLY_APP, skipped: [], notes, incidents: [] });
  });

  test('a package.json that is none', async () => {
    for (const text of ['', '{', '[]', '{"name":5,"dependencies":[],"workspaces":{"packages":{}},"bin":[1],"exports":{"__proto__":1}}', '{"workspaces":["../../*","**","packages/*/../../.."]}']) {
      expect((await check(temporaryFolder({ ...SERVICE, 'package.json': text }))).found).toEqual(ONLY_APP);
    }
  });
});

describe('what lies in the folder', () => {
  test('nothing: a mistake of the user', async () => {
    const { status, stderr, stdout } = await seamlint(temporaryFolder({ 'readme.md': '' }));
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('holds no TypeScript or JavaScript file');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test.skipIf(process.platform === 'win32')('loops of links, links out, pipes', async () => {
    const outside = temporaryFolder({ 'secret.ts': 'export const secret = 1;' });
    const folder = temporaryFolder(SERVICE);
    symlinkSync('.', join(folder, 'src/loop'));
    symlinkSync('..', join(folder, 'src/up'));
    symlinkSync('self.ts', join(folder, 'src/self.ts'));
    symlinkSync(outside, join(folder, 'src/out'));
    symlinkSync(join(outside, 'secret.ts'), join(folder, 'src/secret.ts'));
    execFileSync('mkfifo', [join(folder, 'src/pipe.ts')]);
    const { found, skipped, status } = await check(folder, '--on-incomplete', 'fail', '--fail-on', 'never');
    expect(found).toEqual(ONLY_APP);
    expect(skipped).toEqual(['outside-root src/out', 'not-a-file src/pipe.ts', 'outside-root src/secret.ts', 'unreadable src/self.ts']);
    expect(status).toBe(3);
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('what may not be read', async () => {
    const folder = temporaryFolder({ ...SERVICE, 'src/closed.ts': '', 'src/shut/a.ts': '' });
    chmodSync(join(folder, 'src/closed.ts'), 0);
    chmodSync(join(folder, 'src/shut'), 0);
    const { found, skipped } = await check(folder);
    chmodSync(join(folder, 'src/shut'), 0o700);
    expect(found).toEqual(ONLY_APP);
    expect(skipped).toEqual(['unreadable src/shut', 'unreadable src/closed.ts']);
  });

  test('a large file is skipped; the exit code tells when asked', async () => {
    const folder = temporaryFolder({ ...SERVICE, 'src/data.ts': `export const data = [\n${'  "something",\n'.repeat(350_000)}];\n` });
    const { found, skipped, status } = await check(folder, '--fail-on', 'never');
    expect({ found, skipped, status }).toEqual({ found: ONLY_APP, skipped: ['too-large src/data.ts'], status: 0 });
    expect((await seamlint(folder, '--no-cache', '--fail-on', 'never', '--on-incomplete', 'fail')).status).toBe(3);
    expect((await seamlint(folder, '--no-cache', '--on-incomplete', 'fail')).status).toBe(1);
  });

  test('five thousand files in one folder', async () => {
    const folder = temporaryFolder(SERVICE);
    for (let i = 0; i < 5000; i++) writeFileSync(join(folder, `src/f${i}.ts`), `import { v as w } from './f${(i * 7 + 1) % 5000}.js';\nexport const v = w ?? ${i};\n`);
    const { found, skipped } = await check(folder);
    expect({ found, skipped }).toEqual({ found: ONLY_APP, skipped: [] });
  });

  test('names that objects have', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'];
    const text = (name: string) => `import * as all from './${name}.js';\nexport * from './${name}.js';\nexport const ${name} = { ${name}: all.${name}, ['${name}']: 1 };\nexport default class { ${name === 'constructor' ? 'x' : name}() { return all.${name}.${name}(); } static hasOwnProperty = 1; }\n`;
    const files = Object.fromEntries(names.map((name) => [`src/${name}/${name}.ts`, text(name)]));
    const { found, skipped, incidents } = await check(temporaryFolder({ ...SERVICE, ...files, 'src/types.ts': "import { constructor, toString } from 'express';\nexport function f(a: constructor, b: toString, c: constructor.valueOf) { a.__proto__(); b.constructor(); return c; }\n" }));
    expect({ found, skipped, incidents }).toEqual({ found: ONLY_APP, skipped: [], incidents: [] });
  });
});

describe('what a file holds', () => {
  const binary = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 0, 0, 0]);

  test.each([
    ['five thousand levels', 'x.ts', `export const x = ${'['.repeat(5000)}${']'.repeat(5000)};`, ['limit src/x.ts']],
    ['thirty thousand levels', 'x.ts', `export const x = ${'('.repeat(30_000)}1${')'.repeat(30_000)};`, ['too-deep src/x.ts']],
    ['thirty thousand unclosed levels', 'x.ts', '{'.repeat(30_000), ['too-deep src/x.ts']],
    ['NUL bytes', 'x.ts', binary, ['binary src/x.ts']],
    ['NUL in code', 'x.ts', 'export const x = "a\0b"; export const long = "so long that one NUL byte is less than one in a hundred of all the bytes";', []],
    ['a minified line', 'x.ts', `export const x = [${'1,'.repeat(120_000)}];`, ['minified src/x.ts']],
    ['nothing', 'x.ts', '', []],
    ['a hash-bang and nothing', 'x.ts', '#!/usr/bin/env node', []],
    ['lone surrogates', 'x.ts', 'export const x = "\\ud800"; export const \\u{61} = `\\udfff`;', []],
    ['Latin-1', 'x.ts', Buffer.from('export const x = "\xfc";', 'latin1'), []],
  ])('%s', async (what, name, content, skipped) => {
    const folder = temporaryFolder(SERVICE);
    writeFileSync(join(folder, 'src', name), content);
    const result = what.includes('levels') ? checkReally(folder) : await check(folder);
    expect(result.found).toEqual(ONLY_APP);
    expect(result.skipped).toEqual(skipped);
    // What was cut short is said, nothing else went wrong.
    expect(result.incidents.filter(({ where }) => where !== 'depth of evaluation')).toEqual([]);
  });

  test('positions are right whatever the encoding and line ends', async () => {
    const marked = APP.replace("app.get('/page'", "const ü = '💥'; app.get('/page'");
    const variants: Record<string, Buffer> = {
      plain: Buffer.from(marked), crlf: Buffer.from(marked.replaceAll('\n', '\r\n')), cr: Buffer.from(marked.replaceAll('\n', '\r')), bom: Buffer.from(`\uFEFF${marked}`),
      'bom-crlf': Buffer.from(`\uFEFF${marked.replaceAll('\n', '\r\n')}`), little: Buffer.from(`\uFEFF${marked}`, 'utf16le'), big: Buffer.from(`\uFEFF${marked}`, 'utf16le').swap16(),
      separator: Buffer.from(marked.replace('\n', '\u2028')),
    };
    const folder = temporaryFolder({ 'package.json': PACKAGE });
    mkdirSync(join(folder, 'src'));
    for (const [name, bytes] of Object.entries(variants)) writeFileSync(join(folder, `src/${name}.ts`), bytes);
    expect((await check(folder)).found).toEqual(Object.keys(variants).map((name) => `src/${name}.ts:5:17`).sort());
  });

  test('a syntax error is a note with its place; the rest of the file and the others are analysed', async () => {
    const folder = temporaryFolder({ ...SERVICE, 'src/broken.ts': `${APP}\nconst x = ;\nfunction (\n` });
    const { found, notes, skipped } = await check(folder);
    expect(found).toEqual([...ONLY_APP, 'src/broken.ts:5:17']);
    expect(notes[0]).toBe('src/broken.ts:8:11 syntax error: Expression expected.');
    expect(skipped).toEqual([]);
  });
});

describe('how it is asked', () => {
  test('from anywhere, with relative or absolute paths: the same report', async () => {
    const folder = temporaryFolder({ ...SERVICE, '.git/HEAD': '', 'other/x.txt': '' });
    const reports = [
      await seamlint(folder, '--no-cache'), await seamlint(folder, '--no-cache', '.'), await seamlint(folder, '--no-cache', folder), await seamlint(join(folder, 'other'), '--no-cache', '..'),
      await seamlint(join(folder, 'other'), '--no-cache', folder), await seamlint(join(folder, 'src'), '--no-cache', `${folder}/src/..`),
    ].map(({ stdout }) => stdout);
    expect(reports[0]).toContain('"src/app.ts"');
    expect(new Set(reports).size).toBe(1);
  });

  test('cold, with a fresh cache, from the cache: the same report', () => {
    const really = (folder: string, ...args: string[]) => command.seamlint(folder, ...ARGUMENTS, ...args);
    const folder = temporaryFolder({ ...SERVICE, 'src/broken.ts': 'const x = ;', 'src/deep.ts': `x = ${'['.repeat(5000)}`, 'node_modules/.keep': '' });
    const reports = [really(folder, '--no-cache'), really(folder), really(folder), really(folder, '--no-cache')];
    expect(reports[0]?.stdout).toContain('syntax error');
    expect(new Set(reports.map(({ stdout, status }) => `${status} ${stdout}`)).size).toBe(1);
    writeFiles(folder, { 'src/app.ts': `\n${APP}` });
    expect(really(folder).stdout).toBe(really(folder, '--no-cache').stdout);
  });
});
