import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RuleTester, type InvalidTestCase, type TestCaseError, type ValidTestCase } from '@typescript-eslint/rule-tester';
import { afterAll, describe, test } from 'vitest';
import { lint } from '#linter/lint.js';
import { defaultOptions } from '#linter/options.js';
import type { WrittenRepair } from '#linter/repairs/repairs-of.js';
import { rules } from '#rules/registry.js';
import type seamlint from '#surfaces/eslint/index.js';
import { realAnalysis } from '../support/analysis.js';
import { built } from '../support/built.js';
import { readOwn } from '../support/own-files.js';
import { writeFiles } from '../support/temporary-folder.js';

// The blocks of the rules' pages, each as the unsaved text of one file: what they mark is what ESLint must say, suggestions included.
const BLOCK = /^```(tsx?|js) (flagged|clean)\n([\s\S]*?)^```$/gm;

RuleTester.afterAll = afterAll;
RuleTester.describe = describe;
RuleTester.it = test;

const { default: plugin } = built<{ default: typeof seamlint }>('surfaces/eslint/index.js');
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'seamlint-rule-tester-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFiles(folder, { 'package.json': '{"name":"page","type":"module"}', 'src/page.ts': '', 'src/page.js': '' });

for (const { id } of rules) {
  const blocks = [...(readOwn(`docs/rules/${id}.md`) ?? '').matchAll(BLOCK)].map(([, extension = 'ts', kind = '', code = '']) => ({ extension, kind, code }));
  const tester = new RuleTester({ settings: { seamlint: { root: folder, cache: false, live: false, wait: 60_000 } } });
  const cases = blocks.map(({ extension, kind, code }, index) => ({ name: `block ${index + 1}`, kind, code, filename: join(folder, `src/page.${extension}`) }));
  const valid = cases.filter(({ kind }) => kind === 'clean').map(({ name, code, filename }): ValidTestCase<[]> => ({ name, code, filename }));
  const invalid = cases.filter(({ kind }) => kind === 'flagged').map(({ name, code, filename }): InvalidTestCase<string, []> => ({ name, code, filename, errors: errorsIn(id, code) }));
  tester.run(id, plugin.rules[id] as never, { valid, invalid });
}

function errorsIn(id: string, code: string): TestCaseError<string>[] {
  writeFiles(folder, { 'src/page.ts': code });
  const { findings } = lint({ ...defaultOptions(folder), cache: false, rules: [id] }, { analysis: realAnalysis });
  writeFiles(folder, { 'src/page.ts': '' });
  return findings.flatMap(({ verdict, repairs = [] }): TestCaseError<string>[] =>
    verdict.verdict !== 'violated' ? [] : [{ messageId: 'violated', line: verdict.site.line, column: verdict.site.column, suggestions: suggestionsOf(repairs, code) }]);
}

function suggestionsOf(repairs: readonly WrittenRepair[], code: string) {
  if (repairs.length === 0) return null;
  return repairs.map(({ title, edits }) => ({
    messageId: 'repair',
    data: { title },
    output: edits.toReversed().reduce((text, { start, end, text: written }) => text.slice(0, start) + written + text.slice(end), code),
  }));
}
