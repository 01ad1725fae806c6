import { expect, test } from 'vitest';
import type { MetRepeater, Write } from '#model/types.js';
import rule from '#rules/require-idempotency-key.js';
import { at, reach, verdictsOf } from '../support/service-models.js';

const client: MetRepeater = { reach: reach('POST /payments'), is: 'client', text: 'the client of POST /payments', site: at('src/server.ts:10') };
const redelivery: MetRepeater = { reach: reach('POST /payments'), is: 'redelivery', text: 'redelivery by bullmq', site: at('src/worker.ts:3') };
const retry: MetRepeater = { reach: reach('POST /payments'), is: 'retry', text: 'the p-retry around it', site: at('src/pay.ts:3') };
const none = { is: 'none', option: 'idempotencyKey' } as const;

function write(more: Partial<Write> = {}): Write {
  return { site: at('src/pay.ts:5'), name: 'stripe.charges.create', reach: reach('POST /payments'), repeaters: [client], key: none, ...more };
}

const judge = (...writes: Write[]) => verdictsOf(rule, { writes });

test('a write without a key is violated; it names the write and the first who repeats it, and counts the others', () => {
  expect(judge(write({ repeaters: [redelivery, client] }))).toEqual([
    {
      verdict: 'violated',
      site: at('src/pay.ts:5'),
      message: 'stripe.charges.create can run twice on POST /payments: redelivery by bullmq and 1 other can repeat it, and it carries no idempotency key',
      remedy: 'Set idempotencyKey to a value taken from the request or message, the same in every attempt',
      trace: reach('POST /payments').trace,
      entryPoints: ['POST /payments'],
      related: [{ site: at('src/worker.ts:3'), text: 'redelivery by bullmq can repeat it' }],
    },
  ]);
});

test('a key that is in sight is offered', () => {
  const inSight = { text: 'order.id', name: { name: 'order', at: 7 }, place: { argument: 1, names: ['idempotencyKey'] } } as const;
  expect(judge(write({ inSight }))).toMatchObject([
    { repairs: [{ title: 'Set idempotencyKey to order.id, which the request brings', site: at('src/pay.ts:5'), change: { is: 'set-option', argument: 1, option: ['idempotencyKey'], value: 'order.id', sees: { name: 'order', at: 7 } } }] },
  ]);
});

test('what only a client repeats is a warning', () => {
  expect(rule.severity).toBe('error');
  expect(judge(write())).toMatchObject([{ severity: 'warn' }]);
});

test('an entry point that the repeaters do not name stands in the message', () => {
  expect(judge(write({ repeaters: [redelivery] }))).toMatchObject([
    { message: 'stripe.charges.create can run twice on POST /payments: redelivery by bullmq can repeat it, and it carries no idempotency key' },
  ]);
});

test('without an option the remedy is a constraint', () => {
  expect(judge(write({ name: 'INSERT INTO payments', key: { is: 'none', option: '' } }))).toMatchObject([
    { remedy: 'Give the write a key taken from the request or message, with a unique constraint or an upsert that makes the second run do nothing' },
  ]);
});

test('a fresh key is no key', () => {
  expect(judge(write({ repeaters: [redelivery], key: { is: 'fresh', text: 'randomUUID()', site: at('src/pay.ts:4') } }))).toMatchObject([
    {
      message: 'stripe.charges.create can run twice on POST /payments: redelivery by bullmq can repeat it, and its key, randomUUID() (src/pay.ts:4), is a new one each time',
      remedy: 'Take the key from the request or message, or derive it from what they carry',
      related: [{ text: 'redelivery by bullmq can repeat it' }, { site: at('src/pay.ts:4'), text: 'randomUUID() is made here' }],
    },
  ]);
});

test('a stable key is satisfied', () => {
  expect(judge(write({ key: { is: 'stable', text: 'the header idempotency-key', site: at('src/pay.ts:6') } }))).toMatchObject([
    { verdict: 'satisfied', evidence: 'stripe.charges.create carries the header idempotency-key (src/pay.ts:6), the same in every attempt' },
  ]);
});

test('an unknown key is unproven', () => {
  expect(judge(write({ key: { is: 'unknown', because: 'the options come from outside' } }))).toMatchObject([
    { verdict: 'unproven', because: 'whether stripe.charges.create carries a key is unknown: the options come from outside' },
  ]);
});

test('a write that nothing repeats is not judged', () => {
  expect(judge(write({ repeaters: [] }))).toEqual([]);
});

test('a retry of the service itself is another question', () => {
  expect(judge(write({ repeaters: [retry] }), write({ repeaters: [{ ...retry, is: 'library-retry' }] }))).toEqual([]);
});

test('a write that is retried without a key is reported there only', () => {
  expect(judge(write({ repeaters: [retry, client] }))).toEqual([]);
  expect(judge(write({ repeaters: [retry] }), write())).toEqual([]);
  expect(judge(write({ repeaters: [retry], key: { is: 'stable', text: 'k', site: at('src/a.ts:1') } }), write())).toMatchObject([{ verdict: 'violated' }]);
});

test('one place gives one verdict, with the higher severity', () => {
  const verdicts = judge(
    write({ key: { is: 'stable', text: 'k', site: at('src/a.ts:1') } }),
    write({ repeaters: [{ ...client, reach: reach('POST /payments', 1) }] }),
    write({ reach: reach('consume payments', 4), repeaters: [{ is: 'redelivery', text: 'redelivery by bullmq', site: at('src/w.ts:1'), reach: reach('consume payments', 4) }] }),
  );
  expect(verdicts).toHaveLength(1);
  expect(verdicts[0]).toMatchObject({ verdict: 'violated', entryPoints: ['POST /payments', 'consume payments'], trace: reach('POST /payments', 1).trace, related: [{ text: client.text + ' can repeat it' }, { text: 'redelivery by bullmq can repeat it' }] });
  expect(verdicts[0]).not.toHaveProperty('severity');
});
