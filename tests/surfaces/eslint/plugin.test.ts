import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TSESLint } from '@typescript-eslint/utils';
import type { ESLint, Linter } from 'eslint';
import type { ESLint as ESLint9 } from 'eslint9';
import { describe, expect, test } from 'vitest';
import { rules } from '#rules/registry.js';
import plugin from '#surfaces/eslint/index.js';
import { settingsOf } from '#surfaces/eslint/settings.js';
import { eslintOf } from '../../support/eslint.js';

const ids = rules.map(({ id }) => id);

test('has every rule, with its page, and no options', () => {
  expect(Object.keys(plugin.rules)).toEqual(ids);
  for (const rule of rules) {
    const { meta } = plugin.rules[rule.id] ?? expect.fail(rule.id);
    expect(meta).toMatchObject({ type: 'problem', schema: [], hasSuggestions: true, docs: { description: rule.question, recommended: rule.recommended } });
    expect(existsSync(fileURLToPath(meta.docs.url)), meta.docs.url).toBe(true);
  }
});

test.each([9, 10] as const)('ESLint %i rejects an option that is given to a rule', async (version) => {
  const linter = new (eslintOf(version))({ overrideConfigFile: true, overrideConfig: [{ plugins: { seamlint: plugin }, rules: { 'seamlint/require-breaker': ['error', { timeout: 3 }] } }] });
  await expect(linter.calculateConfigForFile('a.js')).rejects.toThrow(/"seamlint\/require-breaker"[\s\S]*should NOT have more than 0 items/);
});

test('has presets for all, for what is recommended, for none and for each rule alone', () => {
  const levels = (name: string) => plugin.configs[name]?.rules;
  expect(levels('recommended')).toEqual(Object.fromEntries(rules.filter((rule) => rule.recommended).map(({ id, severity }) => [`seamlint/${id}`, severity])));
  expect(levels('strict')).toEqual(Object.fromEntries(rules.map(({ id, severity }) => [`seamlint/${id}`, severity])));
  expect(levels('all')).toEqual(levels('strict'));
  expect(new Set(Object.values(levels('off') ?? {}))).toEqual(new Set(['off']));
  for (const { id, severity } of rules) expect(levels(id)).toEqual({ [`seamlint/${id}`]: severity });
  for (const [name, config] of Object.entries(plugin.configs)) expect(config).toMatchObject({ name: `seamlint/${name}`, plugins: { seamlint: plugin } });
});

test('fits the types of ESLint 9, ESLint 10 and typescript-eslint', () => {
  const fits: [ESLint.Plugin, ESLint9.Plugin, Linter.Config | undefined] = [plugin, plugin, plugin.configs['recommended']];
  const loosely: TSESLint.FlatConfig.Plugin = plugin;
  expect([...fits, loosely]).toHaveLength(4);
});

describe('settings', () => {
  test('may be absent', () => {
    expect(settingsOf({})).toEqual({});
    expect(settingsOf({ seamlint: { root: 'api', wait: 50 } })).toEqual({ root: 'api', wait: 50 });
  });

  test.each([
    [[], '"settings.seamlint" is not an object'],
    [{ rooot: 'x' }, 'unknown key "settings.seamlint.rooot". Did you mean "root"?'],
    [{ wait: 'long' }, '"settings.seamlint.wait" is not a number'],
  ])('%j is a mistake that is named', (seamlint, message) => {
    expect(() => settingsOf({ seamlint })).toThrow(message);
  });
});
