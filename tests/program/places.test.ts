import { describe, expect, it } from 'vitest';
import { libraries } from '#catalog/index.js';
import type { Library } from '#catalog/schema.js';
import { optionName, parsePlace } from '#program/parse-place.js';
import { placeOffset, placeValues } from '#program/places.js';
import { holds } from '#program/when.js';
import type { Value } from '#program/values.js';
import { linkText } from '../support/link-text.js';

const LIBRARY: Library = {
  package: 'lib', source: 'made up',
  same: [{ path: 'open().use()', is: 'open()' }, { path: 'make()', is: '' }],
  types: { Thing: 'open()' },
  resources: [{ create: 'make', is: 'client' }],
};

/** What stands at a place of the last call to a path, in words, with the line it is written on. */
function at(text: string, path: string, place: string): string {
  const { program, calls } = linkText({ 'a.ts': text }, { extraLibraries: [LIBRARY] });
  const { call, callee } = calls(path).at(-1) ?? expect.fail(`no call to ${path}`);
  const { values } = placeValues(program.engine, call, callee, place);
  const where = placeOffset(program.engine, call, callee, place);
  const line = where === undefined ? '' : ` @${text.slice(0, where.at).split('\n').length}`;
  return values.map(wordOf).sort().join('|') + line;
}

function wordOf(value: Value): string {
  if (value.is === 'literal') return JSON.stringify(value.value);
  return value.is === 'library' ? value.path : value.is;
}

// Property names and values; a platform's settings have paths of their own.
const NOT_PLACES = new Set(['offAt', 'classesAt', 'moduleAt', 'childrenAt']);

function placesIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return !NOT_PLACES.has(key) && (/^(?:at|orAt|from|callback|keys|handlers)$/.test(key) || key.endsWith('At')) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((inner) => placesIn(inner, key));
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, inner]) => (name === 'globs' || (name === 'settings' && 'handlerAt' in (inner as object)) ? [] : placesIn(inner, name))) : [];
}

const OPEN = "import lib, { open } from 'lib';\n";

