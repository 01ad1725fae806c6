import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareWithBaseline } from '#linter/baseline/compare.js';
import { baselineText, readBaseline } from '#linter/baseline/entries.js';
import { isOpen } from '#linter/open-findings.js';
import type { Finding, LintResult } from '#linter/types.js';
import { violated } from '#rules/types.js';
import { fakeResult, fakeRules } from '../support/fake-result.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';

const TODAY = '2026-11-28';

/** A result with one finding of `require-breaker` wherever a line holds HAZARD. */
function resultOf(root: string, files: Readonly<Record<string, string>>): LintResult {
  writeFiles(root, files);
  const findings = Object.entries(files).flatMap(([file, text]) =>
    text.split('\n').flatMap((line, index): Finding[] =>
      line.includes('HAZARD') ? [{ ruleId: 'require-breaker', severity: 'error', verdict: violated({ file, line: index + 1, column: 1 }, { message: 'm', remedy: 'r', trace: [] }) }] : [],
    ),
  );
  return { ...fakeResult, root, findings, skipped: [], incidents: [] };
}

function write(root: string, files: Readonly<Record<string, string>>) {
  const result = resultOf(root, files);
  return compareWithBaseline({ result }, { path: join(root, 'b.jsonl'), entries: [] }, [root], TODAY).fresh;
}

function compare(root: string, files: Readonly<Record<string, string>>, entries: ReturnType<typeof write>, change: Partial<LintResult> = {}, asked = [root]) {
  const comparison = compareWithBaseline({ result: { ...resultOf(root, files), ...change } }, { path: join(root, 'b.jsonl'), entries }, asked, TODAY);
  const open = comparison.result.findings.filter(isOpen).map(({ verdict }) => `${verdict.site.file}:${verdict.site.line}`);
  return { ...comparison, open, kinds: comparison.states.map(({ state }) => state) };
}

const ONE = 'export async function pay() {\n  await HAZARD(url);\n}\n';

test('a known finding does not count, wherever its line has moved to', () => {
  const root = temporaryFolder();
  const entries = write(root, { 'a.ts': ONE });
  const moved = compare(root, { 'a.ts': `// a licence\n\nimport x from 'x';\n${ONE.replace('HAZARD(url);', 'HAZARD(url); // why')}` }, entries);
  expect(moved.open).toEqual([]);
  expect(moved.result.baseline).toEqual({ file: 'b.jsonl', gone: 0, expired: 0 });
});

describe('one fixed and one new in the same file do not cancel out', () => {
  test.each([
    ['in another function', 'export function a() {\n  HAZARD(u);\n}\nexport function b() {\n  fine(u);\n}\n', 'export function a() {\n  fine(u);\n}\nexport function b() {\n  HAZARD(u);\n}\n'],
    ['to another partner', "export function a() {\n  get('https://one.example/x', HAZARD);\n}\n", "export function a() {\n  get('https://two.example/x', HAZARD);\n}\n"],
    [
      'to an equal line of the same function',
      'export function a() {\n  first();\n  HAZARD(u);\n  second();\n  third();\n  fourth();\n  fifth();\n}\n',
      'export function a() {\n  first();\n  fine(u);\n  second();\n  third();\n  fourth();\n  fifth();\n  HAZARD(u);\n}\n'.replace('second();\n  third();\n  fourth();\n  fifth();', 'second();\n  third();\n  fourth();\n  fifth();\n  sixth();'),
    ],
    ['in another route', "app.get('/a', () => {\n  HAZARD();\n});\n", "app.get('/b', () => {\n  HAZARD();\n});\n"],
  ])('%s', (_where, before, after) => {
    const root = temporaryFolder();
    const { open, kinds } = compare(root, { 'a.ts': after }, write(root, { 'a.ts': before }));
    expect(open).toHaveLength(1);
    expect(kinds).toEqual(['gone']);
  });
});

describe('of two equal lines in one function', () => {
  const before = 'export function a() {\n  one();\n  HAZARD(u);\n  two();\n  three();\n  four();\n  HAZARD(u);\n  five();\n}\n';

  test('the first is mended and a third comes: the third counts', () => {
    const root = temporaryFolder();
    const after = 'export function a() {\n  one();\n  fine(u);\n  two();\n  three();\n  four();\n  HAZARD(u);\n  five();\n  six();\n  seven();\n  HAZARD(u);\n}\n';
    const entries = write(root, { 'a.ts': before });
    const { open, kinds, current, fresh } = compare(root, { 'a.ts': after }, entries);
    expect(open).toEqual(['a.ts:11']);
    expect(kinds.toSorted()).toEqual(['gone', 'known']);
    // Written anew, the two stay two.
    expect(baselineText([...current, ...fresh]).trim().split('\n')).toHaveLength(3);
  });

  test('both stay where lines are added, moved and changed around them', () => {
    const root = temporaryFolder();
    const entries = write(root, { 'a.ts': before });
    const after = `// licence\n${before.replace('two();', 'changed();').replace('one();', 'one();\n\n  // why\n')}`;
    expect(compare(root, { 'a.ts': after }, entries).open).toEqual([]);
  });
});

