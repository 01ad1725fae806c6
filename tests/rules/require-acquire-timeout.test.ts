import { expect, test } from 'vitest';
import type { Pool } from '#model/types.js';
import rule from '#rules/require-acquire-timeout.js';
import { at, bounded, defaultOf, reach, unbounded, unknown, verdictsOf } from '../support/service-models.js';

function pool(more: Partial<Pool> = {}): Pool {
  return { site: at('src/db.ts:4'), name: 'pg Pool', acquireWait: unbounded('pg'), option: 'connectionTimeoutMillis', see: 'pg-pool 3.14.0', acquiredBy: [reach('GET /users')], ...more };
}

const judge = (...pools: Pool[]) => verdictsOf(rule, { pools });

test('a repair names the version it is known from, and not what was measured', () => {
  expect(judge(pool({ see: 'mongoose 9.12.1: pending (ran)' }))).toMatchObject([{ remedy: expect.stringMatching(/\(known from mongoose 9\.12\.1\)$/) as string }]);
});

test('a wait without end is violated', () => {
  expect(judge(pool({ acquiredBy: [reach('GET /users'), reach('POST /users')] }))).toEqual([
    {
      verdict: 'violated',
      site: at('src/db.ts:4'),
      message: "GET /users can wait forever for a connection from this pg Pool (pg's default)",
      remedy: "Set connectionTimeoutMillis to less than the request's budget (known from pg-pool 3.14.0)",
      trace: reach('GET /users').trace,
      entryPoints: ['GET /users', 'POST /users'],
    },
  ]);
});

test('a library without the option gets another remedy', () => {
  expect(judge(pool({ name: 'mysql2 pool', option: '', see: '' }))).toMatchObject([
    { remedy: "Put a timeout around each wait for a connection from this mysql2 pool, below the request's budget" },
  ]);
});

test('a limit is satisfied, a default counts as well', () => {
  expect(judge(pool({ acquireWait: bounded(2000, 'src/db.ts:6', 'connectionTimeoutMillis') }), pool({ site: at('src/db.ts:9'), acquireWait: defaultOf('knex', 60_000) }))).toEqual([
    { verdict: 'satisfied', site: at('src/db.ts:4'), evidence: 'the wait for a connection from the pg Pool ends after 2 s (connectionTimeoutMillis, src/db.ts:6)', related: [], entryPoints: ['GET /users'] },
    { verdict: 'satisfied', site: at('src/db.ts:9'), evidence: "the wait for a connection from the pg Pool ends after 60 s (knex's default, src/client.ts:1)", related: [], entryPoints: ['GET /users'] },
  ]);
});

test('an unknown wait is unproven', () => {
  expect(judge(pool({ acquireWait: unknown('DB_WAIT is read from the environment without a default') }))).toMatchObject([
    { verdict: 'unproven', because: 'how long a request waits for a connection from this pg Pool is unknown: DB_WAIT is read from the environment without a default' },
  ]);
});

test('a pool that no request waits for is not judged', () => {
  expect(judge(pool({ acquiredBy: [] }), pool({ acquiredBy: [], acquireWait: bounded(1) }))).toEqual([]);
});

test('a place whose callers differ is violated if one of them is', () => {
  const verdicts = judge(pool({ acquireWait: bounded(2000) }), pool({ acquireWait: unknown('x') }), pool({ acquiredBy: [reach('GET /b', 4)] }), pool({ acquiredBy: [reach('GET /a', 3)] }));
  expect(verdicts).toMatchObject([{ verdict: 'violated', trace: reach('GET /a', 3).trace, entryPoints: ['GET /a', 'GET /b'] }]);
});

test('a timer around every wait ends it for the requests', () => {
  const endedBy = { is: 'timeout', name: 'p-timeout', site: at('src/db.ts:7'), bound: bounded(500) } as const;
  expect(judge(pool({ acquiredBy: [], endedBy }))).toMatchObject([{ verdict: 'satisfied', evidence: 'requests stop waiting for a connection from the pg Pool by p-timeout at src/db.ts:7, though the wait goes on' }]);
  expect(judge(pool({ acquiredBy: [], endedBy: { ...endedBy, bound: unknown('x') } }))).toMatchObject([{ verdict: 'unproven' }]);
  expect(judge(pool({ endedBy }))).toMatchObject([{ verdict: 'violated' }]);
});
