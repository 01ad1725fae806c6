import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { libraries } from '#catalog/index.js';
import { realAnalysis } from './support/analysis.js';
import { readOwn, TOP } from './support/own-files.js';
import { differencesOf } from './support/scenarios.js';
import { temporaryFolder } from './support/temporary-folder.js';

const BLOCK = /^```(tsx?|js) (flagged|clean)\n([\s\S]*?)^```$/gm;

describe.each(realAnalysis.rules.map((rule) => [rule.id, rule] as const))('docs/rules/%s.md', (id, rule) => {
  const page = readOwn(`docs/rules/${id}.md`) ?? '';
  const blocks = [...page.matchAll(BLOCK)].map(([, extension = 'ts', kind = '', code = '']) => ({ extension, kind, code }));

  test("bears the rule's name and asks its question", () => {
    expect(page).toMatch(new RegExp(`^# ${id}\n`));
    expect(page).toContain(rule.question);
  });

  test.each(blocks.map((block, index) => [index + 1, block.kind, block] as const))('block %i is %s', (_index, _kind, { extension, code }) => {
    const folder = temporaryFolder({ 'package.json': '{"name":"page","type":"module"}', [`src/page.${extension}`]: code });
    expect(differencesOf({ name: id, folder, rules: [id] }, realAnalysis)).toEqual([]);
  });
});

test("README asks every rule's question, and every path that it names exists", () => {
  const readme = readOwn('README.md') ?? '';
  for (const { id, question } of realAnalysis.rules) expect(readme).toContain(`| \`${id}\` | ${question} |`);
  for (const [, path = ''] of readme.matchAll(/`((?:schema|catalog|fixtures|docs|tests)\/[\w./-]*)`/g)) expect(existsSync(join(TOP, path)), path).toBe(true);
});

test('the index of libraries.md leads to every library, in lines that can be read', () => {
  const page = readOwn('docs/libraries.md') ?? '';
  const index = page.slice(page.indexOf('## All libraries'), page.indexOf('## Where nothing is set'));
  expect(index.split('\n').filter((line) => line.length > 160)).toEqual([]);
  const anchors = [...page.matchAll(/^#{2,3} (.+)$/gm)].map(([, heading = '']) => heading.toLowerCase().replace(/[^\w\- ]/g, '').replaceAll(' ', '-'));
  const links = [...index.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor]) => anchor);
  expect(links.filter((anchor) => !anchors.includes(anchor as string))).toEqual([]);
  for (const { package: name } of libraries) expect(index).toContain(`[${name}](#`);
});
