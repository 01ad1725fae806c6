import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isMeantBy, rebasedGlob } from '#linter/config-globs.js';
import { loadConfiguration } from '#linter/config.js';
import { budgetsNowhere } from '#linter/budgets-nowhere.js';
import { lint } from '#linter/lint.js';
import { defaultOptions } from '#linter/options.js';
import { fakeAnalysis, wordRule } from '../support/fake-analysis.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const SERVICE = { '.git/HEAD': '', 'package.json': '{"name":"x"}', 'src/a.ts': '' };
const load = (files: Record<string, string>, options = {}) => loadConfiguration({ ...defaultOptions(temporaryFolder({ ...SERVICE, ...files })), ...options });
const json = (value: object) => JSON.stringify(value);

describe('extends', () => {
  test('a file, a package, and files of packages: the nearer word counts, lists are put together', () => {
    const configuration = load({
      '.seamlintrc.json': json({ extends: ['@acme/seamlint/strict.json', './config/base.yaml'], margin: '3s', rules: { b: 'error' }, ignores: ['own/**'] }),
      'config/base.yaml': 'extends: ./more.json\nmargin: 2s\nrules: { a: warn, b: warn }\nbudgets: { "GET /": 1s }\nignores: [base]\nbaseline: known.jsonl\n',
      'config/more.json': json({ rules: { a: 'off', c: 'off' } }),
      'node_modules/@acme/seamlint/package.json': json({ name: '@acme/seamlint', main: 'index.json' }),
      'node_modules/@acme/seamlint/strict.json': json({ preset: 'strict', margin: 1 }),
    });
    expect(configuration).toMatchObject({ preset: 'strict', marginMs: 3000, severities: { a: 'warn', b: 'error', c: 'off' }, budgets: { 'GET /': 1000 }, ignores: ['base', 'own/**'] });
    expect(configuration.baseline).toMatch(/config[\\/]known\.jsonl$/);
  });

  test.each<[string, Record<string, string>, string]>([
    ['a circle', { 'a.json': json({ extends: './b.json' }), 'b.json': json({ extends: './a.json' }) }, '"extends" goes in a circle: '],
    ['itself', { 'a.json': json({ extends: './a.json' }) }, 'in a circle'],
    ['a file that is not there', { 'a.json': json({ extends: './no.json' }) }, 'a.json extends "./no.json", which is no file of the repository'],
    ['a file outside the repository', { 'a.json': json({ extends: '../../../../../../../../etc/hostname' }) }, 'which is no file of the repository'],
    ['an absolute path', { 'a.json': json({ extends: '/etc/hostname' }) }, 'there is no such package'],
    ['a package that is not installed', { 'a.json': json({ extends: '@acme/none' }) }, 'extends "@acme/none", and there is no such package'],
    ['a module of Node', { 'a.json': json({ extends: 'node:fs' }) }, 'there is no such package'],
    ['a base with a wrong key', { 'a.json': json({ extends: './b.json' }), 'b.json': json({ ruels: {} }) }, 'b.json is not a valid configuration: unknown key "ruels". Did you mean "rules"?'],
  ])('%s is refused', (_what, files, message) => {
    expect(() => load({ '.seamlintrc.json': json({ extends: './a.json' }), ...files })).toThrow(message);
  });

  test('code runs only where it may', () => {
    const folder = temporaryFolder({});
    const canary = join(folder, 'canary');
    const files = { '.seamlintrc.json': json({ extends: './base.cjs', ignores: ['x'] }), 'base.cjs': `require('fs').writeFileSync(${json([canary]).slice(1, -1)}, ''); module.exports = { preset: 'strict' }` };
    const careful = load(files, { execConfig: false });
    expect([careful.preset, careful.ignores, careful.notes]).toMatchObject(['recommended', ['x'], [{ path: 'base.cjs' }]]);
    expect(existsSync(canary)).toBe(false);
    expect(load(files).preset).toBe('strict');
  });
});

