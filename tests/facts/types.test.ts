import { expect, test } from 'vitest';
import { factsOf, printType, typeOf } from './printed.js';

test.each([
  ['string', 'string'],
  ['readonly Foo[]', '~Foo[]'],
  ['Promise<A.B<string>>', '~Promise<~A.B<string>>'],
  ['Local.Inner<1>', 'Local#0.Inner<1>'],
  ['Iface', 'Iface#1'],
  ["'a' | -1 | true | null | undefined", '("a" | -1 | true | null | undefined)'],
  ['A & { b?: string; c(): void; (x: 1): 2; new (): A; [k: string]: D; get e(): F }', '(~A & { b?: string, c: () => void, (): (1) => 2, new (): () => ~A, []: ~D, e: ~F })'],
  ['(a: A, ...b: B[]) => Promise<void>', '(~A, ~B[]) => ~Promise<void>'],
  ['new (a: A) => B', '{ new (): (~A) => ~B }'],
  ['[a: A, b?: B, ...C[]]', '[~A, ~B, unknown]'],
  ['typeof local.member', 'typeof ~local.member'],
  ["Iface['a']", "Iface#1['a']"],
  ['keyof A', 'unknown'],
  ['A extends B ? C : D', 'unknown'],
  ['{ [K in A]: B }', 'unknown'],
  ["import('m').A.B<string>", 'import m A B<string>'],
  ["typeof import('m')", 'typeof require m'],
  ['(x: unknown) => x is A', '(unknown) => boolean'],
  ['`a${string}`', 'string'],
  ['this', '~this'],
])('%s', (text, expected) => {
  const facts = factsOf(`import * as Local from 'm'; interface Iface {} let x: ${text};`);
  expect(typeOf(facts, 'x')).toBe(expected);
});

test('interfaces of one name are merged; type parameters hide outer types', () => {
  const facts = factsOf('type T = 1; interface A<T> extends B<T> { a: T } interface A<T> { b<U>(x: U): T } function f<T>(x: T): T { return x; }');
  const type = facts.types.find(({ name }) => name === 'A')!;
  expect(type.parameters).toEqual(['T']);
  expect(type.extends.map((one) => printType(facts, one))).toEqual(['~B<~T>']);
  expect(type.members.map((member) => `${member.name}: ${printType(facts, member.type)}`)).toEqual(['a: ~T', 'b: (~U) => ~T']);
  expect(facts.functions[1]).toMatchObject({ typeParameters: ['T'], returns: { is: 'global', name: 'T' } });
  expect(facts.types.filter(({ name }) => name === 'A')).toHaveLength(1);
});
