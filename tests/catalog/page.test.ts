import { expect, test } from 'vitest';
import { checkRows } from '#linter/catalog-rows.js';
import { libraries } from '#catalog/index.js';
import { readOwn } from '../support/own-files.js';

const blocks = [...(readOwn('docs/catalog.md') ?? '').matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => JSON.parse(text) as { catalog?: unknown[] });

test('the rows of the page are right', () => {
  const rows = blocks.flatMap(({ catalog }) => catalog ?? []);
  expect(rows).toHaveLength(2);
  expect(checkRows(rows, 'the page').problems).toEqual([]);
});

test('our own rows follow the schema that rows of others are checked by', () => {
  expect(checkRows(JSON.parse(JSON.stringify(libraries)) as unknown[], 'our own').problems).toEqual([]);
});
