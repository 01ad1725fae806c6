import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { Library } from '#catalog/schema.js';
import { checkRows } from '#linter/catalog-rows.js';
import { libraryScaffold, newestOf } from '../../scripts/scaffolds/library.js';
import { ruleScaffold } from '../../scripts/scaffolds/rule.js';
import { writeNew } from '../../scripts/scaffolds/write-new.js';
import { expectationsIn } from '../support/expectations.js';
import { temporaryFolder } from '../support/temporary-folder.js';

test('a new library is one file with rows that are right', async () => {
  const folder = temporaryFolder();
  expect(writeNew(folder, libraryScaffold('@acme/http'))).toEqual(['catalog/acme-http.ts']);
  expect(readdirSync(join(folder, 'catalog'))).toEqual(['acme-http.ts']);
  const { library } = (await import(pathToFileURL(join(folder, 'catalog/acme-http.ts')).href)) as { library: Library };
  expect(library.package).toBe('@acme/http');
  expect(checkRows([library], 'the scaffold')).toMatchObject({ problems: [] });
});

test('a new library is checked on the newest version, with typings of its own or of others', () => {
  expect(newestOf('@acme/http/node', () => '{ "version": "1.2.3", "types": "a.d.ts" }')).toEqual(['@acme/http@1.2.3']);
  expect(newestOf('@acme/http', ([name = '']) => (name === '@types/acme__http' ? '1.0.0\n' : '"1.2.3"'))).toEqual(['@acme/http@1.2.3', '@types/acme__http@1.0.0']);
  expect(newestOf('x', ([name = '']) => (name === 'x' ? '"1.2.3"' : undefined))).toEqual(['x@1.2.3']);
  expect(newestOf('x', () => undefined)).toEqual(['x@0.0.0']);
});

test('names that are none are refused, and nothing is written over', () => {
  expect(() => libraryScaffold('../x')).toThrow('no name of a package');
  expect(() => ruleScaffold('Require_X')).toThrow('no rule id');
  const folder = temporaryFolder();
  writeNew(folder, libraryScaffold('x'));
  expect(() => writeNew(folder, libraryScaffold('x'))).toThrow('there already');
});

test('a new rule comes with its page, its scenarios and its test', () => {
  const folder = temporaryFolder();
  const written = writeNew(folder, ruleScaffold('require-something'));
  expect(written).toHaveLength(7);
  expect(readFileSync(join(folder, 'rules/require-something.ts'), 'utf8')).toContain("id: 'require-something'");
  expect(readFileSync(join(folder, 'docs/rules/require-something.md'), 'utf8')).toMatch(/^# require-something\n/);
  expect(expectationsIn(join(folder, 'fixtures/require-something/silent'))).toEqual([]);
});
