import { expect, test } from 'vitest';
import { libraries } from '#catalog/index.js';
import { countsOf, type Table } from '../conformance/table.js';
import { readOwn } from '../support/own-files.js';

const table = JSON.parse(readOwn('tests/conformance/checked.json') ?? '{}') as Table;

test('claims are run, typed, or documented with a reason', () => {
  const { run, typed, documented } = countsOf(table);
  expect(run).toBeGreaterThan(150);
  expect(typed).toBeGreaterThan(2000);
  expect(documented).toBeLessThan(run + typed);
  expect(Object.values(table).flatMap(({ documented: reasons }) => Object.keys(reasons)).filter((why) => why.length < 10)).toEqual([]);
});

test('nearly every library was asked, and none that is gone', () => {
  const names = new Set(libraries.map((library) => library.package));
  expect(Object.keys(table).filter((name) => !names.has(name))).toEqual([]);
  expect([...names].filter((name) => table[name] === undefined).length).toBeLessThan(names.size * 0.05);
});