describe('places', () => {
  it('are taken apart', () => {
    expect(parsePlace('of:chain:fallback:0')).toMatchObject({ scope: 'of', scopes: [{ is: 'of' }, { is: 'chain', name: 'fallback' }], argument: 0 });
    expect(parsePlace('0.adapter|0.max')).toMatchObject({ argument: 0, names: ['adapter'], within: { argument: 0, names: ['max'] } });
    expect(() => parsePlace('0 .max')).toThrow('not a place');
    expect(['1.timeout.request', '0?pool_timeout', 'chain:timeout:0', '0.useFactory().timeout', '0.a|0.max', '1'].map(optionName)).toEqual(['timeout.request', 'pool_timeout', 'timeout()', 'timeout', 'max', '']);
  });

  it('of the whole catalog can be taken apart', () => {
    const places = placesIn(libraries);
    expect(places.length).toBeGreaterThan(500);
    for (const place of places) if (place !== 'export') expect(() => parsePlace(place)).not.toThrow();
  });

  it.each([
    ['an argument', "open('x',\n 5)", 'open', '1', '5 @3'],
    ['the last argument', 'open(1, 2)', 'open', '-1', '2 @2'],
    ['all arguments from one on, arrays flattened', 'open(1, [2, 3], 4)', 'open', '1..', '2|3|4 @2'],
    ['any argument', "open('x',\n { a: 1 })", 'open', '*.a', '1 @3'],
    ['a property of an object literal', 'open({\n a: { b: 7 } })', 'open', '0.a.b', '7 @3'],
    ['a property that a spread brings', 'const base = {\n a: 1 };\nopen({ ...base })', 'open', '0.a', '1 @3'],
    ['a later spread', 'open({ a: 1, ...{ a: 2 } })', 'open', '0.a', '2 @2'],
    ['the option, not the constant it names', 'const A = 4;\nconst o = {\n a: A };\nopen(o)', 'open', '0.a', '4 @4'],
    ['elements', 'open([{ id: 1 }, { id: 2 }])', 'open', '0[].id', '1|2 @2'],
    ['elements further in', 'open({ all: [{ id: 1 }] })', 'open', '0.all[].id', '1 @2'],
    ['any property', 'open({ q: { a: 1, b: 2 } })', 'open', '0.q.*', '1|2 @2'],
    ['a name with a dot', "open({ 'grpc.max': 3 })", 'open', '0.grpc.max', '3 @2'],
    ['what is not there', 'open({ b: 1 })', 'open', '0.a', ''],
    ['a property of text', "open('x')", 'open', '0.timeout', ''],
    ['a property of text nobody knows', 'export const f = (id: string) => open(id);', 'open', '-1.timeout', ''],
    ['a property of options nobody knows', 'export const f = (options) => open(options);', 'open', '-1.timeout', 'unknown @2'],
    ['a query parameter', "open({ url: 'x://h/d?a=1&pool_timeout=20' })", 'open', '0.url?pool_timeout', '20 @2'],
    ['a query parameter that is absent', "open('x://h/d?b=1')", 'open', '0?a', ''],
    ['what a factory gives', 'open({ useFactory: async () => ({\n max: 2 }) })', 'open', '0.useFactory().max', '2 @3'],
    ['a place in the call that made a value', 'const a = lib.adapter({\n max: 9 });\nopen({ adapter: a })', 'open', '0.adapter|0.max', '9 @3'],
    ['headers without regard to case', "open({ headers: { 'idempotency-key': 'k' } })", 'open', '0.headers.Idempotency-Key', '"k" @2'],
    ['a Headers object', "const h = new Headers();\nh.set('Idempotency-Key', 'k');\nopen({ headers: h })", 'open', '0.headers.Idempotency-Key', '"k" @3'],
  ])('%s', (_name, code, path, place, expected) => {
    expect(at(OPEN + code, `lib|${path}`, place)).toBe(expected);
  });

  it.each([
    ['the creation', 'const t = open({\n max: 1 });\nt.run()', 'open().run', 'creation:0.max', '1 @3'],
    ['the creation, chained calls skipped', 'const t = open({ max: 1 }).use({ max: 2 });\nt.run()', 'open().run', 'creation:0.max', '1 @2'],
    ['the call to the left', 'open({ max: 1 }).use({ max: 2 }).run()', 'open().run', 'creation:0.max', '1 @2'],
    ['one creation further out', 'open({ max: 1 }).connect({ max: 5 }).run()', 'open().connect().run', 'creation:creation:0.max', '1 @2'],
    ['the nearer creation', 'open({ max: 1 }).connect({ max: 5 }).run()', 'open().connect().run', 'creation:0.max', '5 @2'],
    ['an instance that aliases map away', 'const c = lib.make({ t: 1 });\nc.get()', 'get', 'creation:0.t', '1 @2'],
    ['an instance derived from another', 'const c = lib.make({ t: 1 }).make({ u: 2 });\nc.get()', 'get', 'creation:0.t', '1 @2'],
    ['no creation of the shared instance', 'lib.get()', 'get', 'creation:0.t', ''],
    ['an unseen creation', "import type { Thing } from 'lib';\nexport function f(t: Thing) { t.run(); }", 'open().run', 'creation:0.max', 'unknown'],
    ['a call further right', 'open().insert().timeout(\n 3)', 'open().insert', 'chain:timeout:0', '3 @3'],
    ['a call in a later statement', 'const q = open().insert();\nq.timeout(3)', 'open().insert', 'chain:timeout:0', '3 @3'],
    ['a call on the value', 'const b = open();\nb.fallback(8);\nb.run()', 'open().run', 'of:chain:fallback:0', '8 @3'],
    ['a call on another value', 'const b = open();\nopen(1).fallback(8);\nb.run()', 'open().run', 'of:chain:fallback:0', ''],
    ['a property assigned on the value', 'const b = open();\nb.defaults.t = 6;\nb.run()', 'open().run', 'of:.defaults.t', '6 @3'],
    ['the value itself', 'const b = open();\nb.run()', 'open().run', 'of:', 'open()'],
  ])('%s', (_name, code, path, place, expected) => {
    expect(at(OPEN + code, `lib|${path}`, place)).toBe(expected);
  });

  it('a property assigned on the result, by another file', () => {
    const texts = { 'a.ts': "import { open } from 'lib';\nexport const s = open();", 'b.ts': "import { s } from './a.js';\ns.limit = 5;" };
    const { program, calls } = linkText(texts, { extraLibraries: [LIBRARY] });
    const { call, callee } = calls('lib|open')[0] ?? expect.fail();
    expect(placeValues(program.engine, call, callee, 'result:.limit').values.map(wordOf)).toEqual(['5']);
    expect(placeOffset(program.engine, call, callee, 'result:.limit')?.frame.unit.path).toBe('b.ts');
  });

  it('differ by caller', () => {
    const { program, calls } = linkText({ 'a.ts': `${OPEN}function make(ms) { const t = open({ ms }); t.run(); return t; }\nmake(1); make(2);` }, { extraLibraries: [LIBRARY] });
    const found = calls('lib|open().run').filter(({ call }) => call.frame.given !== undefined);
    expect(found.map(({ call, callee }) => placeValues(program.engine, call, callee, 'creation:0.ms').values.map(wordOf))).toEqual([['1'], ['2']]);
  });

  it('decide conditions', () => {
    const { program, calls } = linkText({ 'a.ts': `${OPEN}open('a'); open(lib.name()); open('b');` }, { extraLibraries: [LIBRARY] });
    expect(calls('lib|open').map(({ call, callee }) => holds(program.engine, call, callee, { at: '0', is: ['a'] }))).toEqual([true, undefined, false]);
  });
});

describe('what registrations attach', () => {
  const POOL = "import Fastify from 'fastify';\nimport { Pool } from 'pg';\nimport postgres from '@fastify/postgres';\nconst app = Fastify();\n";

  it('decorations are members of the application', () => {
    const { calls } = linkText({ 'a.ts': `${POOL}app.decorate('db', new Pool({ max: 3 }));\napp.get('/', async () => app.db.query('SELECT 1'));` });
    expect(calls('pg|Pool().query')).toHaveLength(1);
  });

  it('a plugin gives its member, made by the registration', () => {
    const { program, calls } = linkText({ 'a.ts': `${POOL}app.register(postgres, { max: 3 });\napp.get('/', async () => app.pg.query('SELECT 1'));` });
    const { call, callee } = calls('@fastify/postgres|register().query')[0] ?? expect.fail();
    expect(placeValues(program.engine, call, callee, 'creation:1.max').values.map(wordOf)).toEqual(['3']);
  });
});