test('a baseline of before the lines around were noted still holds', () => {
  const root = temporaryFolder();
  const entries = write(root, { 'a.ts': ONE }).map(({ near: _near, ...entry }) => entry);
  expect(compare(root, { 'a.ts': ONE }, entries).open).toEqual([]);
});

test('one more on an equal line counts', () => {
  const root = temporaryFolder();
  const entries = write(root, { 'a.ts': 'function a() {\n  HAZARD();\n}\n' });
  expect(compare(root, { 'a.ts': 'function a() {\n  HAZARD();\n  HAZARD();\n}\n' }, entries).open).toHaveLength(1);
});

test('a renamed file takes its findings along; a copied one does not', () => {
  const root = temporaryFolder();
  const entries = write(root, { 'a.ts': ONE });
  expect(compare(root, { 'a.ts': ONE, 'copy.ts': ONE }, entries).open).toEqual(['copy.ts:2']);
  rmSync(join(root, 'a.ts'));
  const renamed = compare(root, { 'b.ts': ONE }, entries);
  expect(renamed.open).toEqual([]);
  expect(renamed.current).toMatchObject([{ file: 'b.ts' }]);
});

test('an entry past its date does not help any more', () => {
  const root = temporaryFolder();
  const entries = write(root, { 'a.ts': ONE }).map((entry) => ({ ...entry, expires: '2026-11-27' }));
  const { open, kinds, result } = compare(root, { 'a.ts': ONE }, entries);
  expect([open.length, kinds, result.baseline?.expired]).toEqual([1, ['expired'], 1]);
  expect(compare(root, { 'a.ts': ONE }, entries.map((entry) => ({ ...entry, expires: TODAY }))).open).toEqual([]);
});

describe('nothing is gone where nobody looked', () => {
  const clean = { 'a.ts': 'export {};\n' };
  const setUp = () => {
    const root = temporaryFolder();
    return { root, entries: write(root, { 'a.ts': ONE }) };
  };

  test.each<[string, Partial<LintResult>, string]>([
    ['all was looked at', {}, 'gone'],
    ['the rule did not run', { rules: fakeRules.slice(0, 1) }, 'unseen'],
    ['the rule crashed', { incidents: [{ where: 'rule require-breaker', message: 'x' }] }, 'unseen'],
    ['the file was not read', { skipped: [{ path: 'a.ts', reason: 'too-large', detail: '' }] }, 'unseen'],
    ['the file is a test now', { skipped: [{ path: 'a.ts', reason: 'test', detail: '' }] }, 'gone'],
  ])('%s', (_what, change, state) => {
    const { root, entries } = setUp();
    expect(compare(root, clean, entries, change).kinds).toEqual([state]);
  });

  test('another folder was asked for', () => {
    const { root, entries } = setUp();
    expect(compare(root, clean, entries, {}, [join(root, 'src')]).kinds).toEqual(['unseen']);
  });
});

describe('the file', () => {
  const entry = (file: string, more = {}) => ({ file, rule: 'require-breaker', id: '0:1', text: 'x', ...more });
  const read = (text: string) => readBaseline(join(temporaryFolder({ 'b.jsonl': text }), 'b.jsonl'));

  test('has one finding a line, sorted, the same whatever the order', () => {
    const entries = [entry('b.ts'), entry('a.ts', { reason: 'known', expires: '2027-01-31' }), entry('b.ts')];
    const text = baselineText(entries);
    expect(text.split('\n')).toEqual([
      '{"seamlint":"baseline","version":1}',
      '{"file":"a.ts","rule":"require-breaker","id":"0:1","text":"x","reason":"known","expires":"2027-01-31"}',
      '{"file":"b.ts","rule":"require-breaker","id":"0:1","text":"x"}',
      '',
    ]);
    expect(baselineText(entries.toReversed())).toBe(text);
    expect(read(text)).toEqual([entries[1], entries[0]]);
  });

  test('reads back what two branches merged line by line', () => {
    const [ours, theirs] = [baselineText([entry('a.ts'), entry('b.ts')]), baselineText([entry('a.ts'), entry('c.ts')])];
    expect(read(ours + theirs)).toHaveLength(3);
  });

  test.each([
    ['<<<<<<< ours\n', 'unresolved merge conflict in line 1'],
    ['{"file":"a.ts"}\n', 'Line 1 of'],
    ['[]\n', 'Line 1 of'],
    [`${JSON.stringify({ ...entry('a.ts'), expires: 'soon' })}\n`, 'Line 1 of'],
    ['{"__proto__":{"file":"x"}}\n', 'Line 1 of'],
  ])('%j is refused', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  test('that is not there is an error', () => {
    expect(() => readBaseline(join(temporaryFolder(), 'none.jsonl'))).toThrow('There is no baseline');
  });
});
