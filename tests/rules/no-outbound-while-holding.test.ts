import { expect, test } from 'vitest';
import type { HeldCall } from '#model/types.js';
import rule from '#rules/no-outbound-while-holding.js';
import { at, reach, verdictsOf } from '../support/service-models.js';

function held(more: Partial<HeldCall> = {}): HeldCall {
  return { site: at('src/pay.ts:9'), name: 'axios.post', is: 'outbound', holds: 'pg connection', acquire: at('src/db.ts:4'), samePool: undefined, reachedBy: [reach('POST /orders')], ...more };
}

const judge = (...heldCalls: HeldCall[]) => verdictsOf(rule, { heldCalls });

test('an outbound call is reported with the acquire beside it', () => {
  expect(judge(held())).toMatchObject([
    {
      verdict: 'violated', site: at('src/pay.ts:9'), message: 'POST /orders waits for axios.post while it holds the pg connection taken at src/db.ts:4',
      related: [{ site: at('src/db.ts:4'), text: 'the pg connection is taken here' }], entryPoints: ['POST /orders'], trace: reach('POST /orders').trace,
    },
  ]);
});

test('a sleep and a second connection have words of their own', () => {
  expect(judge(held({ is: 'sleep', name: 'sleep' }))).toMatchObject([{ message: 'POST /orders sleeps in sleep while it holds the pg connection taken at src/db.ts:4' }]);
  expect(judge(held({ is: 'acquire', name: 'pool.query', samePool: true }))).toMatchObject([{ message: 'POST /orders waits in pool.query for a second connection of the same pool while it holds the pg connection taken at src/db.ts:4' }]);
  expect(judge(held({ is: 'acquire', name: 'other.query', samePool: false }))).toMatchObject([{ message: 'POST /orders waits in other.query for another connection while it holds the pg connection taken at src/db.ts:4' }]);
});

test('nothing is held, nothing is said', () => {
  expect(judge()).toEqual([]);
});
