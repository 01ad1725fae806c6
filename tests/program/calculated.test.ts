import { describe, expect, it } from 'vitest';
import { linkText } from '../support/link-text.js';

/** What a parser gives for some texts. */
function givenBy(parser: string, ...texts: readonly string[]): readonly unknown[] {
  const { program } = linkText({ 'a.ts': `${parser}\n${texts.map((text, index) => `export const v${index} = parse(${text});`).join('\n')}` });
  const unit = program.units.get('a.ts');
  return texts.map((_, index) => (unit === undefined ? [] : program.engine.exportOf(unit, `v${index}`).values).map((value) => (value.is === 'literal' ? value.value : value.is)));
}

describe('a parser of the service gives for a known text what it calculates', () => {
  it.each([
    ['a pattern and a table', "const UNITS: Record<string, number> = { ms: 1, s: 1000 };\nfunction parse(t: string): number { const m = /^(\\d+)\\s*(ms|s)$/.exec(t); if (!m) throw new Error('x'); return Number(m[1]) * UNITS[m[2]!]!; }"],
    ['parts of a match', "function parse(t: string): number { const [, n, u] = t.match(/^(\\d+)(ms|s)$/) ?? []; return parseInt(n!, 10) * (u === 's' ? 1000 : 1); }"],
    ['named parts', "const parse = (t: string): number => { const { n, u } = /^(?<n>\\d+)(?<u>ms|s)$/.exec(t)!.groups!; return Number(n) * (u === 's' ? 1000 : 1); };"],
    ['ends one after the other', "function parse(t: string): number { if (t.endsWith('ms')) return Number(t.slice(0, -2)); if (t.endsWith('s')) return Number(t.slice(0, -1)) * 1000; return Number(t); }"],
    ['a chain of choices', "const parse = (t: string): number => t.endsWith('ms') ? parseFloat(t) : t.endsWith('s') ? parseFloat(t) * 1000 : parseInt(t);"],
    ['a switch', "function parse(t: string): number { const n = parseInt(t, 10); switch (t.replace(/[0-9.]+/, '')) { case 'ms': return n; case 's': return n * 1000; default: throw new Error('x'); } }"],
  ])('by %s', (_name, parser) => {
    expect(givenBy(parser, "'12s'", "'500ms'")).toEqual([[12_000], [500]]);
  });
});

describe('what it does not calculate stays what it was', () => {
  it.each([
    ['a text that nobody knows', 'const parse = (t: string): number => parseFloat(t) * 1000;', 'process.argv[2]'],
    ['the time', 'const parse = (t: string): number => Date.now() + parseFloat(t);', "'12s'"],
    ['a pattern that could take for ever', "const parse = (t: string): number => (/^(a+)+$/.test(t) ? 1 : 2);", "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab'"],
    ['a repeated choice', "const parse = (t: string): number => (/^(?:a|a)*$/.test(t) ? 1 : 2);", "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab'"],
    ['many repetitions side by side', "const parse = (t: string): number => (/^a*a*a*a*a*a*a*a*a*a*a*a*$/.test(t) ? 1 : 2);", "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab'"],
    ['a loop', 'function parse(t: string): number { let sum = 0; for (const c of t) sum += Number(c); return sum; }', "'12'"],
    ['what throws', "function parse(t: string): number { if (t.length > 0) throw new Error(t); return 5 * Number(t); }", "'x'"],
  ])('%s', (_name, parser, text) => {
    const [values] = givenBy(parser, text) as readonly (readonly unknown[])[];
    expect(values?.every((value) => typeof value !== 'number') || (values?.length ?? 0) > 1).toBe(true);
  });
});
