import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lint } from '#linter/lint.js';
import { defaultOptions } from '#linter/options.js';
import { realAnalysis } from './support/analysis.js';
import { readOwn, TOP } from './support/own-files.js';
import { temporaryFolder } from './support/temporary-folder.js';

const BLOCK = /```(tsx?|js) (flagged|clean)\n([\s\S]*?)```/g;

describe.each(realAnalysis.rules.map((rule) => [rule.id, rule] as const))('docs/rules/%s.md', (id, rule) => {
  const page = readOwn(`docs/rules/${id}.md`) ?? '';
  const blocks = [...page.matchAll(BLOCK)].map(([, extension = 'ts', kind = '', code = '']) => ({ extension, kind, code }));

  test('bears the rule\'s name, asks its question and shows both sides', () => {
    expect(page).toMatch(new RegExp(`^# ${id}\n`));
    expect(page).toContain(rule.question);
    expect(new Set(blocks.map(({ kind }) => kind))).toEqual(new Set(['flagged', 'clean']));
  });

  test.each(blocks.map((block, index) => [index + 1, block] as const))('block %i is what it says', (_index, { extension, kind, code }) => {
    const folder = temporaryFolder({ 'package.json': '{"name":"page","type":"module"}', [`src/page.${extension}`]: code });
    const { findings, incidents } = lint({ ...defaultOptions(folder), cache: false, rules: [id] }, { analysis: realAnalysis });
    const violated = findings.filter(({ verdict }) => verdict.verdict === 'violated').map(({ verdict }) => `${verdict.site.line}: ${'message' in verdict ? verdict.message : ''}`);
    expect(incidents).toEqual([]);
    if (kind === 'flagged') expect(violated).not.toEqual([]);
    else expect(violated).toEqual([]);
  });
});

test('README asks every rule\'s question, and every path that it names exists', () => {
  const readme = readOwn('README.md') ?? '';
  for (const { id, question } of realAnalysis.rules) expect(readme).toContain(`| \`${id}\` | ${question} |`);
  for (const [, path = ''] of readme.matchAll(/`((?:schema|catalog|fixtures|docs|tests)\/[\w./-]*)`/g)) expect(existsSync(join(TOP, path)), path).toBe(true);
});
