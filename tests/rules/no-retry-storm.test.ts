import { expect, test } from 'vitest';
import type { Retry } from '#model/types.js';
import rule from '#rules/no-retry-storm.js';
import { at, bounded, defaultOf, reach, unbounded, verdictsOf } from '../support/service-models.js';

function retry(more: Partial<Retry> = {}): Retry {
  return {
    site: at('src/rates.ts:7'), name: 'p-retry', attempts: bounded(4), backoff: { waits: 'growing', jitter: 'yes' }, byDefault: false, repeats: [], redelivered: 'no', reach: reach('GET /rates'), ...more,
  };
}

const judge = (...retries: Retry[]) => verdictsOf(rule, { retries });

test('attempts that end, grow and spread are satisfied', () => {
  expect(judge(retry())).toMatchObject([{ verdict: 'satisfied', evidence: 'p-retry ends after 4 attempts and waits longer each time, with jitter' }]);
});

test('retries inside retries are violated at the outer one', () => {
  const inner = { name: "got's own retry", site: at('src/rates.ts:8'), attempts: defaultOf('got', 3) };
  expect(judge(retry({ repeats: [inner] }))).toEqual([
    {
      verdict: 'violated',
      site: at('src/rates.ts:7'),
      message: "On GET /rates, p-retry tries again: each of its 4 attempts runs got's own retry 3 attempts inside: up to 12 attempts",
      remedy: "Retry in one place only: switch off got's own retry at src/rates.ts:8, or drop p-retry",
      trace: reach('GET /rates').trace,
      entryPoints: ['GET /rates'],
      related: [{ site: at('src/rates.ts:8'), text: "got's own retry is run in each attempt" }],
      severity: 'error',
    },
  ]);
});

test('redelivery multiplies; where nobody can tell it is unproven', () => {
  expect(judge(retry({ redelivered: 'yes' }))).toMatchObject([{ verdict: 'violated', message: expect.stringContaining('is delivered again when it gives up') }]);
  expect(judge(retry({ redelivered: 'unknown' }))).toMatchObject([{ verdict: 'unproven' }]);
});

test.each([
  [{ waits: 'no', jitter: 'no' }, 'it does not wait between its attempts', 'warn'],
  [{ waits: 'constant', jitter: 'yes' }, 'its waits do not grow', 'warn'],
  [{ waits: 'growing', jitter: 'no' }, 'all callers wait the same times, without jitter', 'warn'],
] as const)('the waits are wrong: %o', (backoff, message, severity) => {
  expect(judge(retry({ backoff }))).toMatchObject([{ verdict: 'violated', message: `On GET /rates, p-retry tries again: ${message}`, severity }]);
});

test('without an end it is an error, a limit on the time is an end', () => {
  expect(judge(retry({ attempts: unbounded('cockatiel') }))).toMatchObject([{ verdict: 'violated', message: 'On GET /rates, p-retry tries again: nothing ends it', severity: 'error' }]);
  expect(judge(retry({ attempts: unbounded('cockatiel'), within: bounded(9000) }))).toMatchObject([{ verdict: 'satisfied' }]);
});

test('what a library does by itself is fine alone', () => {
  expect(judge(retry({ byDefault: true, backoff: { waits: 'growing', jitter: 'no' } }))).toMatchObject([{ verdict: 'satisfied' }]);
});

test('unknown waits are unproven', () => {
  expect(judge(retry({ backoff: { waits: 'unknown', jitter: 'unknown', because: 'a function decides' } }))).toMatchObject([{ verdict: 'unproven', because: 'a function decides' }]);
});

test('a message that is always given back has no end', () => {
  expect(judge(retry({ requeues: true, name: 'channel.nack' }))).toMatchObject([{ verdict: 'violated', message: expect.stringContaining('channel.nack gives every message that fails back') }]);
});
