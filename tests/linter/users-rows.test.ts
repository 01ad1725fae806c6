import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { libraries } from '#catalog/index.js';
import { lint } from '#linter/lint.js';
import { defaultOptions } from '#linter/options.js';
import { LibraryIndex } from '#program/library-index.js';
import type { LintResult } from '#linter/types.js';
import { realAnalysis } from '../support/analysis.js';
import { readOwn } from '../support/own-files.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const HTTP = `
export async function callPartner(path: string, body: unknown) {
  return fetch('https://partner.example.com' + path, { method: 'POST', body: JSON.stringify(body) });
}
export async function unknownToRows() {
  return fetch('https://partner.example.com/other');
}
export async function readBoth() {
  return callPartner('/both', {});
}
export class PartnerClient {
  constructor(private readonly options: { limit: number }) {}
  charge(amount: number) { return fetch('https://partner.example.com/charge?' + amount + this.options.limit); }
  refund(amount: number) { return fetch('https://partner.example.com/refund?' + amount); }
}
`;
const APP = `
import express from 'express';
import { callPartner, readBoth, unknownToRows, PartnerClient } from './http.js';
const app = express();
const client = new PartnerClient({ limit: 4000 });
app.get('/partner', async (req, res) => res.json(await callPartner('/a', req.query)));
app.get('/both', async (req, res) => res.json(await readBoth()));
app.get('/other', async (req, res) => res.json(await unknownToRows()));
app.get('/charge', async (req, res) => res.json(await client.charge(1)));
app.get('/refund', async (req, res) => res.json(await client.refund(1)));
`;
const OUTBOUND = { is: 'outbound', effect: 'write' } as const;

function lintWith(catalog: readonly object[], files: Record<string, string> = {}, rules = ['require-breaker']): LintResult {
  const folder = temporaryFolder({
    'package.json': '{"name":"service","dependencies":{"express":"5.0.0","@acme/http":"1.0.0","p-timeout":"8.0.0"}}',
    'src/http.ts': HTTP, 'src/app.ts': APP, '.seamlintrc.json': JSON.stringify({ catalog }), ...files,
  });
  return lint({ ...defaultOptions(folder), cache: false, rules }, { analysis: realAnalysis });
}

const violations = ({ findings }: LintResult) =>
  findings.flatMap(({ verdict }) => (verdict.verdict === 'violated' ? [`${verdict.site.file}:${verdict.site.line}`] : []));
const messages = ({ notes }: LintResult) => notes.map(({ message }) => message);

describe('rows for functions of the project', () => {
  test('without rows their bodies are looked into', () => {
    expect(violations(lintWith([]))).toEqual(['src/http.ts:3', 'src/http.ts:6', 'src/http.ts:13', 'src/http.ts:14']);
  });

  test('a function behind a breaker of its own is one, in its own file and in others', () => {
    const result = lintWith([{ package: './src/http.ts', name: 'the partner', operations: [{ call: 'callPartner', ...OUTBOUND, behind: 'breaker' }] }]);
    expect(violations(result)).toEqual(['src/http.ts:6', 'src/http.ts:13', 'src/http.ts:14']);
    expect(messages(result)).toEqual([]);
  });

  test('one without is reported where it is called', () => {
    const result = lintWith([{ package: './src/http.ts', operations: [{ call: 'callPartner', ...OUTBOUND }] }]);
    expect(violations(result)).toContain('src/app.ts:6');
    expect(violations(result)).toContain('src/http.ts:9');
    expect(violations(result)).not.toContain('src/http.ts:3');
  });

  test('of a class, methods that rows do not speak of are read as ever', () => {
    const result = lintWith([{ package: './src/http.ts', operations: [{ call: 'PartnerClient().charge', ...OUTBOUND, behind: 'breaker' }] }]);
    expect(violations(result)).toEqual(['src/http.ts:3', 'src/http.ts:6', 'src/http.ts:14']);
  });

  test('limits count, from the call that made the client too', () => {
    const limit = { limits: 'total', at: ['creation:0.limit'], default: 'never' };
    const app = APP.replace("(req, res) => res.json(await client.charge(1))", "(req, res) => res.json(await pTimeout(client.charge(1), { milliseconds: 3000 }))");
    const result = lintWith([{ package: './src/http.ts', operations: [{ call: 'PartnerClient().charge', ...OUTBOUND, limits: [limit] }] }], { 'src/app.ts': `import pTimeout from 'p-timeout';${app}` }, ['nested-timeouts']);
    expect(violations(result)).toEqual(['src/app.ts:5']);
  });

  test.each([['./src/http.ts#callPartner', ''], ['./src/http.ts#callPartner', 'callPartner']])('"%s" with the path "%s" is the export', (name, call) => {
    const result = lintWith([{ package: name, operations: [{ call, ...OUTBOUND, behind: 'breaker' }] }]);
    expect(violations(result)).toEqual(['src/http.ts:6', 'src/http.ts:13', 'src/http.ts:14']);
    expect(messages(result)).toEqual([]);
  });

  test('rows for several exports of one file count together', () => {
    const result = lintWith([
      { package: './src/http.ts#callPartner', operations: [{ call: '', ...OUTBOUND, behind: 'breaker' }] },
      { package: './src/http.ts', operations: [{ call: 'unknownToRows', ...OUTBOUND, behind: 'breaker' }] },
      { package: './src/http.ts#PartnerClient', operations: [{ call: '().charge', ...OUTBOUND, behind: 'breaker' }] },
    ]);
    expect(violations(result)).toEqual(['src/http.ts:14']);
    expect(messages(lintWith([{ package: './src/http.ts#callPartne', operations: [{ call: '', ...OUTBOUND }] }]))).toEqual(['catalog: "./src/http.ts" exports no "callPartne". Did you mean "callPartner"?']);
  });

  test.each(['src/http.ts', 'src/http.ts#callPartner', './src/http.ts#call-partner'])('"%s" is no package, and the error says how a file is written', (name) => {
    expect(() => lintWith([{ package: name, operations: [{ call: 'callPartner', ...OUTBOUND }] }])).toThrow(`package: is no name of a package ("${name}"). A file of the project is written "./src/http.ts"`);
  });

  test('words of a library of the house stand beside the known ones', () => {
    const words = new LibraryIndex([...libraries, { package: '@acme/queue', source: 'here', words: [{ is: 'gives-back', names: ['putBack'], see: 'here' }] }]).words('gives-back');
    expect(['putBack', 'nack', 'ack'].map((name) => words.has(name))).toEqual([true, true, false]);
  });

  test('files and exports that are not there are told', () => {
    expect(messages(lintWith([{ package: './src/htp.ts', operations: [] }]))).toEqual(['catalog: "./src/htp.ts" is no file of this run. Did you mean "src/http.ts"?']);
    expect(messages(lintWith([{ package: './src/http.ts', operations: [{ call: 'callPartne', ...OUTBOUND }] }]))).toEqual(['catalog: "./src/http.ts" exports no "callPartne". Did you mean "callPartner"?']);
  });

  test('a package that is misspelt is told, one that another service may have is not', () => {
    const manifest = { 'package.json': JSON.stringify({ dependencies: { '@acme/http': '1.0.0', '@acme/queue': '1.0.0' } }), 'src/app.ts': `import post from '@acme/mail';\n${APP}` };
    const said = (name: string, ...more: readonly object[]) => messages(lintWith([{ package: name, operations: [{ call: 'get', ...OUTBOUND }] }, ...more], manifest));
    expect(said('@acme/htpp')).toEqual(['catalog: nothing here depends on "@acme/htpp" or imports it. Did you mean "@acme/http"?']);
    expect(said('@acme/mial')).toEqual(['catalog: nothing here depends on "@acme/mial" or imports it. Did you mean "@acme/mail"?']);
    expect(['@acme/http', '@acme/mail', '@acme/storage', '@acme/htt*'].flatMap((name) => said(name))).toEqual([]);
    expect(said('@acme/htpp', { package: '@acme/http', operations: [] })).toEqual([]);
  });
});

describe('the example of the page', () => {
  const blocks = [...(readOwn('docs/catalog.md') ?? '').matchAll(/```json\n([^`]*)```/g)].map(([, text]) => JSON.parse(text ?? '') as { catalog?: readonly object[] });
  const configured = blocks.flatMap(({ catalog }) => (catalog === undefined ? [] : [catalog]));
  const [rows = []] = configured.filter((catalog) => JSON.stringify(catalog).includes('callPartner'));
  const inOneSecond = (ms: number) => ({ 'src/app.ts': `import pTimeout from 'p-timeout';${APP.replace("await callPartner('/a', req.query)", `await pTimeout(callPartner('/a', req.query), { milliseconds: ${ms} })`)}` });

  test('is valid by the JSON Schema that editors use', () => {
    const schema = JSON.parse(readOwn('schema/config.json') ?? '{}') as object;
    const validate = new Ajv2020({ strict: false }).compile(schema);
    expect(configured.length).toBeGreaterThan(1);
    for (const catalog of configured) expect([validate({ catalog }), validate.errors]).toEqual([true, null]);
    expect(validate({ catalog: [{ package: './src/http.ts', operations: [{ call: 'callPartner', is: 'outbond', effect: 'write' }] }] })).toBe(false);
  });

  test('makes callPartner an outbound call of 2 s behind a breaker', () => {
    expect(violations(lintWith(rows))).not.toContain('src/http.ts:3');
    expect(violations(lintWith(rows, inOneSecond(1000), ['nested-timeouts']))).toEqual(['src/app.ts:6']);
    expect(violations(lintWith(rows, inOneSecond(3000), ['nested-timeouts']))).toEqual([]);
  });
});

