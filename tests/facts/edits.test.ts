import { expect, test } from 'vitest';
import { editorOf } from '#facts/edits/edit-text.js';
import type { Change } from '#facts/edits/types.js';

/** The text after a change at the place of `^`, which is taken out first; undefined where it is not possible. */
function changed(marked: string, change: Omit<Change, 'at'> & { is: Change['is'] }): string | undefined {
  const at = marked.indexOf('^');
  const text = marked.replace('^', '');
  const edits = editorOf('src/a.ts', text)({ ...change, at } as Change);
  return edits?.toReversed().reduce((now, { start, end, text: written }) => now.slice(0, start) + written + now.slice(end), text);
}

const option = (argument: number, ...names: string[]) => ({ is: 'set-option' as const, argument, option: names, value: '500' });
const promise = { is: 'promise-form' as const, member: 'promises' };
const wait = { is: 'await' as const };

test.each([
  ['const p = ^new Pool();', 'const p = new Pool({ wait: 500 });'],
  ['const p = ^new Pool;', 'const p = new Pool({ wait: 500 });'],
  ['const p = ^new Pool({});', 'const p = new Pool({ wait: 500 });'],
  ['const p = ^new Pool({ max: 5 });', 'const p = new Pool({ max: 5, wait: 500 });'],
  ['const p = ^new Pool({ max: 5, });', 'const p = new Pool({ max: 5, wait: 500, });'],
  ['const p = ^new Pool({\n  max: 5,\n});', 'const p = new Pool({\n  max: 5,\n  wait: 500,\n});'],
  ['const p = ^new Pool({ ...defaults });', 'const p = new Pool({ ...defaults, wait: 500 });'],
  ['const p = ^new Pool({ wait: 0 });', 'const p = new Pool({ wait: 500 });'],
  ['const p = ^new Pool(config);', undefined],
  ['const p = ^new Pool({ wait });', undefined],
  ['const p = ^new Pool(...all);', undefined],
])('%s gets the option', (before, after) => {
  expect(changed(before, option(0, 'wait'))).toBe(after);
});

test.each([
  ['axios.^get(url);', 'axios.get(url, { wait: 500 });'],
  ['axios.^get(url, { a: 1 });', 'axios.get(url, { a: 1, wait: 500 });'],
  ['axios.^get();', undefined],
  ['axios.^get(url, config);', undefined],
  ['a(b.^get(url));', 'a(b.get(url, { wait: 500 }));'],
])('%s gets it in the second argument', (before, after) => {
  expect(changed(before, option(1, 'wait'))).toBe(after);
});

test('what is there is not replaced where it must not be', () => {
  const signal = { is: 'set-option' as const, argument: 1, option: ['signal'], value: 'AbortSignal.timeout(500)', onlyIfAbsent: true as const };
  expect(changed('^fetch(url);', signal)).toBe('fetch(url, { signal: AbortSignal.timeout(500) });');
  expect(changed('^fetch(url, { signal: request.signal });', signal)).toBe(undefined);
});

// The name is declared at `%`, the call stands at `^`.
test.each([
  ['(%key) => { ^pay(sum); };', '(key) => { pay(sum, { id: key }); };'],
  ['({ body: { %key } }) => () => ^pay(sum);', '({ body: { key } }) => () => pay(sum, { id: key });'],
  ['() => { const %key = 1; ^pay(sum); }', '() => { const key = 1; pay(sum, { id: key }); }'],
  ['() => { for (const [%key] of all) ^pay(sum); }', '() => { for (const [key] of all) pay(sum, { id: key }); }'],
  ['() => { ^pay(sum); const %key = 1; }', undefined],
  ['() => { const %key = 1; for (const key of all) ^pay(sum); }', undefined],
  ['() => { if (a) { const %key = 1; } ^pay(sum); }', undefined],
  ['(%key) => { try { go(); } catch (key) { ^pay(sum); } };', undefined],
])('%s gets the name that is meant, where it is in sight', (marked, after) => {
  const at = marked.replace('^', '').indexOf('%');
  expect(changed(marked.replace('%', ''), { is: 'set-option' as const, argument: 1, option: ['id'], value: 'key', sees: { name: 'key', at } } as never)).toBe(after);
});

