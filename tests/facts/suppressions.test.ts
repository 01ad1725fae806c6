import { expect, test } from 'vitest';
import { factsOf } from './printed.js';

function suppressionsOf(text: string, path?: string): string[] {
  return factsOf(text, path).suppressions.map(({ kind, rules, reason, line }) => `${line} ${kind} ${rules.join('+')}: ${reason}`);
}

test.each<[string, string[]]>([
  ['// seamlint-disable-next-line a, b -- it is fine\nf();', ['1 disable-next-line a+b: it is fine']],
  ['f(); // seamlint-disable-line a', ['1 disable-line a: ']],
  ['/* seamlint-disable a -- because\n   of it */\nf();\n/* seamlint-enable a */', ['1 disable a: because    of it', '4 enable a: ']],
  ['/*\n seamlint-disable-next-line a -- b\n*/\nf();', ['3 disable-next-line a: b']],
  ['// seamlint-disabel a', ['1 malformed a: ']],
  ['// seamlint-disable-next-line a? -- b', ['1 malformed : b']],
  ['// see seamlint-disable-line in the docs', []],
  ['const s = "// seamlint-disable-line a"; const r = /\\/\\/ seamlint-disable-line a/;', []],
  ['const t = `// seamlint-disable-line a ${x /* seamlint-disable-line b */} // seamlint-disable-line c`;', ['1 disable-line b: ']],
  ['f(a /* seamlint-disable-line a */, /* seamlint-disable-line b */ c); function g() { /* seamlint-disable-line d */ }', ['1 disable-line a: ', '1 disable-line b: ', '1 disable-line d: ']],
  ['// "\n// seamlint-disable-line a\n// /* seamlint-disable-line b', ['2 disable-line a: ']],
])('%s', (text, expected) => {
  expect(suppressionsOf(text)).toEqual(expected);
});

test('text between JSX tags is no comment', () => {
  const text = '<div title="// seamlint-disable-line a">\n// seamlint-disable-line b\n{/* seamlint-disable-line c */}</div>';
  expect(suppressionsOf(text, 'file.tsx')).toEqual(['3 disable-line c: ']);
});
