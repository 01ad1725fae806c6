import { expect, test } from 'vitest';
import rule from '#rules/nested-timeouts.js';
import { at, bounded, budget, requestPath, slice, unbounded, verdictsOf } from '../support/service-models.js';

const judge = (ms: number, steps: Parameters<typeof slice>[], marginMs = 0) => {
  const slices = steps.map((step) => slice(...step));
  const sum = slices.reduce((before, { total, counts }) => before + (total.is === 'bounded' && counts ? total.ms : 0), 0);
  return verdictsOf(rule, { marginMs, paths: [requestPath('POST /payments', { slices, budget: budget('the gateway', bounded(ms), bounded(sum)) })] });
};

test('a sum below the budget is satisfied, an equal one is not', () => {
  expect(judge(3001, [['pool.query', 1000], ['axios.post', 2000]])).toMatchObject([{ verdict: 'satisfied' }]);
  expect(judge(3000, [['pool.query', 1000], ['axios.post', 2000]])).toMatchObject([
    {
      verdict: 'violated', site: at('src/server.ts:10'), budgetMs: 3000, worstCaseMs: 3000,
      message: 'POST /payments can take 3 s in all, as long as the gateway, which ends after 3 s: 2 steps wait, each of them within it',
      remedy: 'Take at least 1 ms off these steps; the largest is axios.post with 2 s, or raise the budget above 3000 ms',
    },
  ]);
});

test('the margin has to be left over', () => {
  expect(judge(3200, [['pool.query', 1000], ['axios.post', 2000]], 200)).toMatchObject([{ verdict: 'violated', remedy: expect.stringContaining('raise the budget above 3200 ms') }]);
  expect(judge(3201, [['pool.query', 1000], ['axios.post', 2000]], 200)).toMatchObject([{ verdict: 'satisfied' }]);
});

test('every slice is a related place', () => {
  const [found] = judge(2000, [['pool.query', 1000], ['axios.post', 1500]]);
  expect(found?.verdict === 'violated' ? found.related?.map(({ text }) => text) : []).toEqual(['the gateway ends after 2 s', 'pool.query takes up to 1 s', 'axios.post takes up to 1.5 s']);
});

test('a step that does not fit by itself is nesting and says nothing of the sum', () => {
  expect(judge(2000, [['pool.query', 1000], ['axios.post', 2000]])).toEqual([]);
});

test('a step without a bound belongs to another rule', () => {
  const slices = [{ ...slice('axios.post', 0), total: unbounded('axios') }];
  expect(verdictsOf(rule, { paths: [requestPath('POST /payments', { slices, budget: budget('the gateway', bounded(2000), unbounded('axios')) })] })).toEqual([]);
});
