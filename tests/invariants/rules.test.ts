import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '#rules/registry.js';
import { modulesOf } from '../support/generated.js';
import { TOP } from '../support/own-files.js';

test('every rule bears the name of its file', () => {
  expect(rules.map((rule) => rule.id).sort()).toEqual(modulesOf('rules', ['types', 'registry']));
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('has a page', () => {
    expect(existsSync(join(TOP, 'docs/rules', `${id}.md`))).toBe(true);
  });

  test('has scenarios', () => {
    const folder = join(TOP, 'fixtures', id);
    expect(existsSync(folder) ? readdirSync(folder).length : 0).toBeGreaterThan(1);
  });

  test('asks a question and says what happens', () => {
    expect(rule.question).toMatch(/\?$/);
    expect(rule.consequence).toMatch(/^[A-Z].*\.$/);
  });
});
