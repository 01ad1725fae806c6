import { expect, test } from 'vitest';
import type { AcceptedBody, Bound } from '#model/types.js';
import rule from '#rules/require-body-limit.js';
import { at, bounded, defaultOf, reach, unbounded, unknown, verdictsOf } from '../support/service-models.js';

const MB = 1024 * 1024;

function body(limit: Bound, more: Partial<AcceptedBody> = {}): AcceptedBody {
  return { site: at('src/app.ts:4'), name: 'express.json', reads: 'parser', limit, ceiling: 10 * MB, option: 'limit', reachedBy: [], inFrontOf: [], ...more };
}

const judge = (...bodies: AcceptedBody[]) => verdictsOf(rule, { bodies });

test('a limit above the ceiling is violated, at the ceiling it is not', () => {
  expect(judge(body(bounded(10 * MB + 1, 'src/app.ts:4', 'limit')))).toMatchObject([{ verdict: 'violated', site: at('src/app.ts:4'), message: 'express.json accepts bodies of up to 10 MB, more than 10 MB (limit)' }]);
  expect(judge(body(bounded(10 * MB)))).toMatchObject([{ verdict: 'satisfied' }]);
});

test("a library's own limit counts, however large", () => {
  expect(judge(body(defaultOf('Express', 102_400)), body(defaultOf('Bun', 128 * MB), { site: at('src/app.ts:9'), reads: 'server', name: 'the Bun server' }))).toMatchObject([
    { verdict: 'satisfied', evidence: "what express.json reads ends at 100 kB (Express's default, src/client.ts:1)" },
    { verdict: 'satisfied', evidence: "the Bun server ends at 128 MB (Bun's default, src/client.ts:1)" },
  ]);
});

test('a limit that is switched off, and none at all', () => {
  const off: Bound = { is: 'unbounded', from: { text: 'limit', site: at('src/app.ts:5'), isDefault: false } };
  expect(judge(body(off), body(unbounded('multer'), { site: at('src/app.ts:6'), name: 'multer' }))).toMatchObject([
    { message: 'express.json accepts bodies of any size, because its limit is switched off here', remedy: 'Set limit to at most 10 MB' },
    { message: 'multer accepts bodies of any size, because nothing limits it here' },
  ]);
});

test('whatever reads them, bodies that routes of one application read have one cause', () => {
  const routes = [['c.req.json', 3], ['validator', 4]].map(([name, line]) => body(unbounded('Hono'), { reads: 'route', name: name as string, site: at(`src/app.ts:${line}`), application: at('src/app.ts:1'), reachedBy: [reach('POST /orders')] }));
  const other = body(unbounded('Hono'), { reads: 'route', name: 'c.req.json', site: at('src/b.ts:4'), application: at('src/b.ts:1'), reachedBy: [reach('POST /b')] });
  expect(judge(...routes, other).map((verdict) => verdict.verdict === 'violated' && verdict.group)).toEqual([
    "bodies of any size (Hono's default, src/app.ts:1)", "bodies of any size (Hono's default, src/app.ts:1)", "bodies of any size (Hono's default, src/b.ts:1)",
  ]);
});

test('what a handler reads by itself names the entry point', () => {
  expect(judge(body(unbounded('Hono'), { reads: 'route', name: 'c.req.json', option: '', reachedBy: [reach('POST /orders')] }))).toMatchObject([
    { message: 'POST /orders reads bodies of any size with c.req.json', group: "bodies of any size (Hono's default)", entryPoints: ['POST /orders'] },
  ]);
  expect(judge(body(unbounded('x'), { reads: 'stream', name: 'req.on', option: '', reachedBy: [reach('POST /orders')] }))).toMatchObject([{ message: 'POST /orders is read to its end by req.on, however long it is' }]);
});

test('an unknown limit is unproven', () => {
  expect(judge(body(unknown('BODY_LIMIT is read from the environment and has no default')))).toMatchObject([{ verdict: 'unproven' }]);
});

test('the entry points behind a parser are named, whatever is known of it', () => {
  const more = { inFrontOf: ['POST /a', 'POST /b'], reachedBy: [reach('POST /b')] };
  expect(judge(body(bounded(MB), more), body(bounded(11 * MB), { ...more, site: at('src/app.ts:5') }), body(unknown('it is read at run time'), { ...more, site: at('src/app.ts:6') })).map(({ entryPoints }) => entryPoints?.toSorted()))
    .toEqual(Array.from({ length: 3 }, () => ['POST /a', 'POST /b']));
});
