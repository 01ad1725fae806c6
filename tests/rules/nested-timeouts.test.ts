import { expect, test } from 'vitest';
import type { Bound, Nesting } from '#model/types.js';
import rule from '#rules/nested-timeouts.js';
import { at, bounded, defaultOf, reach, unbounded, unknown, verdictsOf } from '../support/service-models.js';

const BREAKER = 'the opossum breaker';

function nesting(inner: Bound, outer: Bound, more: Partial<Nesting> = {}): Nesting {
  return { site: at('src/client.ts:4'), inner: { name: 'axios.get', bound: inner }, outer: { name: BREAKER, bound: outer }, reach: reach('GET /rates'), ...more };
}

const judge = (...nestings: Nesting[]) => verdictsOf(rule, { nestings });

test('an inner limit above the outer one is violated, with the number to stay below', () => {
  expect(judge(nesting(bounded(5000), bounded(3000, 'src/breaker.ts:7')))).toEqual([
    {
      verdict: 'violated',
      site: at('src/client.ts:4'),
      message: 'On GET /rates, axios.get ends after 5 s, not before the opossum breaker around it, which ends after 3 s',
      remedy: 'Set timeout below 3000 ms, the limit of the opossum breaker, or raise that limit',
      trace: reach('GET /rates').trace,
      related: [{ site: at('src/breaker.ts:7'), text: 'the opossum breaker ends after 3 s' }],
      entryPoints: ['GET /rates'],
      budgetMs: 3000,
      worstCaseMs: 5000,
    },
  ]);
});

test('equal limits are violated', () => {
  expect(judge(nesting(bounded(3000), bounded(3000)))).toMatchObject([
    { verdict: 'violated', message: 'On GET /rates, axios.get ends after 3 s, at the same moment as the opossum breaker around it', budgetMs: 3000, worstCaseMs: 3000 },
  ]);
});

test('a default is named and the remedy asks for a timeout', () => {
  const [verdict] = judge(nesting(defaultOf('ky', 10_000), bounded(2500)));
  expect(verdict).toMatchObject({
    message: "On GET /rates, axios.get ends after 10 s (ky's default), not before the opossum breaker around it, which ends after 2.5 s",
    remedy: 'Set a timeout for axios.get below 2500 ms, the limit of the opossum breaker, or raise that limit',
  });
});

test('an inner limit below the outer one is satisfied, with both in the evidence', () => {
  const note = { ...bounded(2000), from: { ...bounded(2000).from, note: 'a trickling body outlives it' } };
  expect(judge(nesting(note, bounded(3000, 'src/breaker.ts:7')))).toEqual([
    {
      verdict: 'satisfied',
      site: at('src/client.ts:4'),
      evidence: 'axios.get ends after 2 s (timeout, src/limits.ts:1; a trickling body outlives it), before the opossum breaker at 3 s (timeout, src/breaker.ts:7)',
      related: [{ site: at('src/breaker.ts:7'), text: 'the opossum breaker ends after 3 s' }],
      entryPoints: ['GET /rates'],
    },
  ]);
});

test('what is unknown is unproven', () => {
  expect(judge(nesting(unknown('LIMIT is read from the environment without a default'), bounded(3000)))).toMatchObject([
    { verdict: 'unproven', because: 'the limit of axios.get is unknown: LIMIT is read from the environment without a default' },
  ]);
  expect(judge(nesting(bounded(3000), unknown('options come from a call')))).toMatchObject([
    { verdict: 'unproven', because: 'the limit of the opossum breaker around axios.get is unknown: options come from a call' },
  ]);
});

test('what has no limit is no nesting', () => {
  expect(judge(nesting(unbounded('axios'), bounded(3000)), nesting(bounded(3000), unbounded('opossum')), nesting(unbounded('axios'), unknown('x')))).toEqual([]);
});

test('several nestings at one place give one verdict: violated, shortest trace, all entry points, the tightest number', () => {
  const budget = { name: 'the budget of POST /orders', bound: bounded(1000, 'src/server.ts:3', 'timeout') };
  const verdicts = judge(
    nesting(bounded(2000), bounded(3000)),
    nesting(bounded(2000), unknown('x')),
    nesting(bounded(2000), budget.bound, { outer: budget, reach: reach('POST /orders', 4) }),
    nesting(bounded(2000), bounded(1500), { reach: reach('GET /orders', 1) }),
  );
  expect(verdicts).toHaveLength(1);
  expect(verdicts[0]).toMatchObject({
    verdict: 'violated',
    budgetMs: 1500,
    entryPoints: ['GET /orders', 'POST /orders'],
    trace: reach('GET /orders', 1).trace,
    remedy: 'Set timeout below 1000 ms, the limit of the budget of POST /orders, or raise that limit',
    related: [{ text: 'the opossum breaker ends after 1.5 s' }, { text: 'the budget of POST /orders ends after 1 s' }],
  });
});

test('unproven beats satisfied at one place; other places keep their own verdict', () => {
  const verdicts = judge(nesting(bounded(1), bounded(2)), nesting(bounded(1), unknown('x')), nesting(bounded(1), bounded(2), { site: at('src/client.ts:9') }));
  expect(verdicts.map(({ verdict, site }) => `${verdict} ${site.line}`)).toEqual(['unproven 4', 'satisfied 9']);
});
