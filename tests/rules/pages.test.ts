import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { rules } from '#rules/registry.js';
import { expectationsOf } from '../support/expectations.js';
import { TOP } from '../support/own-files.js';

const FOLDER = join(TOP, 'docs/rules');
const BLOCK = /^```ts (flagged|clean)\n([\s\S]*?)^```$/gm;

describe.each(readdirSync(FOLDER).filter((name) => name.endsWith('.md')))('%s', (name) => {
  const id = name.slice(0, -'.md'.length);
  const text = readFileSync(join(FOLDER, name), 'utf8');
  const blocks = [...text.matchAll(BLOCK)].map(([, kind = '', code = '']) => ({ kind, code }));

  test('names the severity and the preset of its rule', () => {
    const rule = rules.find((one) => one.id === id);
    const [, severity, preset] = /^Severity: (error|warn)[^]*?\. ?Preset:\s(recommended|strict)\./m.exec(text) ?? [];
    expect({ severity, preset }).toEqual({ severity: rule?.severity, preset: rule?.recommended === true ? 'recommended' : 'strict' });
  });

  test('shows flagged and clean code', () => {
    expect(new Set(blocks.map(({ kind }) => kind))).toEqual(new Set(['flagged', 'clean']));
  });

  test('marks the reported line in flagged code, and none in clean code', () => {
    for (const { kind, code } of blocks) expect(expectationsOf(code, name).map(({ kind: what, subject }) => `${what} ${subject}`)).toEqual(kind === 'flagged' ? [`expect ${id}`] : []);
  });

  test('shows code that parses', () => {
    for (const { code } of blocks) expect(ts.transpileModule(code, { reportDiagnostics: true, compilerOptions: { module: ts.ModuleKind.ESNext } }).diagnostics?.map(({ messageText }) => messageText)).toEqual([]);
  });

  test('tells how to suppress with a reason', () => {
    expect(text).toMatch(new RegExp(`// seamlint-disable-next-line ${id} -- \\S`));
  });
});

test.each(['docs/how-it-decides.md', ...readdirSync(FOLDER).map((name) => `docs/rules/${name}`)])('%s links to files that exist', (path) => {
  const links = [...readFileSync(join(TOP, path), 'utf8').matchAll(/\]\((?!https:)([^)#]+)/g)].map((match) => join(TOP, dirname(path), match[1] ?? ''));
  expect(links.filter((link) => !existsSync(link))).toEqual([]);
});
