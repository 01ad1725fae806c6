import { expect, test } from 'vitest';
import type { Guard, OutboundCall } from '#model/types.js';
import rule from '#rules/require-breaker.js';
import { at, reach, verdictsOf } from '../support/service-models.js';

const breaker: Guard = { is: 'breaker', name: 'the opossum breaker', site: at('src/breaker.ts:3') };

function call(more: Partial<OutboundCall> = {}): OutboundCall {
  return { site: at('src/rates.ts:5'), name: 'axios.get', partner: 'rates.example.com', unguarded: [], awaited: true, guarded: [], uncertain: [], ...more };
}

const judge = (...outboundCalls: OutboundCall[]) => verdictsOf(rule, { outboundCalls });

test('a way without a breaker is violated and grouped by partner', () => {
  expect(rule.severity).toBe('warn');
  expect(judge(call({ unguarded: [reach('GET /convert'), reach('GET /rates', 3)] }))).toEqual([
    {
      verdict: 'violated',
      site: at('src/rates.ts:5'),
      message: 'GET /convert reaches axios.get to rates.example.com without passing a circuit breaker',
      remedy: 'Call axios.get through a circuit breaker',
      trace: reach('GET /convert').trace,
      entryPoints: ['GET /convert', 'GET /rates'],
      related: [],
      group: 'rates.example.com',
    },
  ]);
});

test('one way around the breaker is violated, and the breaker of the other way is named', () => {
  expect(judge(call({ unguarded: [reach('POST /deliveries')], guarded: [{ reach: reach('GET /places'), breaker }] }))).toMatchObject([
    {
      verdict: 'violated',
      message: 'POST /deliveries reaches axios.get to rates.example.com without passing a circuit breaker, while GET /places goes through the opossum breaker',
      remedy: 'Call axios.get through the opossum breaker at src/breaker.ts:3 here as well',
      entryPoints: ['POST /deliveries'],
      related: [{ site: breaker.site, text: 'the opossum breaker guards it on GET /places' }],
    },
  ]);
});

test('a call reached only through breakers is satisfied', () => {
  expect(judge(call({ guarded: [{ reach: reach('GET /a'), breaker }, { reach: reach('GET /b'), breaker }] }))).toMatchObject([
    { verdict: 'satisfied', evidence: 'axios.get is reached only through the opossum breaker at src/breaker.ts:3' },
  ]);
});

test('a way through something unresolved is unproven, unless another is bare', () => {
  const uncertain = [{ reach: reach('GET /a'), because: 'withGuard comes from an unknown package' }];
  expect(judge(call({ uncertain, guarded: [{ reach: reach('GET /b'), breaker }] }))).toMatchObject([
    { verdict: 'unproven', because: 'axios.get may be behind a circuit breaker: withGuard comes from an unknown package' },
  ]);
  expect(judge(call({ uncertain, unguarded: [reach('GET /c')] }))).toMatchObject([{ verdict: 'violated' }]);
});

test('a call that no request reaches is not judged', () => {
  expect(judge(call())).toEqual([]);
});

test('a partner that the name already tells is not repeated, and an unknown one is grouped by its call', () => {
  const [named, none] = judge(call({ name: 'stripe.charges.create', partner: 'stripe', unguarded: [reach('GET /a')] }), call({ site: at('src/x.ts:1'), partner: '', unguarded: [reach('GET /a')] }));
  expect(named).toMatchObject({ message: 'GET /a reaches stripe.charges.create without passing a circuit breaker', group: 'stripe' });
  expect(none).toMatchObject({ group: 'axios.get' });
});

test('one place gives one verdict', () => {
  const verdicts = judge(call({ guarded: [{ reach: reach('GET /b'), breaker }] }), call({ unguarded: [reach('GET /a', 5)] }), call({ unguarded: [reach('GET /c', 1)] }));
  expect(verdicts).toMatchObject([{ verdict: 'violated', entryPoints: ['GET /c', 'GET /a'], trace: reach('GET /c', 1).trace }]);
});

test('entry points whose way is guarded are told apart from those that are not', () => {
  const both = call({ unguarded: [reach('GET /a')], guarded: [{ reach: reach('GET /b'), breaker }] });
  expect(judge(both)).toMatchObject([{ verdict: 'violated', entryPoints: ['GET /a'], holdsFor: ['GET /b'] }]);
  expect(judge(call({ unguarded: [], guarded: [{ reach: reach('GET /b'), breaker }] }))).toMatchObject([{ verdict: 'satisfied', entryPoints: ['GET /b'] }]);
});

test('what nobody waits for holds itself and no request', () => {
  expect(judge(call({ unguarded: [reach('POST /resets')], awaited: false }))).toMatchObject([{ holdsItself: true, consequence: expect.stringContaining('nobody waits for this') as string }]);
  expect(judge(call({ unguarded: [reach('POST /resets')] }))[0]).not.toHaveProperty('holdsItself');
});
