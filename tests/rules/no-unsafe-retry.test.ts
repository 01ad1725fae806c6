import { expect, test } from 'vitest';
import type { MetRepeater, Write } from '#model/types.js';
import rule from '#rules/no-unsafe-retry.js';
import { at, reach, verdictsOf } from '../support/service-models.js';

const client: MetRepeater = { reach: reach('POST /payments'), is: 'client', text: 'the client of POST /payments', site: at('src/server.ts:10') };
const retry: MetRepeater = { reach: reach('POST /payments'), is: 'retry', text: 'the p-retry around it', site: at('src/pay.ts:3') };
const built: MetRepeater = { reach: reach('POST /payments'), is: 'library-retry', text: "got's own retry", site: at('src/client.ts:1') };
const none = { is: 'none', option: 'idempotencyKey' } as const;

function write(more: Partial<Write> = {}): Write {
  return { site: at('src/pay.ts:5'), name: 'stripe.charges.create', reach: reach('POST /payments'), repeaters: [client, retry], key: none, ...more };
}

const judge = (...writes: Write[]) => verdictsOf(rule, { writes });

test('a retried write without a key is violated at the retry', () => {
  expect(judge(write())).toEqual([
    {
      verdict: 'violated',
      site: at('src/pay.ts:3'),
      message: 'stripe.charges.create (src/pay.ts:5) can run twice on POST /payments: the p-retry repeats it, and it carries no idempotency key',
      remedy: 'Set idempotencyKey to a value made in front of the retry, or take the write out of it',
      trace: reach('POST /payments').trace,
      entryPoints: ['POST /payments'],
      related: [{ site: at('src/pay.ts:5'), text: 'stripe.charges.create is repeated' }],
    },
  ]);
});

test('a key made in each attempt is none, and its place is told', () => {
  expect(judge(write({ key: { is: 'fresh', text: 'randomUUID()', site: at('src/pay.ts:4') } }))).toMatchObject([
    {
      verdict: 'violated',
      message: 'stripe.charges.create (src/pay.ts:5) can run twice on POST /payments: the p-retry repeats it, and each attempt has a new key, randomUUID() (src/pay.ts:4)',
      remedy: 'Make the key in front of the retry, so that all attempts share it',
      related: [{ site: at('src/pay.ts:5') }, { site: at('src/pay.ts:4'), text: 'randomUUID() is made here' }],
    },
  ]);
});

test("a client's built-in retry is reported where the client is created", () => {
  expect(judge(write({ repeaters: [built] }))).toMatchObject([{ verdict: 'violated', site: at('src/client.ts:1') }]);
});

test('a key that all attempts share satisfies; an unknown one proves nothing', () => {
  expect(judge(write({ key: { is: 'stable', text: 'idempotencyKey', site: at('src/pay.ts:5') } }))).toMatchObject([{ verdict: 'satisfied', site: at('src/pay.ts:3') }]);
  expect(judge(write({ key: { is: 'unknown', because: 'it comes from elsewhere' } }))).toMatchObject([{ verdict: 'unproven', site: at('src/pay.ts:3') }]);
});

test('what only others repeat is not asked here', () => {
  expect(judge(write({ repeaters: [client] }))).toEqual([]);
});

test('a retry that repeats two writes is one place, violated if one of them is', () => {
  const safe = write({ site: at('src/pay.ts:7'), key: { is: 'stable', text: 'jobId', site: at('src/pay.ts:7') } });
  expect(judge(safe, write())).toMatchObject([{ verdict: 'violated', site: at('src/pay.ts:3') }]);
});