test('an option in an object of its own is set there', () => {
  expect(changed('x.^make({ timeouts: { a: 1 } });', option(0, 'timeouts', 'b'))).toBe('x.make({ timeouts: { a: 1, b: 500 } });');
  expect(changed('x.^make({ a: 1 });', option(0, 'headers', 'X-Y'))).toBe("x.make({ a: 1, headers: { 'X-Y': 500 } });");
});

test.each([
  ['async () => fs.^readFileSync(p);', 'async () => await fs.promises.readFile(p);'],
  ["async () => { return fs.^readFileSync(p, 'utf8').trim(); };", "async () => { return (await fs.promises.readFile(p, 'utf8')).trim(); };"],
  ["import { readFileSync } from 'node:fs';\nasync () => ^readFileSync(p);", "import { readFileSync, promises } from 'node:fs';\nasync () => await promises.readFile(p);"],
  ["import { promises, readFileSync } from 'node:fs';\nasync () => ^readFileSync(p);", "import { promises, readFileSync } from 'node:fs';\nasync () => await promises.readFile(p);"],
  ["const { readFileSync } = require('fs');\nasync () => ^readFileSync(p);", "const { readFileSync, promises } = require('fs');\nasync () => await promises.readFile(p);"],
  ["import { readFileSync } from 'node:fs';\nconst promises = [];\nasync () => ^readFileSync(p);", undefined],
  ["import { readFileSync as read } from 'node:fs';\nasync () => ^read(p);", undefined],
  ['() => fs.^readFileSync(p);', undefined],
  ['async () => list.map((p) => fs.^readFileSync(p));', undefined],
  ['async (a = fs.^readFileSync(p)) => a;', undefined],
])('%s reads without blocking', (before, after) => {
  expect(changed(before, promise)).toBe(after);
});

test.each([
  ['async () => { pool.^end(); };', 'async () => { await pool.end(); };'],
  ['async () => { void pool.^end(); };', 'async () => { await pool.end(); };'],
  ['async () => { pool.^end().catch(log).then(log); };', 'async () => { await pool.end().catch(log).then(log); };'],
  ['async () => { await pool.^end(); };', undefined],
  ['() => { pool.^end(); };', undefined],
  ["process.once('SIGTERM', () => { pool.^end(); });", "process.once('SIGTERM', async () => { await pool.end(); });"],
  ["process.on('SIGTERM', function () { void pool.^end(); });", "process.on('SIGTERM', async function () { await pool.end(); });"],
  ["process.on('SIGTERM', () => { stop(() => pool.^end()); });", undefined],
  ["process.on('SIGTERM', function* () { pool.^end(); });", undefined],
  ["app.once('SIGTERM', () => { pool.^end(); });", undefined],
])('%s waits for the close', (before, after) => {
  expect(changed(before, wait)).toBe(after);
});

test.each([
  ['async () => { server.^close(); };', 'async () => { await new Promise((resolve) => server.close(resolve)); };'],
  ['async () => { await server.^close(); };', 'async () => { await new Promise((resolve) => server.close(resolve)); };'],
  ['async () => { server?.^close( ); };', 'async () => { await new Promise((resolve) => server?.close( resolve)); };'],
  ['async () => { server.^close(log); };', undefined],
  ['async () => { const closed = server.^close(); };', undefined],
  ['async () => { resolve.^close(); };', undefined],
  ['() => { server.^close(); };', undefined],
])('%s waits for the callback of the close', (before, after) => {
  expect(changed(before, { is: 'await-callback' })).toBe(after);
});

test('a place without a call, and a text that does not parse, are left alone', () => {
  expect(changed('const ^a = 1;', wait)).toBeUndefined();
  expect(changed('^', wait)).toBeUndefined();
  expect(changed(`${'('.repeat(20_000)}^`, wait)).toBeUndefined();
});
