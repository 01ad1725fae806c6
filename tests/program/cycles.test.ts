import { expect, it } from 'vitest';
import { MAX_EVALUATION_DEPTH } from '#program/engine.js';
import { placeValues } from '#program/places.js';
import { linkText } from '../support/link-text.js';

const LIBRARY = { package: 'lib', source: 'made up', same: [{ path: 'default', is: '' }], operations: [{ call: 'call', is: 'sleep', effect: 'none', see: 'made up' }] } as const;

/** What the calls are given, asked in the order of their positions given. */
function answers(text: string, order: readonly number[]): readonly (readonly unknown[])[] {
  const { program, calls } = linkText({ 'a.ts': text }, { extraLibraries: [LIBRARY] });
  const asked = calls('lib|call');
  const found: (readonly unknown[])[] = asked.map(() => []);
  for (const position of order) {
    const one = asked[position];
    if (one === undefined) throw new Error(`there are ${String(asked.length)} calls`);
    found[position] = placeValues(program.engine, one.call, one.callee, '0').values.map((value) => (value.is === 'literal' ? value.value : value.is)).sort();
  }
  expect(program.engine.limits.hits.all).toEqual([]);
  return found;
}

it.each([[[0, 1, 2]], [[0, 2, 1]], [[1, 0, 2]], [[1, 2, 0]], [[2, 0, 1]], [[2, 1, 0]]])('values that are given on in a circle are known whichever is asked first (%j)', (order) => {
  const circle = ["import lib from 'lib';", 'let a = 1, b = 2, c = 3;', 'a = b; b = c; c = a;', 'lib.call(a);', 'lib.call(b);', 'lib.call(c);'].join('\n');
  expect(answers(circle, order)).toEqual([[1, 2, 3], [1, 2, 3], [1, 2, 3]]);
});

it.each([[[0, 1]], [[1, 0]]])('functions that call each other give back what either does, whichever is asked first (%j)', (order) => {
  const circle = [
    "import lib from 'lib';",
    'function even(n: number) { if (n === 0) return 10; return odd(n - 1); }',
    'function odd(n: number) { if (n === 1) return 20; return even(n - 1); }',
    'const n = Number(process.argv[2]);',
    'lib.call(even(n));',
    'lib.call(odd(n));',
  ].join('\n');
  expect(answers(circle, order)).toEqual([[10, 20], [10, 20]]);
});

it.each([[[0, 1]], [[1, 0]]])('a circle longer than one evaluation goes down is evaluated all the same (%j)', (order) => {
  const links = MAX_EVALUATION_DEPTH * 3;
  const half = links / 2;
  const circle = [
    "import lib from 'lib';",
    ...Array.from({ length: links }, (_, link) => `let v${String(link)} = ${link === 0 ? '1' : link === half ? '2' : 'undefined as never'};`),
    ...Array.from({ length: links }, (_, link) => `v${String(link)} = v${String((link + 1) % links)};`),
    'lib.call(v0);',
    `lib.call(v${String(half + 1)});`,
  ].join('\n');
  const known = (values: readonly unknown[]) => values.filter((value) => typeof value === 'number');
  expect(answers(circle, order).map(known)).toEqual([[1, 2], [1, 2]]);
});

/** A graph of variables that are given each other, and what each can be. */
function randomGraph(seed: number): { readonly text: string; readonly reached: readonly (readonly number[])[] } {
  let state = seed;
  const next = (below: number) => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
  const size = 12;
  const given = Array.from({ length: size }, () => [next(size), next(size)]);
  const own = Array.from({ length: size }, (_, at) => (next(3) === 0 ? [at] : []));
  const text = [
    "import lib from 'lib';",
    ...own.map((values, at) => `let v${String(at)}${values.map((value) => ` = ${String(value)}`).join('')};`),
    ...given.flatMap((others, at) => others.map((other) => `v${String(at)} = v${String(other)};`)),
    ...own.map((_, at) => `lib.call(v${String(at)});`),
  ].join('\n');
  const reached = own.map((_, at) => {
    const seen = new Set([at]);
    for (const one of seen) for (const other of given[one] ?? []) seen.add(other);
    return [...seen].flatMap((one) => own[one] ?? []).sort();
  });
  return { text, reached };
}

it.each(Array.from({ length: 12 }, (_, seed) => seed + 1))('whatever values are given on in circles of circles, the order of asking changes nothing (%i)', (seed) => {
  const { text, reached } = randomGraph(seed);
  const forwards = reached.map((_, at) => at);
  const known = (values: readonly unknown[]) => values.filter((value) => typeof value === 'number');
  expect(answers(text, forwards).map(known)).toEqual(reached);
  expect(answers(text, forwards.toReversed()).map(known)).toEqual(reached);
});
