import { expect, test } from 'vitest';
import type { Breaker } from '#model/types.js';
import rule from '#rules/no-breaker-per-request.js';
import { at, bounded, reach, unbounded, unknown, verdictsOf } from '../support/service-models.js';

function breaker(more: Partial<Breaker> = {}): Breaker {
  return { site: at('src/partner.ts:4'), name: 'opossum breaker', madeBy: [], guards: [{ name: 'axios.get', ends: bounded(900), reach: reach('GET /rates') }], ...more };
}

const judge = (...breakers: Breaker[]) => verdictsOf(rule, { breakers });

test('a breaker made for each request is violated, whatever it sees', () => {
  expect(judge(breaker({ madeBy: [reach('GET /rates'), reach('GET /stock')] }))).toMatchObject([
    {
      verdict: 'violated', site: at('src/partner.ts:4'), message: 'GET /rates makes a new opossum breaker for each request, which forgets every failure with it',
      trace: reach('GET /rates').trace, entryPoints: ['GET /rates', 'GET /stock'],
    },
  ]);
});

test('a breaker over a call without an end does not see it hang', () => {
  const guards = [...breaker().guards, { name: 'fetch', ends: unbounded('fetch'), reach: reach('GET /stock') }];
  expect(judge(breaker({ guards }))).toMatchObject([
    { verdict: 'violated', message: 'opossum breaker does not see it when fetch hangs: neither the breaker nor the call has a timeout', remedy: 'Give the breaker a timeout, or fetch one of its own', entryPoints: ['GET /stock'] },
  ]);
});

test('an unknown timeout is unproven', () => {
  expect(judge(breaker({ guards: [{ name: 'fetch', ends: unknown('LIMIT has no default'), reach: reach('GET /a') }] }))).toMatchObject([
    { verdict: 'unproven', because: 'what ends fetch under opossum breaker is unknown: LIMIT has no default' },
  ]);
});

test('one that lives and sees is satisfied', () => {
  expect(judge(breaker(), breaker({ site: at('src/other.ts:2'), kept: 'it is kept in a map', guards: [] }))).toMatchObject([
    { verdict: 'satisfied', evidence: 'opossum breaker outlives the requests, and it sees the end of axios.get after 900 ms (timeout, src/limits.ts:1)' },
    { verdict: 'satisfied', evidence: 'opossum breaker outlives the requests: it is kept in a map' },
  ]);
});

test('one that nobody uses is not judged', () => {
  expect(judge(breaker({ guards: [] }))).toEqual([]);
});