describe('rows for packages', () => {
  const app = (code: string) => ({ 'src/app.ts': `import express from 'express';\nconst app = express();\n${code}` });

  test('an in-house client', () => {
    const files = app("import { createClient } from '@acme/http';\nconst client = createClient();\napp.get('/', async (req, res) => res.json(await client.get('/x')));");
    const row = { package: '@acme/http', operations: [{ call: 'createClient().get', is: 'outbound', effect: 'read' }] };
    expect(violations(lintWith([], files))).toEqual([]);
    expect(violations(lintWith([row], files))).toEqual(['src/app.ts:5']);
  });

  test('rows for a package that is known too come first and the known ones stay', () => {
    const files = app("app.get('/', async (req, res) => { await fetch('https://a.example.com');\nawait special('https://b.example.com'); res.end(); });");
    const row = { package: 'global', operations: [{ call: 'special', is: 'outbound', effect: 'read' }] };
    expect(violations(lintWith([row], files))).toEqual(['src/app.ts:3', 'src/app.ts:4']);
    expect(violations(lintWith([{ package: 'global', operations: [{ call: 'fetch', is: 'outbound', effect: 'read', behind: 'breaker' }] }], files))).toEqual([]);
  });
});

describe('rows that a package ships', () => {
  const use = { 'src/app.ts': "import express from 'express';\nimport { get } from '@acme/http';\nconst app = express();\napp.get('/', async (req, res) => res.json(await get('/x')));" };
  const shipped = (rows: unknown, catalog: unknown = 'seamlint.json') => ({
    ...use,
    'node_modules/@acme/http/package.json': JSON.stringify({ name: '@acme/http', version: '1.0.0', seamlint: { catalog } }),
    'node_modules/@acme/http/seamlint.json': typeof rows === 'string' ? rows : JSON.stringify(rows),
  });
  const ROW = { package: '@acme/http', operations: [{ call: 'get', is: 'outbound', effect: 'read' }] };

  test('count', () => {
    expect(violations(lintWith([], use))).toEqual([]);
    expect(violations(lintWith([], shipped([ROW])))).toEqual(['src/app.ts:4']);
    expect(violations(lintWith([], shipped(ROW)))).toEqual(['src/app.ts:4']);
  });

  test('come after those of the configuration', () => {
    const row = { ...ROW, operations: [{ ...ROW.operations[0], behind: 'breaker' }] };
    expect(violations(lintWith([row], shipped([ROW])))).toEqual([]);
  });

  test('speak of the package alone', () => {
    const result = lintWith([], shipped([{ ...ROW, package: 'axios' }]));
    expect(messages(result)).toEqual(['its row for "axios" does not count: a package describes itself alone']);
  });

  test('that are wrong are told and do not count; the run goes on', () => {
    const wrong = { ...ROW, operations: [{ ...ROW.operations[0], is: 'outbond' }] };
    expect(messages(lintWith([], shipped([wrong])))[0]).toContain('catalog[0] ("@acme/http"): operations[0].is: must be one of');
    expect(messages(lintWith([], shipped('[{'))).join()).toContain('cannot be read');
    expect(messages(lintWith([], shipped([ROW], '../../../secret.json'))).join()).toContain('names no JSON file of the package');
    expect(messages(lintWith([], shipped([ROW], 7))).join()).toContain('names no JSON file of the package');
  });

  test('the result names the files it read, so that a stored one ends with them', () => {
    expect(lintWith([], shipped([ROW])).configurations).toEqual(expect.arrayContaining(['node_modules/@acme/http/seamlint.json', 'node_modules/@acme/http/package.json']));
  });
});

