import { describe, expect, test } from 'vitest';
import { ALL_KEYS, createReadMarks } from '#linter/session/read-marks.js';

const read = (holder: object, marks: ReturnType<typeof createReadMarks>) => [...marks.readOf(holder)].sort();

describe('an object', () => {
  const held = { name: 'a', none: undefined, inner: { more: 1 } } as { name: string; none: undefined; inner: { more: number }; other?: string };

  test('is marked by what is read of it, be it there or not, and by nothing else', () => {
    const marks = createReadMarks();
    const view = marks.viewOf(held);
    expect([view.name, view.none, view.other, view.name, view.other]).toEqual(['a', undefined, undefined, 'a', undefined]);
    expect(read(held, marks)).toEqual(['name', 'none', 'other']);
    expect(read(held.inner, marks)).toEqual([]);
    expect('inner' in view && !('more' in view)).toBe(true);
    expect(read(held, marks)).toEqual(['inner', 'more', 'name', 'none', 'other']);
    expect(view.inner.more).toBe(1);
    expect(read(held.inner, marks)).toEqual(['more']);
  });

  test('has one view, and one of each member', () => {
    const marks = createReadMarks();
    expect(marks.viewOf(held)).toBe(marks.viewOf(held));
    expect(marks.viewOf(held).inner).toBe(marks.viewOf(held.inner));
  });

  test('that is copied was read as a whole', () => {
    const marks = createReadMarks();
    expect({ ...marks.viewOf(held) }).toEqual(held);
    expect(read(held, marks)).toEqual([ALL_KEYS, 'inner', 'name', 'none']);
  });

  test('cannot be changed', () => {
    expect(() => ((createReadMarks().viewOf(held) as { name: string }).name = 'b')).toThrow(TypeError);
  });
});

test('an array is marked by the elements that were read', () => {
  const marks = createReadMarks();
  const list = [{ a: 1 }, { a: 2 }, { a: 3 }];
  expect(marks.viewOf(list).findIndex(({ a }) => a === 2)).toBe(1);
  expect(read(list, marks)).toEqual(['0', '1', 'length']);
  expect(read(list[2] ?? {}, marks)).toEqual([]);
});

test('a map and a set are marked by what was asked for, and by their keys as a whole', () => {
  const marks = createReadMarks();
  const map = new Map([[1, { a: 1 }], [2, { a: 2 }]]);
  const set = new Set([1, 2]);
  const [viewOfMap, viewOfSet] = [marks.viewOf(map), marks.viewOf(set)];
  expect([viewOfMap.get(1)?.a, viewOfMap.get(3), viewOfMap.has(4), viewOfSet.has(2), viewOfSet.has(3)]).toEqual([1, undefined, false, true, false]);
  expect([read(map, marks), read(set, marks)]).toEqual([[1, 3, 4], [2, 3]]);
  expect([[...viewOfMap.values()].length, viewOfMap.size, [...viewOfSet].length]).toEqual([2, 2, 2]);
  expect(read(map, marks)).toEqual([ALL_KEYS, 1, 2, 3, 4]);
  expect(read(set, marks)).toEqual([ALL_KEYS, 2, 3]);
});
