import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lint } from '#linter/lint.js';
import { defaultOptions } from '#linter/options.js';
import { realAnalysis } from '../support/analysis.js';
import { FIXTURES } from '../support/scenarios.js';
import { temporaryFolder } from '../support/temporary-folder.js';

function findingsIn(folder: string): readonly { readonly message: string; readonly remedy: string; readonly line: number }[] {
  const { findings } = lint({ ...defaultOptions(folder), cache: false, rules: ['nested-timeouts'] }, { analysis: realAnalysis });
  return findings.flatMap(({ verdict }) => (verdict.verdict === 'violated' ? [{ message: verdict.message, remedy: verdict.remedy, line: verdict.site.line }] : []));
}

test('POST /payments with 3 s, and a provider with as many: the numbers of the remedies make it right', () => {
  const folder = temporaryFolder();
  cpSync(join(FIXTURES, 'timeline/provider-call-as-long-as-budget'), folder, { recursive: true });
  const source = join(folder, 'src/app.ts');
  const set = (ms: number) => writeFileSync(source, readFileSync(source, 'utf8').replace(/timeout: [\d_]+,/, `timeout: ${ms},`));

  // The call takes as long as the budget: it has to be shorter.
  const [nesting, ...others] = findingsIn(folder);
  expect(others).toEqual([]);
  expect(nesting).toMatchObject({ line: 10, message: 'On POST /payments, provider.post ends after 3 s, at the same moment as the request budget of connect-timeout around it' });
  const below = Number(/Set timeout below (\d+) ms/.exec(nesting?.remedy ?? '')?.[1]);
  set(below - 1);

  // It fits by itself, and not together with what stands in front of it.
  const [sum, ...more] = findingsIn(folder);
  expect(more).toEqual([]);
  expect(sum).toMatchObject({ line: 16, message: expect.stringContaining('POST /payments can take 3.499 s in all') });
  const less = Number(/Take at least (\d+) ms off these steps; the largest is provider\.post/.exec(sum?.remedy ?? '')?.[1]);
  set(below - 1 - less);
  expect(findingsIn(folder)).toEqual([]);

  // One millisecond more is too much again.
  set(below - less);
  expect(findingsIn(folder)).toHaveLength(1);
});
