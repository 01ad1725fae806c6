import { describe, expect, test } from 'vitest';
import { lint } from '#linter/lint.js';
import { defaultOptions } from '#linter/options.js';
import type { LintResult } from '#linter/types.js';
import { crashingRule, fakeAnalysis, wordRule } from '../support/fake-analysis.js';
import { temporaryFolder } from '../support/temporary-folder.js';

function lintFiles(files: Record<string, string>, rules = [wordRule('no-bad')], options = {}): LintResult {
  const folder = temporaryFolder({ 'package.json': '{"name":"x"}', ...files });
  return lint({ ...defaultOptions(folder), cache: false, ...options }, { analysis: fakeAnalysis(rules) });
}

const places = ({ findings }: LintResult) => findings.map(({ ruleId, verdict, suppressed }) => `${ruleId} ${verdict.site.file}:${verdict.site.line}${suppressed === undefined ? '' : ' silenced'}`);

test('findings come sorted by place, then rule', () => {
  const result = lintFiles({ 'src/b.ts': 'bad', 'src/a.ts': '\nbad\nbad' }, [wordRule('z-rule'), wordRule('a-rule')]);
  expect(places(result)).toEqual(['a-rule src/a.ts:2', 'z-rule src/a.ts:2', 'a-rule src/a.ts:3', 'z-rule src/a.ts:3', 'a-rule src/b.ts:1', 'z-rule src/b.ts:1']);
});

test('a crashing rule is one incident and the others still speak', () => {
  const result = lintFiles({ 'src/a.ts': 'bad\nbad' }, [crashingRule, wordRule('no-bad')]);
  expect(result.incidents.map(({ where, message }) => `${where}: ${message}`)).toEqual(['rule crashing: no such word']);
  expect(places(result)).toEqual(['crashing src/a.ts:1', 'no-bad src/a.ts:1', 'no-bad src/a.ts:2']);
});

test('a file whose facts cannot be had is skipped, not silent', () => {
  const result = lintFiles({ 'src/a.ts': 'explode', 'src/b.ts': 'bad' });
  expect(result.skipped).toContainEqual({ path: 'src/a.ts', reason: 'internal-error', detail: 'cannot be read' });
  expect(places(result)).toEqual(['no-bad src/b.ts:1']);
});

test('a file that took too long in an earlier attempt is left out with the reason', () => {
  const result = lintFiles({ 'src/a.ts': 'bad', 'src/b.ts': 'bad' }, undefined, { leaveOut: { 'src/a.ts': 'took 11 s' } });
  expect(result.skipped).toContainEqual({ path: 'src/a.ts', reason: 'time', detail: 'took 11 s' });
});

describe('which rules run', () => {
  const rules = [wordRule('one'), wordRule('two', 'warn', false)];
  const ran = (options: object, config = '{}') => lintFiles({ 'src/a.ts': 'bad', '.seamlintrc.json': config }, rules, options).rules.map(({ id }) => id);

  test('recommended ones by default, all with strict', () => {
    expect(ran({})).toEqual(['one']);
    expect(ran({ preset: 'strict' })).toEqual(['one', 'two']);
    expect(ran({}, '{"preset":"strict"}')).toEqual(['one', 'two']);
  });

  test('the configuration switches on and off, and sets severities', () => {
    expect(ran({}, '{"rules":{"one":"off","two":"error"}}')).toEqual(['two']);
    const result = lintFiles({ 'src/a.ts': 'bad', '.seamlintrc.json': '{"rules":{"one":"warn"}}' }, rules);
    expect(result.findings[0]?.severity).toBe('warn');
  });

  test('those named, whatever the preset; unknown names are errors', () => {
    expect(ran({ rules: ['two'] })).toEqual(['two']);
    expect(() => ran({ rules: ['twoo'] })).toThrow('There is no rule "twoo" (--rule twoo). Did you mean "two"?');
    expect(() => ran({}, '{"rules":{"onee":"off"}}')).toThrow('Did you mean "one"?');
  });
});

describe('suppressions', () => {
  const notes = (result: LintResult) => result.notes.map(({ path, line, message }) => `${path}:${line} ${message}`);

  test('silence the next line, with a reason', () => {
    const result = lintFiles({ 'src/a.ts': '// seamlint-disable-next-line no-bad -- known\nbad\nbad' });
    expect(places(result)).toEqual(['no-bad src/a.ts:2 silenced', 'no-bad src/a.ts:3']);
    expect(result.findings[0]?.suppressed).toEqual({ reason: 'known', line: 1 });
    expect(notes(result)).toEqual([]);
  });

  test('silence nothing without a reason, and say so', () => {
    const result = lintFiles({ 'src/a.ts': '// seamlint-disable-next-line no-bad\nbad' });
    expect(places(result)).toEqual(['no-bad src/a.ts:2']);
    expect(notes(result)).toEqual(['src/a.ts:1 this suppression has no reason, so it silences nothing; add `-- reason`']);
  });

  test('silence nothing without a rule; ESLint\'s names are understood', () => {
    const result = lintFiles({ 'src/a.ts': '// seamlint-disable-next-line -- all of it\nbad\n// seamlint-disable-next-line seamlint/no-bad -- known\nbad' });
    expect(places(result)).toEqual(['no-bad src/a.ts:2', 'no-bad src/a.ts:4 silenced']);
    expect(notes(result)).toEqual(['src/a.ts:1 this suppression names no rule, so it silences nothing']);
  });

  test('are reported when unused or for unknown rules', () => {
    const result = lintFiles({ 'src/a.ts': '// seamlint-disable-next-line no-bad -- old\ngood\n// seamlint-disable-next-line no-bat -- typo\nbad' });
    expect(notes(result)).toEqual(['src/a.ts:3 suppression of an unknown rule "no-bat". Did you mean "no-bad"?', 'src/a.ts:1 unused suppression: no-bad has nothing to report here']);
  });

  test('are not unused when their rule did not run', () => {
    const result = lintFiles({ 'src/a.ts': '// seamlint-disable-next-line two -- old\ngood' }, [wordRule('one'), wordRule('two', 'error', false)]);
    expect(notes(result)).toEqual([]);
  });

  test('cover a region until it is enabled again', () => {
    const result = lintFiles({ 'src/a.ts': 'bad\n// seamlint-disable no-bad -- generated\nbad\nbad\n// seamlint-enable no-bad\nbad' });
    expect(places(result)).toEqual(['no-bad src/a.ts:1', 'no-bad src/a.ts:3 silenced', 'no-bad src/a.ts:4 silenced', 'no-bad src/a.ts:6']);
  });

  test('of unproven places count as used', () => {
    expect(notes(lintFiles({ 'src/a.ts': '// seamlint-disable-next-line no-bad -- looked at\nunknown' }))).toEqual([]);
  });
});
