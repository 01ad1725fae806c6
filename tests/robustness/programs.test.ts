import { expect, test } from 'vitest';
import { lint } from '#linter/lint.js';
import { defaultOptions } from '#linter/options.js';
import type { LintResult } from '#linter/types.js';
import { buildModel } from '#model/build-model.js';
import { linkProgram } from '#program/link-program.js';
import { realAnalysis } from '../support/analysis.js';
import { temporaryFolder } from '../support/temporary-folder.js';

// Programs that make an evaluator go round, dive or explode. Around each stands a handler whose findings must not be lost.
const HEAD = "import express from 'express';\nimport axios from 'axios';\nconst app = express();\n";
const TAIL = "\nfunction use(x: any) { return x; }\napp.get('/kept', async (q, r) => { use(ASKED); r.json(await axios.get('http://kept')); });\napp.listen(3000);\n";

function many(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join('\n');
}

function resultOf(files: Readonly<Record<string, string>>): LintResult {
  const folder = temporaryFolder({ 'package.json': '{"name":"x","dependencies":{"express":"^4","axios":"^1","pg":"^8"}}', ...files });
  return lint({ ...defaultOptions(folder), cache: false }, { analysis: realAnalysis });
}

const PROGRAMS: Readonly<Record<string, readonly [body: string, asked: string]>> = {
  'names that double': [`function f(p: any) { const a0 = p; ${many(60, (i) => `const a${i + 1} = [a${i}, a${i}];`)} return () => a60; }`, 'f(1)()'],
  'texts that double': [`const a0 = 'x'; ${many(60, (i) => `const a${i + 1} = a${i} + a${i};`)}`, 'a60'],
  'templates that double': [`const a0 = q; ${many(60, (i) => `const a${i + 1} = \`\${a${i}}-\${a${i}}\`;`)}`, 'a60'],
  'lists that double': [`const a0 = [1, 2]; ${many(60, (i) => `const a${i + 1} = [...a${i}, ...a${i}];`)}`, 'a60'],
  'arguments that double': ['const fn = (...args: any[]): any => fn(...args, ...args);', 'fn(1, 2)'],
  'objects that double': [`const a0 = { x: 1 }; ${many(60, (i) => `const a${i + 1} = { ...a${i}, ...a${i} };`)}`, 'a60.x'],
  'types that double': [`class Q { go() { return axios.get('http://q'); } } type T0 = Q; ${many(60, (i) => `type T${i + 1} = T${i} | T${i};`)} declare const t: T60;`, 't.go()'],
  'calls that double': [`function g0(x: any) { return x; } ${many(40, (i) => `function g${i + 1}(x: any) { g${i}(x); return g${i}([x]); }`)}`, 'g40(1)'],
  'closures that double': [`function g0(f: any) { return f(); } ${many(20, (i) => `function g${i + 1}(f: any) { g${i}(() => f()); return g${i}(() => [f()]); }`)}`, 'g20(() => 1)'],
  'loops in loops': [`const L = [1, 2, 3, 4, 5, 6, 7, 8]; ${many(12, (i) => `for (const x${i} of L) {`)} axios.get('http://l' + x0 + x11); ${'}'.repeat(12)}`, '1'],
  'long lists in loops': [`const L = [${many(64, (i) => `${i},`)}]; for (const a of L) for (const b of L) for (const c of L) axios.get('http://l' + a + b + c);`, '1'],
  'routers in routers': [`const r0 = express.Router(); r0.get('/', (q, r) => r.end()); ${many(60, (i) => `const r${i + 1} = express.Router(); r${i + 1}.use('/a', r${i}); r${i + 1}.use('/b', r${i});`)} app.use(r60);`, '1'],
  'a router in itself': ["const r = express.Router(); r.use('/a', r); r.use(r); app.use(r); app.use(app); r.get('/', (q, s) => s.end());", '1'],
  'classes that hold themselves': ['class A extends A { x = new A(this); m() { return this.x.m(); } } class B extends (B as any) {} class C extends D { y = new D(); } class D extends C { z = new C(); } class E extends mix(E) {} function mix(x: any) { return class extends x {}; }', 'new A().m() + new C().z'],
  'types of themselves': ['type T = T; type U = U[]; type W<X> = W<W<X>>; interface I extends I { a: I } interface J extends K {} interface K extends J { u: K["u"] } declare const t: T; declare const w: W<string>; declare const i: I; declare const j: J; const q: typeof q = q;', '[t, w, i.a.a.b, j.u, q.r]'],
  'values of themselves': ['const o: any = { ...o, x: o, ...{ ...o } }; const l: any = [...l, ...l]; const p = Object.assign(p, p, { p }); const [a = a, ...b] = b; const { c = c, ...d } = d; o.x.x = o; l.push(l, ...l); let y: any = () => y; y = y(y)(y); function F(): any { return F; } F.prototype = F; F.prototype.constructor = F; F.F = F;', '[o.x.x.y, l[0][0], p.p.p, a, c, y, F()()]'],
  'what decorators keep, and promises, of themselves': ['const kept = new WeakMap<object, any>(); function get(path: string) { return (target: any) => { let list: any; list = list ?? []; kept.set(target, list); }; } function odd(target: any) { var x = y; var y = x; kept.set(target, x); } class R { @get("/r") a() {} @odd b() {} } for (const { path } of kept.get(R.prototype)) app.get(path, use); async function ends() { const c: any = await pool.connect(); const rows: any = rows.then(use); return rows.then(use).finally(() => c.release()); } function filled() { const out: any = {}; for (const [k, v] of Object.entries(out)) out[k] = typeof v === "object" ? out[k] : filled(); return out; } const pool: any = new (require("pg").Pool)();', '[ends(), filled().x]'],
  'functions of themselves': ['const Y = (f: any) => ((x: any) => x(x))((x: any) => f((y: any) => x(x)(y))); const loop = Y((self: any) => (n: any) => self(n)); const grow = (x: any): any => grow([x]); const wrap = (f: any): any => wrap(() => f);', '[loop(1), grow(1), wrap(use)]'],
  'getters in a circle': [`class G { ${many(100, (i) => `get g${i}() { return this.g${(i + 1) % 100}; }`)} *[Symbol.iterator]() { yield* this; } } const g: any = new G(); for (const x of g) use(x);`, 'g.g0'],
  'chains of names': [many(3000, (i) => `const a${i}: any = a${i + 1};`), 'a0'],
  'a chain of classes': [`class C0 { m() { return axios.get('http://c'); } } ${many(300, (i) => `class C${i + 1} extends C${i} { m() { return super.m(); } }`)}`, 'new C300().m()'],
  'thousands of classes': [many(2000, (i) => `class C${i} { run() { return axios.get('http://c${i}'); } }`) + `declare const c: ${Array.from({ length: 500 }, (_, i) => `C${i}`).join(' | ')};`, 'c.run()'],
  'a giant union': [`type T = ${Array.from({ length: 10_000 }, (_, i) => `'t${i}'`).join(' | ')}; declare const t: T;`, 't'],
  'a giant list': [`const a = [${many(20_000, (i) => `{ id: ${i} },`)}]; for (const x of a) use(x.id);`, 'a[7].id'],
  'a giant object': [`const a: any = { ${many(20_000, (i) => `k${i}: ${i},`)} }; for (const k in a) use(a[k]);`, 'Object.values(a)'],
  'a giant switch': [`function s(x: number) { switch (x) { ${many(3000, (i) => `case ${i}: return axios.get('http://s${i}');`)} } }`, 's(1)'],
  'tests of kept values in a row': [`let kept: any; function s() { ${many(3000, (i) => `if (kept) return kept; kept = ${i};`)} return kept; }`, 's()'],
  'many statements': [many(30_000, (i) => `use(${i});`), '1'],
  'values that alternate': [`let v: any; ${many(3000, (i) => `v = () => axios.get('http://v${i}');`)}`, 'v()'],
  'a long builder': [`class B { constructor(private o: any) {} set(k: string, v: any) { return new B({ ...this.o, [k]: v }); } build() { return this.o; } } const b = new B({})${many(200, (i) => `.set('k${i}', ${i})`)}.build();`, 'b.k3'],
  'numbers out of range': ['const n = 2 ** 1024, m = 5 % 0, s = 1 << 9999, b = 10n ** 1000n, z = -b; setTimeout(use, 1e400); axios.get("http://n", { timeout: n / m });', "[n, m, s, b * b, 'x'.repeat(1e9), new Array(1e9).fill(0)]"],
  'names that objects have': ["const o: any = { __proto__: null, constructor: 1, toString() { return 1; }, hasOwnProperty: 3, ['__proto__']: 4 }; class K { static prototype2 = 1; toString() { return 'x'; } ['__proto__']() {} static hasOwnProperty() {} } const __proto__ = 1; function hasOwnProperty() {} const constructor: any = new K(); app.constructor('/'); axios.__proto__(); axios.create({ toString: 1, __proto__: { timeout: 1 }, constructor: 2 }); process.env.constructor;", '[o.constructor, o.__proto__, o.toString(), o.valueOf(), constructor.constructor.constructor, constructor.toString()]'],
};

test.each(Object.entries(PROGRAMS))('%s', (_name, [body, asked]) => {
  const text = HEAD + body + TAIL.replace('ASKED', () => asked);
  const kept = text.slice(0, text.indexOf("app.get('/kept'")).split('\n').length;
  const { findings, incidents, skipped } = resultOf({ 'src/app.ts': text });
  expect(findings.some(({ verdict }) => verdict.verdict === 'violated' && verdict.site.line === kept)).toBe(true);
  expect(skipped).toEqual([]);
  // Limits may be reached and are told; nothing broke.
  expect(incidents.filter(({ repeatable }) => repeatable !== true)).toEqual([]);
});

test('files that import and export each other and themselves', () => {
  const files = {
    'src/a.ts': "export * from './a.js'; export * from './b.js'; export { x as y, y as x } from './a.js'; import * as self from './a.js'; export { self }; export const one = self.self.self.two;",
    'src/b.ts': "export * from './a.js'; import def, { one, x, gone } from './a.js'; export const two = one; export default def; gone(); x();",
    'src/c.cjs': "module.exports = require('./c.cjs'); exports.x = exports.y; exports.y = exports.x; module.exports.z = module.exports; require('./c.cjs').z.z.x();",
    'src/app.ts': `${HEAD}import { one, two, x, self } from './a.js'; import c from './c.cjs'; use(one); two(); x.y(); self.self.gone(); c.z.z.z();${TAIL.replace('ASKED', '1')}`,
  };
  const { incidents, findings } = resultOf(files);
  expect(incidents).toEqual([]);
  expect(findings.some(({ verdict }) => verdict.site.file === 'src/app.ts' && verdict.verdict === 'violated')).toBe(true);
});

test('the order of files changes nothing', () => {
  const names = Array.from({ length: 30 }, (_, i) => `src/f${(i * 11) % 30}.ts`);
  const files = Object.fromEntries(names.map((name, i) => [name, `import axios from 'axios';\nimport * as next from './f${(i * 7 + 1) % 30}.js';\nexport class C${i} { go(x: any) { return x ? axios.get('http://h', { timeout: ${i} }) : new next.C${(i + 1) % 30}().go(x); } }\nexport const go = (x: any) => new C${i}().go(next.go(x));\n`]));
  const app = HEAD + many(30, (i) => `import { go as g${i} } from './f${i}.js'; app.get('/r${i}', async (q, r) => r.json(await g${i}(q)));`) + TAIL.replace('ASKED', '1');
  const folder = temporaryFolder({ 'package.json': '{"name":"x","dependencies":{"express":"^4","axios":"^1"}}', ...files, 'src/app.ts': app });
  const inOrder = (order: <T>(list: T[]) => T[]) => {
    const analysis: typeof realAnalysis = { ...realAnalysis, link: (project, facts, configuration) => realAnalysis.link(project, new Map(order([...facts])), configuration) };
    const { durationMs: _, rules: __, ...result } = lint({ ...defaultOptions(folder), cache: false }, { analysis });
    return JSON.stringify(result);
  };
  const right = inOrder((list) => list);
  expect(right).toContain('f7.ts');
  expect(inOrder((list) => list.reverse())).toBe(right);
  expect(inOrder((list) => list.map((item, i) => ({ item, at: (i * 17) % 31 })).sort((a, b) => a.at - b.at).map(({ item }) => item))).toBe(right);
});

test('when the evaluations are used up the rest is unknown, the same each time, and said', () => {
  const folder = temporaryFolder({ 'package.json': '{"name":"x","dependencies":{"express":"^4","axios":"^1"}}', 'src/app.ts': HEAD + many(60, (i) => `const a${i} = [${i}, a${i + 1}];`) + TAIL.replace('ASKED', 'a0') });
  const within = (maxEvaluations: number) => {
    const analysis: typeof realAnalysis = { ...realAnalysis, link: (project, files) => () => buildModel(linkProgram({ project, files, maxEvaluations })) };
    return lint({ ...defaultOptions(folder), cache: false }, { analysis });
  };
  for (const budget of [0, 5, 25, 50]) {
    const { incidents, findings } = within(budget);
    expect(incidents.map(({ where, repeatable }) => `${where} ${repeatable}`)).toContain('number of evaluations true');
    expect(within(budget).findings).toEqual(findings);
  }
  expect(within(1_000_000).incidents).toEqual([]);
});
