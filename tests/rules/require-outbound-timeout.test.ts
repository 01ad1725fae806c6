import { expect, test } from 'vitest';
import type { Wait } from '#model/types.js';
import rule from '#rules/require-outbound-timeout.js';
import { at, bounded, defaultOf, reach, unbounded, unknown, verdictsOf } from '../support/service-models.js';

function wait(more: Partial<Wait> = {}): Wait {
  return {
    site: at('src/client.ts:3'), callSite: at('src/app.ts:9'), name: 'partner.get', is: 'outbound', bound: unbounded('axios'), option: 'timeout', covers: 'axios instance', besides: [],
    openOn: [reach('GET /stock')], ...more,
  };
}

const judge = (...waits: Wait[]) => verdictsOf(rule, { waits });

test('a call without an end is violated where its client is made', () => {
  expect(judge(wait(), wait({ callSite: at('src/app.ts:12'), openOn: [reach('GET /rates', 5)] }))).toEqual([
    {
      verdict: 'violated',
      site: at('src/client.ts:3'),
      message: "GET /stock can wait forever for partner.get through this axios instance (axios's default)",
      remedy: "Set timeout there to less than the request's budget",
      trace: reach('GET /stock').trace,
      entryPoints: ['GET /stock', 'GET /rates'],
    },
  ]);
});

test('a signal is passed to the call, and what has no option gets a timer around it', () => {
  expect(judge(wait({ site: at('src/app.ts:9'), covers: '', option: 'signal' }))).toMatchObject([{ remedy: "Pass signal: AbortSignal.timeout(…) to partner.get, below the request's budget" }]);
  expect(judge(wait({ site: at('src/app.ts:9'), covers: '', option: '' }))).toMatchObject([{ remedy: "Put a timeout around partner.get, below the request's budget; the library has no option for it" }]);
});

test('the missing limit is offered, below what any request can bear that the client serves', () => {
  const settable = { place: { argument: 0, names: ['timeout'] }, unit: 'ms' } as const;
  const offered = (...waits: Wait[]) => judge(...waits).flatMap((verdict) => (verdict.verdict === 'violated' ? verdict.repairs ?? [] : []));
  expect(offered(wait({ settable }), wait({ settable, openOn: [reach('GET /rates', 5)] }))).toEqual([
    { title: 'Set timeout to 2000 ms (no budget is known: choose what a request can bear)', site: at('src/client.ts:3'), change: { is: 'set-option', argument: 0, option: ['timeout'], value: '2000' } },
  ]);
  expect(offered(wait({ settable: { ...settable, unit: 's' } }))).toMatchObject([{ title: expect.stringContaining('to 2 s '), change: { value: '2' } }]);
  expect(offered(wait({ option: 'signal', settable: { ...settable, unit: 'signal' } }))).toMatchObject([{ title: expect.stringContaining('Set signal to AbortSignal.timeout(2000)'), change: { value: 'AbortSignal.timeout(2000)', onlyIfAbsent: true } }]);
  expect(offered(wait())).toEqual([]);
});

test('limits that do not bound it are told apart', () => {
  expect(judge(wait({ besides: [{ limits: 'headers', bound: defaultOf('fetch', 300_000) }] }))).toMatchObject([{ message: expect.stringContaining('it fails when no headers come for 5 min') }]);
  expect(judge(wait({ besides: [{ limits: 'connect', bound: bounded(500, 'src/client.ts:4', 'connectTimeout') }] }))).toMatchObject([{ message: expect.stringMatching(/: connectTimeout limits only connecting$/) }]);
  expect(judge(wait({ besides: [{ limits: 'connect', bound: defaultOf('redis', 5000) }] }))).toMatchObject([{ message: expect.not.stringContaining('limits only') }]);
});

test('a limit is satisfied, at the call where it is set, at the creation where it is a default', () => {
  expect(judge(wait({ bound: bounded(2000) }))).toMatchObject([{ verdict: 'satisfied', site: at('src/app.ts:9'), evidence: 'partner.get ends after 2 s (timeout, src/limits.ts:1)' }]);
  expect(judge(wait({ bound: defaultOf('ky', 10_000) }))).toMatchObject([{ verdict: 'satisfied', site: at('src/client.ts:3') }]);
});

test('an unknown limit is unproven', () => {
  expect(judge(wait({ bound: unknown('LIMIT has no default') }))).toMatchObject([{ verdict: 'unproven', because: 'how long partner.get takes is unknown: LIMIT has no default' }]);
});

test('a timer around every way ends the wait, though the work goes on', () => {
  const endedBy = { is: 'breaker', name: 'the opossum breaker', site: at('src/breaker.ts:2'), bound: bounded(3000, 'src/breaker.ts:3') } as const;
  expect(judge(wait({ openOn: [], endedBy }))).toMatchObject([
    { verdict: 'satisfied', site: at('src/app.ts:9'), evidence: 'requests stop waiting for partner.get by the opossum breaker after 3 s (timeout, src/breaker.ts:3), though its work goes on' },
  ]);
  expect(judge(wait({ openOn: [], endedBy: { ...endedBy, bound: unknown('x') } }))).toMatchObject([{ verdict: 'unproven' }]);
  expect(judge(wait({ endedBy }))).toMatchObject([{ verdict: 'violated' }]);
});
