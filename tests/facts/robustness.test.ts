import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collectFacts } from '#facts/collect-facts.js';
import { prescan } from '#facts/prescan.js';
import { decodeFacts, encodeFacts } from '#facts/serialise.js';
import { factsOf, printed } from './printed.js';

const WORDS = ['const', 'let', 'var', 'function', 'class', 'a', 'b', '(', ')', '{', '}', '[', ']', '=>', '=', ',', ';', ':', '.', '?.', '...', '`', '${', "'", '/', '*', '<', '>', '@', '#', 'import', 'export', 'default', 'from', 'as', 'type', 'interface', 'enum', 'namespace', 'new', 'async', 'await', 'yield', 'for', 'of', 'in', 'if', 'else', 'try', 'catch', 'switch', 'case', 'return', 'static', 'get', 'extends', 'seamlint-disable', '//', '\n', ' ', '1', '++', '&&', '!', 'this', 'super', '\u0000', '\\u0061', 'exports', 'module'];

test('no text makes it throw, and what it yields survives encoding', () => {
  const text = fc.oneof(fc.string(), fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' ')), fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join('')));
  fc.assert(
    fc.property(text, fc.constantFrom('a.ts', 'a.tsx', 'a.js', 'a.json', 'a.d.ts', 'constructor'), (source, path) => {
      const facts = collectFacts(path, source, 'hash');
      expect(decodeFacts(encodeFacts(facts))).toEqual(facts);
      prescan(source);
    }),
    { numRuns: 3000 },
  );
});

test('broken code still yields the facts of what is whole', () => {
  const facts = factsOf('const a = f(1); const = ; function g( { return 1; } class { x = } g(a');
  expect(facts.errors.length).toBeGreaterThan(0);
  expect(facts.errors.length).toBeLessThanOrEqual(5);
  expect(facts.errors[0]).toMatchObject({ line: 1 });
  expect(printed(facts)[0]).toBe('a#0 := ~f(1)');
  expect(factsOf('interface A { [key: string] } function f( = 1: A) {} f(a.').functions).toHaveLength(2);
});

const MANY = 20_000;

test.each([
  ['operators', `x = ${'f() + '.repeat(MANY)} 1`],
  ['logical operators', `x = ${'f() && '.repeat(MANY)} 1`],
  ['commas', `${'f(), '.repeat(MANY)} 1`],
  ['calls', `a${'.b()'.repeat(MANY)}`],
  ['members', `x = a${'.b'.repeat(MANY)}`],
  ['casts', `x = a${' as B'.repeat(MANY)}`],
  ['qualified names', `let x: a${'.b'.repeat(MANY)}; let y: typeof a${'.b'.repeat(MANY)};`],
  ['array types', `let x: a${'[]'.repeat(MANY)}`],
  ['statements', 'f();'.repeat(MANY)],
  ['interfaces', Array.from({ length: MANY }, (_, i) => `export interface A${i} { a: A${i + 1} }`).join('\n')],
])('%s in their thousands', (_name, text) => {
  const facts = factsOf(text);
  expect(decodeFacts(encodeFacts(facts))).toEqual(facts);
});

test('long chains keep their calls, in order, without nesting deeply', () => {
  const facts = factsOf(`x = ${Array.from({ length: 1000 }, (_, i) => `f${i}()`).join(' + ')};`);
  expect(JSON.stringify(facts).match(/"name":"f\d+"/g)!.length).toBeGreaterThanOrEqual(1000);
  expect(facts.gaps).toEqual([]);
  expect(depthOf(facts)).toBeLessThan(1000);
});

test('a long `else if` chain becomes a switch', () => {
  const facts = factsOf(Array.from({ length: 300 }, (_, i) => `if (a === ${i}) f${i}();`).join(' else ') + ' else g();');
  const [statement] = facts.functions[0]!.body;
  expect(statement).toMatchObject({ is: 'switch', value: { value: true } });
  expect(statement!.is === 'switch' && statement.cases.length).toBe(301);
});

test.each([
  ['parentheses', (deep: number) => `x = ${'('.repeat(deep)}1${')'.repeat(deep)}`],
  ['arrays', (deep: number) => `x = ${'['.repeat(deep)}1${']'.repeat(deep)}`],
  ['calls', (deep: number) => `${'f('.repeat(deep)}1${')'.repeat(deep)}`],
  ['functions', (deep: number) => `${'f(() => {'.repeat(deep)}1${'})'.repeat(deep)}`],
  ['disposals', (deep: number) => 'using a = b();\n'.repeat(deep)],
  ['blocks', (deep: number) => `${'{'.repeat(deep)}f()${'}'.repeat(deep)}`],
  ['patterns', (deep: number) => `const ${'{a:'.repeat(deep)}b${'}'.repeat(deep)} = c`],
  ['types', (deep: number) => `let x: ${'A<'.repeat(deep)}B${'>'.repeat(deep)}`],
  ['templates', (deep: number) => `x = ${'`${'.repeat(deep)}1${'}`'.repeat(deep)}`],
  ['conditionals', (deep: number) => `x = ${'a ? '.repeat(deep)}1${' : 2'.repeat(deep)}`],
  ['unclosed', (deep: number) => `${'[{('.repeat(deep)}`],
])('%s nested too deeply are a gap, never a crash', (_name, text) => {
  for (const deep of [100, 400, 3000, 30_000]) {
    const facts = factsOf(text(deep));
    expect(facts.functions[0]).toMatchObject({ kind: 'module', parent: -1 });
    if (deep >= 30_000) expect(facts.gaps.length + facts.errors.length).toBeGreaterThan(0);
    encodeFacts(facts);
  }
});

test('a file that exhausts the parser leaves nothing behind for the next one', () => {
  const text = 'const f = (a) => a; x = (b, c);';
  const before = factsOf(text);
  factsOf(`x = (b, c); ${'('.repeat(30_000)}`);
  expect(factsOf(text)).toEqual(before);
});

test('prescan sees depth and width without parsing', () => {
  expect(prescan('a([{}]) // ((((\n"((((" /* ((( */ `((( ${ [[]] } (((`')).toEqual({ maxDepth: 3, longestLine: 36, hasNul: false });
  expect(prescan('x\0')).toMatchObject({ hasNul: true });
  expect(prescan('('.repeat(100_000)).maxDepth).toBe(100_000);
});

test('any change to encoded facts is noticed', () => {
  const encoded = encodeFacts(factsOf('export const a = f({ b: [1, 2.5, -3, "x", null, true] }); class C {}'));
  expect(decodeFacts(encoded)).toBeDefined();
  for (const bad of ['', '{}', 'null', encoded.slice(1), encoded.slice(0, -1), `${encoded} `, encoded.replace(/facts \d+/, 'facts 0')]) expect(decodeFacts(bad)).toBeUndefined();
  fc.assert(fc.property(fc.nat(encoded.length - 1), fc.constantFrom('#', '_', '"', '\n'), (at, char) => {
    const changed = encoded.slice(0, at) + char + encoded.slice(at + 1);
    expect(changed === encoded || decodeFacts(changed) === undefined).toBe(true);
  }));
});

test('a declared value and its binding are one object, also after decoding', () => {
  const facts = decodeFacts(encodeFacts(factsOf('const a = f();')))!;
  const [statement] = facts.functions[0]!.body;
  expect(statement).toMatchObject({ is: 'declare' });
  expect(statement!.is === 'declare' && statement.value).toBe(facts.bindings[0]!.values[0]!.value);
});

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let deepest = 0;
  for (const inner of Object.values(value)) deepest = Math.max(deepest, depthOf(inner));
  return deepest + 1;
}
