import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { getDefaultSearchPlacesSync } from 'cosmiconfig';
import { describe, expect, test } from 'vitest';
import { loadConfiguration } from '#linter/config.js';
import { defaultOptions } from '#linter/options.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const SERVICE = { 'package.json': '{"name":"x"}', 'src/a.ts': '' };
const load = (files: Record<string, string>, options = {}) => loadConfiguration({ ...defaultOptions(temporaryFolder({ ...SERVICE, ...files })), ...options });

test('everything has a default', () => {
  expect(load({})).toMatchObject({ preset: 'recommended', severities: {}, marginMs: 0, budgets: {}, catalog: [], entryPoints: [], ignores: [], notes: [] });
});

test.each([
  ['package.json', '{"name":"x","seamlint":{"margin":"2s"}}'],
  ['.seamlintrc', 'margin: 2s'],
  ['.seamlintrc.json', '{"margin":"2s"}'],
  ['.seamlintrc.yaml', 'margin: 2000'],
  ['.config/seamlintrc.yml', 'margin: 2 s'],
  ['.seamlintrc.cjs', 'module.exports = { margin: 2000 }'],
  ['seamlint.config.mjs', 'export default { margin: 2000 }'],
  ['seamlint.config.ts', 'const margin: number = 2000; export default { margin } satisfies object;'],
])('%s is found', (path, text) => {
  expect(load({ [path]: text }).marginMs).toBe(2000);
});

const PLACES = [...getDefaultSearchPlacesSync('seamlint'), '.seamlintrc.mjs', '.config/seamlintrc.mjs', 'seamlint.config.mjs', 'seamlint.config.mts', 'seamlint.config.json'].filter((place) => place !== 'package.json');

test.each(PLACES)('%s is a place where it may stand', (place) => {
  const text = /\.json$/.test(place) ? '{"preset":"strict"}' : /(?:rc|ya?ml)$/.test(place) ? 'preset: strict' : /\.(?:ts|mts|mjs)$/.test(place) ? "export default { preset: 'strict' }" : "module.exports = { preset: 'strict' }";
  expect(load({ [place]: text }).preset).toBe('strict');
});

test('durations are read in every unit', () => {
  expect(load({ '.seamlintrc.json': '{"budgets":{"POST /payments":"3s","GET /":"1.5m","a":"250ms","b":7},"gracePeriod":"1h"}' })).toMatchObject({
    budgets: { 'POST /payments': 3000, 'GET /': 90_000, a: 250, b: 7 },
    gracePeriodMs: 3_600_000,
  });
});

test.each([
  ['{"budgest":{}}', 'unknown key "budgest". Did you mean "budgets"?'],
  ['{"margin":"soon"}', '"margin"'],
  ['{"preset":"all"}', '"preset"'],
  ['{"rules":{"x":"fatal"}}', '"rules.x"'],
  ['[]', '"the whole"'],
  ['{"a":', 'cannot be read'],
  // Node's words, and the line.
  ['{\n"preset": "strict",,}', /\.seamlintrc\.json cannot be read: \w[^>|]* \(line 2\)$/],
  ['[', /cannot be read: (?!JSON Error)\w/],
  ['{"__proto__":{"preset":"strict"}}', 'unknown key "__proto__"'],
  ['{"constructor":{"prototype":{"x":1}}}', 'unknown key "constructor"'],
  ['{"$import":"/etc/passwd"}', 'unknown key "$import"'],
])('%s is refused', (text, message) => {
  expect(() => load({ '.seamlintrc.json': text })).toThrow(message);
  expect(({} as { x?: number }).x).toBeUndefined();
});

describe('without executing anything', () => {
  const canary = (folder: string) => `require('fs').writeFileSync(${JSON.stringify(join(folder, 'canary'))}, ''); module.exports = { margin: 1 }`;

  test('code is passed over, with a note, and data found behind it', () => {
    const folder = temporaryFolder(SERVICE);
    const files: Record<string, string> = { '.seamlintrc.js': canary(folder), '.config/config.js': canary(folder), '.config/seamlintrc.cjs': canary(folder), 'seamlint.config.ts': canary(folder) };
    const configuration = loadConfiguration({ ...defaultOptions(temporaryFolder({ ...SERVICE, ...files })), execConfig: false });
    expect(configuration.marginMs).toBe(0);
    expect(configuration.notes.map(({ path }) => path)).toEqual(['.seamlintrc.js', '.config/seamlintrc.cjs', 'seamlint.config.ts']);
    expect(existsSync(join(folder, 'canary'))).toBe(false);
  });

  test('code that is named is refused', () => {
    expect(() => load({ 'c.js': 'module.exports = {}' }, { execConfig: false, configPath: 'c.js' })).toThrow('would have to be executed');
  });

  test('the meta configuration of cosmiconfig is never run', () => {
    const folder = temporaryFolder(SERVICE);
    const target = temporaryFolder({ ...SERVICE, '.config/config.js': canary(folder) });
    loadConfiguration(defaultOptions(target));
    expect(existsSync(join(folder, 'canary'))).toBe(false);
  });
});

test('a link that leaves the repository is not read', () => {
  const outside = temporaryFolder({ 'secret.json': '{"margin":5}' });
  const folder = temporaryFolder(SERVICE);
  symlinkSync(join(outside, 'secret.json'), join(folder, '.seamlintrc.json'));
  expect(loadConfiguration(defaultOptions(folder)).marginMs).toBe(0);
});

test('a configuration of the repository applies to a package in it', () => {
  const folder = temporaryFolder({ '.git/HEAD': '', 'seamlint.config.mjs': 'export default { margin: 9 }', 'packages/a/package.json': '{"name":"a"}', 'packages/a/x.ts': '' });
  expect(loadConfiguration({ ...defaultOptions(join(folder, 'packages/a')) }).marginMs).toBe(9);
});

test('a named file that is not there is an error', () => {
  expect(() => load({}, { configPath: 'nowhere.json' })).toThrow('There is no configuration file');
});
