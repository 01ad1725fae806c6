import { expect, test } from 'vitest';
import { factsOf, printed, valuesOf } from './printed.js';

test('a name means the innermost declaration around it, also before that declaration', () => {
  const facts = factsOf(`const a = 1; function f() { use(a); { use(a); const a = 2; } } function g(a) { return a; } use(a, f);`);
  expect(printed(facts)).toEqual(['a#0 := 1', '~use(a#0, f#1)']);
  expect(printed(facts, 'f')).toEqual(['~use(a#0)', '~use(a#3)', 'a#3 := 2']);
  expect(printed(facts, 'g')).toEqual(['return a#4']);
});

test('var belongs to its function, let to its block', () => {
  const facts = factsOf(`function f() { if (x) { var a = 1; let b = 2; } for (var i of xs) {} try {} catch { var c = 3; } return [a, b, i, c]; }`);
  expect(printed(facts, 'f').at(-1)).toBe('return [a#1, ~b, i#2, c#3]');
});

test('catch variables, class names and named function expressions are seen inside only', () => {
  const facts = factsOf(`try {} catch (e) { use(e); } const F = function fact() { return fact; }; const C = class Own { m() { return Own; } }; use(e, fact, Own);`);
  expect(printed(facts).at(-1)).toBe('~use(~e, ~fact, ~Own)');
  expect(printed(facts, 'fact')).toEqual(['return fact#3']);
  expect(valuesOf(facts, 'fact')).toEqual(['fn fact']);
  expect(printed(facts, 'm')).toEqual(['return Own#4']);
});

test('default values see the other parameters but not the names of the body', () => {
  const facts = factsOf('const y = 0; function f(a, b = a, c = y) { const y = 1; return y; }');
  const [, second, third] = facts.functions[1]!.parameters;
  expect(second!.default).toMatchObject({ is: 'variable', binding: 2 });
  expect(third!.default).toMatchObject({ is: 'variable', binding: 0 });
});

test('a type and a constant of one name are two bindings; classes, interfaces and namespaces of one name are one', () => {
  const facts = factsOf('interface A { b: X } class A {} namespace A { export const c = 1 } type X = 1; const X = 2;');
  expect(facts.bindings.filter(({ name }) => name === 'A')).toHaveLength(1);
  expect(facts.types[0]).toMatchObject({ name: 'A', binding: 0, members: [{ name: 'b', type: { is: 'reference', binding: 1 } }] });
  expect(valuesOf(facts, 'A')).toEqual(['class A', '{ c: c#3 }']);
  expect(facts.bindings.map(({ name, kind }) => `${kind} ${name}`)).toEqual(['class A', 'type X', 'const X', 'const c']);
});

test('imports are bindings that know where they come from', () => {
  const facts = factsOf(`import a, * as b from 'm'; import { c, d as e, type T } from 'n'; import type { U } from 'o'; import f = require('p'); import g = b.h.i;`);
  expect(facts.bindings.map(({ name, from }) => [name, from?.specifier, from?.name, from?.typeOnly])).toEqual([
    ['a', 'm', 'default', undefined],
    ['b', 'm', '*', undefined],
    ['c', 'n', 'c', undefined],
    ['e', 'n', 'd', undefined],
    ['T', 'n', 'T', true],
    ['U', 'o', 'U', true],
    ['f', 'p', '=', undefined],
    ['g', undefined, undefined, undefined],
  ]);
  expect(valuesOf(facts, 'g')).toEqual(['b#1.h.i']);
  expect(facts.requests.map(({ specifier, how, typeOnly }) => [specifier, how, typeOnly])).toEqual([
    ['m', 'import', undefined],
    ['n', 'import', undefined],
    ['o', 'import', true],
    ['p', 'require', undefined],
  ]);
});

test('every assignment is a value of its binding and says in which function it stands', () => {
  const facts = factsOf('let a = 1; function f() { a = 2; a += 3; a++; }');
  expect(facts.bindings[0]!.values.map(({ by, operator, value }) => [by, operator, value.is])).toEqual([
    [0, undefined, 'literal'],
    [1, undefined, 'literal'],
    [1, '+=', 'literal'],
    [1, '++', 'literal'],
  ]);
  expect(printed(facts, 'f')).toEqual(['a#0 = 2', 'a#0 += 3', 'a#0 ++ 1']);
});

test('enums are objects that count on', () => {
  const facts = factsOf(`enum E { A, B = 5, C, D = 'd', F = 1 << 3, G = B | F, H = f(), I }`);
  expect(valuesOf(facts, 'E')).toEqual(['{ A: 0, B: 5, C: 6, D: "d", F: 8, G: 13, H: ~f(), I: opaque enum member counted from a computed one [] }']);
});

test('a namespace is a function called in place and an object of its exports', () => {
  const facts = factsOf('namespace N { export const a = 1; const b = 2; export function f() {} run(b); } namespace P.Q { export type T = 1 }');
  expect(printed(facts)).toEqual(['fn N()', 'fn P()']);
  expect(printed(facts, 'N')).toEqual(['a#2 := 1', 'b#3 := 2', '~run(b#3)']);
  expect(valuesOf(facts, 'N')).toEqual(['{ a: a#2, f: f#4 }']);
  expect(valuesOf(facts, 'P')).toEqual(['{ Q: Q#5 }']);
  expect(facts.exports).toEqual([]);
});

test('`declare global` gives the file its variables, not its types', () => {
  const facts = factsOf('declare global { var db: Db; namespace Express { interface Request { user: string } } } use(db); let r: Express.Request;');
  expect(printed(facts)).toEqual(['~use(db#0)']);
  expect(facts.bindings[1]!.type).toEqual({ is: 'global', name: 'Express.Request', arguments: [] });
});

test('functions and classes without a name take that of what they are assigned to', () => {
  const facts = factsOf(`const a = () => {}; b.c = function () {}; const o = { d: (async () => {}) as H, e() {} }; class F { g = () => {} } const H2 = class {};`);
  expect(facts.functions.filter(({ kind }) => kind !== 'initializer' && kind !== 'module').map(({ name, kind }) => `${kind} ${name}`)).toEqual([
    'arrow a',
    'function c',
    'arrow d',
    'method e',
    'arrow g',
  ]);
  expect(facts.classes.map(({ name }) => name)).toEqual(['F', 'H2']);
});