describe('wrong rows of the configuration name row and field', () => {
  const operation = { call: 'get', is: 'outbound', effect: 'read' };
  test.each([
    [{ package: 'x', operations: [{ ...operation, is: 'outbond' }] }, 'catalog[0] ("x"): operations[0].is: must be one of "outbound", "statement"'],
    [{ package: 'x', operations: [{ ...operation, is: 'outbond' }] }, 'Did you mean "outbound"?'],
    [{ package: 'x', operatons: [] }, 'catalog[0] ("x"): unknown field "operatons". Did you mean "operations"?'],
    [{ package: 'x', operations: [{ ...operation, limit: [] }] }, 'operations[0]: unknown field "limit". Did you mean "limits"?'],
    [{ package: 'x', operations: [{ is: 'outbound', effect: 'read' }] }, 'operations[0].call: is missing.'],
    [{ package: 'x', operations: [{ call: 'get', is: 'outbound' }] }, 'operations[0].effect: is missing: one of "read"'],
    [{ package: 'x', operations: [{ ...operation, limits: [{ limits: 'total', at: ['0.timeout'] }] }] }, 'operations[0].limits[0].default: is missing: a number or "never" or "unknown".'],
    [{ package: 'x', operations: [{ ...operation, limits: [{ limits: 'total', at: ['0.timeout'], default: '10s' }] }] }, 'operations[0].limits[0].default: must be a number or "never" or "unknown" ("10s").'],
    [{ package: 'x', operations: [{ ...operation, call: 'get it' }] }, 'operations[0].call: is no path'],
    [{ package: 'x', operations: [{ ...operation, limits: [{ limits: 'total', at: ['options timeout'], default: 1 }] }] }, 'operations[0].limits[0].at[0]: is no place'],
    [{ package: 'x', operations: [{ ...operation, versions: 'latest' }] }, 'operations[0].versions: is no range of versions: write >=5.8.0'],
    [{ package: 'x', blocking: [{ calls: 'x', blocks: 'disk', cost: 'high' }] }, 'blocking[0].calls: expected array'],
    [{ operations: [] }, 'catalog[0]: package: is missing.'],
    ['axios', 'catalog[0]: expected'],
  ])('%j', (row, message) => {
    expect(() => lintWith([row as object])).toThrow(message);
  });
});