describe('errors name the file, the key and what was probably meant', () => {
  test.each([
    [{ overrides: [{ file: ['a'], rules: {} }] }, 'unknown key "overrides.0.file". Did you mean "files"?'],
    [{ preset: 'recomended' }, '"preset": "recomended" is not allowed; it is one of recommended, strict. Did you mean "recommended"?'],
    [{ rules: { x: 'warning' } }, '"rules.x": "warning" is not allowed; it is one of off, warn, error. Did you mean "warn"?'],
    [{ preset: 3 }, '"preset": must be one of a few words; it is one of recommended, strict.'],
    [{ overrides: [{ files: [], rules: {} }] }, '"overrides.0.files"'],
  ])('%j', (content, message) => {
    expect(() => load({ '.seamlintrc.json': json(content) })).toThrow(message);
    expect(() => load({ '.seamlintrc.json': json(content) })).toThrow('.seamlintrc.json is not a valid configuration');
  });

  test('an unknown rule in an override of a base', () => {
    const folder = temporaryFolder({ ...SERVICE, '.seamlintrc.json': json({ extends: './base.json' }), 'base.json': json({ overrides: [{ files: ['src'], rules: { 'no-bat': 'off' } }] }) });
    expect(() => lint({ ...defaultOptions(folder), cache: false }, { analysis: fakeAnalysis([wordRule('no-bad')]) })).toThrow(/There is no rule "no-bat" \("overrides\.0\.rules" of .*base\.json\)\. Did you mean "no-bad"\?/);
  });
});

describe('overrides', () => {
  const places = (config: object, options = {}, rules = [wordRule('bad'), wordRule('odd', 'error', false)]) => {
    const folder = temporaryFolder({ ...SERVICE, '.seamlintrc.json': json(config), 'src/a.ts': 'bad odd', 'src/legacy/b.ts': 'bad odd' });
    const result = lint({ ...defaultOptions(folder), cache: false, ...options }, { analysis: fakeAnalysis(rules) });
    return { notes: result.notes.map(({ message }) => message), found: result.findings.map(({ ruleId, severity, verdict }) => `${ruleId} ${severity} ${verdict.site.file}`) };
  };

  test('switch a rule off, soften it, or switch it on in a folder; the last word counts', () => {
    expect(places({}).found).toEqual(['bad error src/a.ts', 'bad error src/legacy/b.ts']);
    expect(places({ overrides: [{ files: ['src/legacy'], rules: { bad: 'off', odd: 'warn' } }] }).found).toEqual(['bad error src/a.ts', 'odd warn src/legacy/b.ts']);
    expect(places({ overrides: [{ files: ['src/**'], rules: { bad: 'warn' } }, { files: ['**/a.ts'], rules: { bad: 'off' } }] }).found).toEqual(['bad warn src/legacy/b.ts']);
  });

  test('hold for a rule that was asked for by name', () => {
    expect(places({ rules: { bad: 'off' }, overrides: [{ files: ['src/legacy'], rules: { bad: 'off' } }] }, { rules: ['bad'] }).found).toEqual(['bad error src/a.ts']);
  });

  test('that mean nothing are told', () => {
    expect(places({ overrides: [{ files: ['lib'], rules: { bad: 'off' } }] }).notes).toEqual(['overrides.0.files of the configuration: "lib" means no file of this run']);
  });
});

test('a budget for an entry point that is not there is told, with what was probably meant', () => {
  const entryPoints = [{ id: '1', name: 'POST /orders', kind: 'http' as const, file: 'a.ts', line: 1, middleware: [] }];
  const told = (pattern: string, wayToRoot = '') => budgetsNowhere({ budgets: { [pattern]: 3000 }, wayToRoot }, entryPoints).map(({ message }) => message);
  expect(told('POST /order')).toEqual(['budgets of the configuration: no entry point of this run is called "POST /order". Did you mean "POST /orders"?']);
  expect([told('POST /orders'), told('POST /**'), told('POST /order', 'services/a')]).toEqual([[], [], []]);
});

test('globs start in the folder of the configuration', () => {
  const folder = temporaryFolder({ '.git/HEAD': '', '.seamlintrc.json': json({ ignores: ['packages/a/gen', 'packages/*/old/**', '**/x.ts', 'packages/b'] }), 'packages/a/package.json': '{"name":"a"}', 'packages/a/x.ts': '' });
  expect(loadConfiguration(defaultOptions(join(folder, 'packages/a'))).ignores).toEqual(['gen', 'old/**', '**/x.ts']);
  expect([rebasedGlob('packages/a', 'packages/a'), rebasedGlob('src/**', ''), rebasedGlob('packages', 'packages/a')]).toEqual(['**', 'src/**', '**']);
  expect([isMeantBy('packages/a/src', 'packages/a', 'src/x.ts'), isMeantBy('./src/', '', 'src/x/y.ts'), isMeantBy('src/*.ts', '', 'src/x/y.ts')]).toEqual([true, true, false]);
});
