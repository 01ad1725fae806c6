import { expect, test } from 'vitest';
import { durationText } from '#rules/support/duration-text.js';
import { listText } from '#rules/support/list-text.js';
import { oneVerdictAPlace } from '#rules/support/one-verdict-a-place.js';
import { satisfied } from '#rules/types.js';
import { at } from '../support/service-models.js';

test.each([
  [0, '0 ms'],
  [250, '250 ms'],
  [1000, '1 s'],
  [1500, '1.5 s'],
  [1001, '1.001 s'],
  [60_000, '60 s'],
  [90_000, '90 s'],
  [120_000, '2 min'],
  [150_000, '150 s'],
  [3_600_000, '1 h'],
])('%d ms is %s', (ms, text) => {
  expect(durationText(ms)).toBe(text);
});

test('lists name each item once', () => {
  expect([[], ['a'], ['a', 'a'], ['a', 'b'], ['a', 'b', 'c']].map((items) => listText(items))).toEqual(['', 'a', 'a', 'a and b', 'a, b and c']);
});

test('much evidence at one place is cut short', () => {
  const verdicts = ['a', 'b', 'a', 'c', 'd', 'e'].map((evidence) => satisfied(at('a.ts:1'), evidence));
  expect([...oneVerdictAPlace(verdicts)]).toMatchObject([{ evidence: 'a; b; c; and 2 more' }]);
});
