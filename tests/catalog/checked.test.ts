import { expect, test } from 'vitest';
import { libraries } from '#catalog/index.js';
import { countsOf, WRONG, type Table } from '../conformance/table.js';
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

test('every row but those for people has a claim that was checked', () => {
  const unchecked = Object.entries(table).flatMap(([name, { rows = [] }]) => rows.filter((row) => !row.startsWith('remarks')).map((row) => `${name}: ${row}`));
  expect(unchecked).toEqual([]);
});

test('no claim is known to be wrong', () => {
  expect(Object.entries(table).flatMap(([name, { documented }]) => (documented[WRONG] ?? []).map((claim) => `${name}: ${claim}`))).toEqual([]);
});
