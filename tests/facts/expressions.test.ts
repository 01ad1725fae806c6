import { expect, test } from 'vitest';
import type { CallExpression } from '#facts/types.js';
import { factsOf, printed, valuesOf } from './printed.js';

function firstLine(text: string): string | undefined {
  return printed(factsOf(text))[0];
}

function callIn(text: string): CallExpression {
  const [statement] = factsOf(text).functions[0]!.body;
  if (statement?.is !== 'expression' || statement.value.is !== 'call') throw new Error('no call');
  return statement.value;
}

test.each([
  ['a.b.post(1)', 'post'],
  ['/* c */ client . get ( 1 )', 'get'],
  ['fetch(1)', 'fetch'],
  ['a.b().c().d()', 'd'],
  ['(x, y)()', '(x'],
  ['this.__proto(1)', '__proto'],
  ['this.#pool.query(1)', 'query'],
])('a call is placed at the last name of its callee: %s', (text, name) => {
  expect(text.slice(callIn(text).at)).toMatch(new RegExp(`^${name.replace('(', '\\(')}`));
});

test('at the top of a module, await before a bracket is no call', () => {
  expect(JSON.stringify(factsOf('const a = await (await b()).c();').functions[0]?.body)).not.toContain('"name":"await"');
});

test('a call spans its whole expression', () => {
  const text = '/* before */ (await a).b().c(1, 2) ;';
  const { start, end } = callIn(text);
  expect(text.slice(start, end)).toBe('(await a).b().c(1, 2)');
});

test.each([
  ["a?.b?.(1)['c'][0][d]!.e", '~a.b?(1).c.0[~d].e'],
  ['x = y = z', '~x = ~y = ~z'],
  ['a && b || c ?? d', '(((~a && ~b) || ~c) ?? ~d)'],
  ['(0, a.b)(), c', '((0, ~a.b)(), ~c)'],
  ['`a${b}c${d}`', '`a${~b}c${~d}`'],
  ['`plain`', '"plain"'],
  ['-1 + +x', '(-1 + + ~x)'],
  ['f<A>(...xs, ...[1])', '~f(...~xs, ...[1])'],
  ['(x as const) satisfies T', '~x'],
  ['(x as unknown as T)!', '<~T>~x'],
  ["require('m').a", 'require m.a'],
  ["import('m').then(f)", 'import m.then(~f)'],
  ['import(m)', 'opaque import of a computed module [~m]'],
  ['function f(require) {} ({ a, b() {}, get c() { return 1 }, [d]: 1, ...e })', '{ a: ~a, b: fn b, get c: fn c, [~d]: 1, ...~e }'],
  ['import.meta.url.x', 'import.meta.url.x'],
  ['tag`a${1}`', '~tag(`a${1}`)'],
  ['new A.B(1).c()', 'new ~A.B(1).c()'],
  ['typeof void 0', 'typeof void 0'],
  ['x?.[y]', '~x[~y]'],
])('%s', (text, expected) => {
  expect(firstLine(text)).toBe(expected);
});

test('`require` is only the module loader as long as nobody declares it', () => {
  expect(printed(factsOf("function f(require) { require('x'); } require('y')"), 'f')).toEqual(['require#1("x")']);
});

test('JSX is not followed, yet what stands in it is evaluated', () => {
  expect(printed(factsOf('const x = <A b={f()} c="d" {...e}>text {g()} <B/></A>;', 'file.tsx'))).toEqual(['x#0 := opaque JSX [~f(), ~e, ~g(), opaque JSX []]']);
});

test('destructuring reads members; a value that is computed is kept in a temporary first', () => {
  const facts = factsOf('const { a, b: { c = 1, ...d }, [k]: e } = f(); const [g, , ...h] = xs; const { only } = await f();');
  expect(printed(facts)).toEqual([
    '#7 := ~f()',
    'a#0 := #7.a',
    'c#1 := (#7.b.c or 1)',
    'd#2 := #7.b.rest(c)',
    'e#3 := #7[~k]',
    'g#4 := ~xs.0',
    'h#5 := ~xs.rest(2)',
    'only#6 := await ~f().only',
  ]);
});

test('patterns in parameters, loops, catch clauses and assignments', () => {
  const facts = factsOf(`
    function f({ a, b = 1 }: T = {}, ...[c]) { return a; }
    for (const { d, e } of await list()) {}
    try {} catch ({ message: m }) {}
    let x, y; ({ x, y: y.z, ...x } = g()); [x = 2, y] = [y, x];`);
  expect(printed(facts, 'f')).toEqual(['a#3 := #6.a', 'b#4 := (#6.b or 1)', 'c#5 := #7.0', 'return a#3']);
  expect(facts.functions[1]!.parameters).toMatchObject([{ binding: 6, type: { name: 'T' }, default: { is: 'object' } }, { binding: 7, rest: true }]);
  expect(printed(facts)).toEqual([
    'of(#8 := await ~list()) #8 { #11 := each #8; d#9 := #11.d; e#10 := #11.e }',
    'try {  } { m#12 := #13.message } {  }',
    '(#14 = ~g(), x#1 = #14.x, y#2.z = #14.y, x#1 = #14.rest(x,y), #14)',
    '(#15 = [y#2, x#1], x#1 = (#15.0 or 2), y#2 = #15.1, #15)',
  ]);
  expect(valuesOf(facts, 'x')).toEqual(['#14.x', '#14.rest(x,y)', '(#15.0 or 2)']);
});

test('statements', () => {
  const facts = factsOf(`
    'use strict';
    label: for (let i = 0; i < 3; i++) { if (a) continue label; else if (b) break; else c(); }
    do { d(); } while (e);
    switch (f) { case 1: let g = 1; default: h(g); }
    try { i(); } catch { j(); } finally { k(); }
    for (const l in m) n(l);
    for await (o of p) {}
    await using q = r(); declare const s: T; let t;
    const u = 1, v = u;`);
  expect(printed(facts)).toEqual([
    'for(i#5 := 0) { if ~a { continue } { if ~b { break } { ~c() } } }',
    'do() { ~d() }',
    'switch ~f { g#6 := 1 } { ~h(g#6) }',
    'try { ~i() } { ~j() } { ~k() }',
    'in() ~m { l#7 := key ~m; ~n(l#7) }',
    'await-of() ~p { ~o = each ~p }',
    'q#0 := ~r()',
    'try { u#3 := 1; v#4 := u#3 } {  } { await q#0.[Symbol.asyncDispose]() }',
  ]);
  expect(facts.directives).toEqual(['use strict']);
});
