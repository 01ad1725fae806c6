import { expect, test } from 'vitest';
import { libraries } from '#catalog/index.js';
import { defaultsOf } from '../conformance/defaults.js';
import { countsOf, defaultsIn, digestOf, WRONG, type Table } from '../conformance/table.js';
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

test('every library was asked what its rows say now: npm run conformance -- <package>', () => {
  expect(libraries.filter((library) => table[library.package] !== undefined && table[library.package]?.asked !== digestOf(library)).map((library) => library.package)).toEqual([]);
});

test('every row but those for people has a claim that was checked', () => {
  const unchecked = Object.entries(table).flatMap(([name, { rows = [] }]) => rows.filter((row) => !row.startsWith('remarks')).map((row) => `${name}: ${row}`));
  expect(unchecked).toEqual([]);
});

test('no claim is known to be wrong', () => {
  expect(Object.entries(table).flatMap(([name, { documented }]) => (documented[WRONG] ?? []).map((claim) => `${name}: ${claim}`))).toEqual([]);
});

test('every default and every wait without end is run, or its row says why it cannot be', () => {
  const { run, reasons, unexplained, both } = defaultsIn(libraries, table);
  expect(unexplained).toEqual([]);
  expect(both).toEqual([]);
  expect(run).toBeGreaterThan(400);
  expect(Object.keys(reasons).filter((why) => !/\bneeds\b/.test(why))).toEqual([]);
});

test('defaults are found wherever rows have them, with their versions and reasons', () => {
  const see = 'x';
  const limits = [{ limits: 'attempt', at: [], default: 'never', see }, { limits: 'total', at: [], default: 5, versions: '<2', unrun: 'needs a moon', see }, { limits: 'size', at: [], default: 'unknown', see }] as const;
  const retries = { at: [], counts: 'retries', default: 2, writes: false, delay: { default: 100 }, unrun: 'needs a moon' } as const;
  expect(defaultsOf({ package: 'x', source: see, operations: [{ call: 'get', is: 'outbound', effect: 'read', limits, retries }], remarks: [{ default: 7, says: 'y', see }] })).toEqual([
    { id: 'x: attempt never' },
    { id: 'x: total 5 <2', versions: '<2', unrun: 'needs a moon' },
    { id: 'x: retries 2', unrun: 'needs a moon' },
    { id: 'x: delay 100', unrun: 'needs a moon' },
  ]);
});
