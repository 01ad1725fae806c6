import { expect, test } from 'vitest';
import { KnownAnswers } from '#model/writes/known-answers.js';
import type { Spot } from '#model/writes/source.js';
import type { Expression } from '#facts/types.js';

const spot = { frame: {}, trail: undefined, via: undefined, depth: 0 } as unknown as Spot;

/** Names each of which may be made from all others, and from one thing of its own. */
function everyoneFromEveryone(count: number): { readonly reach: (index: number) => ReadonlySet<number>; readonly asked: () => number } {
  const names = Array.from({ length: count }, (): Expression => ({ is: 'undefined' }));
  const answers = new KnownAnswers<ReadonlySet<number>>();
  let asked = 0;
  const reach = (index: number): ReadonlySet<number> => answers.of(names[index] as Expression, spot, () => {
    asked += 1;
    return new Set([index, ...names.flatMap((_, other) => (other === index ? [] : [...reach(other)]))]);
  }) ?? new Set();
  return { reach, asked: () => asked };
}

test('names made from each other are told whole, each of them', () => {
  const { reach } = everyoneFromEveryone(5);
  for (const index of [0, 3, 1, 4, 2]) expect([...reach(index)].sort()).toEqual([0, 1, 2, 3, 4]);
});

test('the work of one question grows with the names, not with the ways between them', () => {
  const { reach, asked } = everyoneFromEveryone(30);
  expect(reach(0).size).toBe(30);
  expect(asked()).toBeLessThanOrEqual(30);
});
