import { expect, test } from 'vitest';
import { factsOf, printed, printExpression } from './printed.js';

function exportsOf(text: string): string[] {
  const facts = factsOf(text);
  return facts.exports.map((one) => {
    const typeOnly = 'typeOnly' in one ? 'type ' : '';
    if (one.is === 'all') return `* from ${one.specifier}`;
    if (one.is === 'from') return `${typeOnly}${one.name} = ${one.imported} from ${one.specifier}`;
    const value = printExpression(facts, one.value).replace(/#\d+/g, '');
    return one.is === 'equals' ? `= ${value}` : `${one.is === 'property' ? '.' : ''}${typeOnly}${one.name} = ${value}`;
  });
}

test.each<[string, string[]]>([
  ['export const a = 1, { b, c: [d] } = x; export let e;', ['a = a', 'b = b', 'd = d', 'e = e']],
  ['export function f(): void; export function f() {} export class C {} export enum E { A } export namespace N {}', ['f = f', 'C = C', 'E = E', 'N = N']],
  ['export interface I {} export type T = 1;', ['type I = I', 'type T = T']],
  ['export { a as b, c as default, d }; const a = 1; type d = 1;', ['b = a', 'default = ~c', 'type d = d']],
  ['const X = 1; type X = 2; export { X }; export default X;', ['type X = X', 'X = X', 'default = X', 'type default = X']],
  ["export * from 'a'; export * as b from 'b'; export { c, default as d, type T } from 'c'; export type { U } from 'd';", ['* from a', 'b = * from b', 'c = c from c', 'd = default from c', 'type T = T from c', 'type U = U from d']],
  ['export default async function () {}', ['default = default']],
  ['export default class {}', ['default = default']],
  ['export default { a: f() };', ['default = { a: ~f() }']],
  ['export = make();', ['= ~make()']],
  ['module.exports = { a }; module.exports.b = 1; exports.c = 2;', ['= { a: ~a }', '.b = 1', '.c = 2']],
  ['exports.a = exports.b = void 0; exports.a = x;', ['.a = ~x']],
  ['exports.a = exports.b = x;', ['.b = ~x', '.a = ~x']],
  ['Object.defineProperty(exports, "__esModule", { value: true }); Object.defineProperty(exports, "a", { enumerable: true, get: function () { return m.a; } });', ['.a = ~m.a']],
  ["__exportStar(require('./a'), exports); (0, tslib_1.__exportStar)(require('./b'), exports);", ['* from ./a', '* from ./b']],
  ['Object.assign(module.exports, { a: 1, b });', ['.a = 1', '.b = ~b']],
  ['function f(exports, module) { exports.a = 1; module.exports = 2; }', []],
  ['namespace N { export const a = 1 } declare module "x" { export const b: 1 }', []],
])('%s', (text, expected) => {
  expect(exportsOf(text)).toEqual(expected);
});

test('an exported expression is evaluated where it stands', () => {
  expect(printed(factsOf('export default create(1);'))).toEqual(['~create(1)']);
});

test('a JSON file exports its value', () => {
  const facts = factsOf('{ "a": [1, null] }', 'config.json');
  const [exported] = facts.exports;
  expect(exported?.is === 'equals' && printExpression(facts, exported.value)).toBe('{ a: [1, null] }');
});
