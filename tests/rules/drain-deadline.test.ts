import { expect, test } from 'vitest';
import type { Bound, Drain, EntryPoint, GracePeriod, RequestPath } from '#model/types.js';
import rule from '#rules/drain-deadline.js';
import { at, bounded, entryPoint, unknown, verdictsOf } from '../support/service-models.js';

const GRACE: GracePeriod = { is: 'known', ms: 30_000, preStopMs: 0, text: 'terminationGracePeriodSeconds', site: at('k8s/app.yaml:9') };

const REPORT = entryPoint('GET /report');

const pathOf = (served: EntryPoint, bound: Bound) => ({ entryPoint: served, waits: true, budget: { guard: { is: 'timeout', name: 'Promise.race', site: at('src/budget.ts:7') }, bound, covers: bounded(3000) }, budgets: [], slices: [], unproven: [] }) as unknown as RequestPath;

function drain(ms: number, more: Partial<Drain> = {}): Drain {
  return { site: at('src/server.ts:12'), what: 'the timer', deadline: bounded(ms, 'src/server.ts:12', 'the delay of setTimeout'), after: [], entryPoints: [REPORT], grace: GRACE, ...more };
}

const judge = (...drains: Drain[]) => verdictsOf(rule, { drains, paths: [pathOf(REPORT, bounded(8000))] });

test('equal is too long, and too short', () => {
  expect(judge(drain(30_000))).toMatchObject([{ verdict: 'violated', message: 'The drain deadline of 30 s (the delay of setTimeout) is not shorter than the grace period of 30 s (terminationGracePeriodSeconds)' }]);
  expect(judge(drain(8000))).toMatchObject([{ verdict: 'violated', message: 'The drain deadline of 8 s (the delay of setTimeout) is not longer than the budget of GET /report, 8 s' }]);
  expect(judge(drain(20_000))).toMatchObject([{ verdict: 'satisfied' }]);
});

test('without a budget only the grace period is asked, and the other way round', () => {
  expect(judge(drain(20_000, { entryPoints: [] }))).toMatchObject([{ verdict: 'satisfied' }]);
  const grace: GracePeriod = { is: 'unknown', because: 'no manifest says how long the platform waits' };
  expect(judge(drain(20_000, { grace }))).toMatchObject([{ verdict: 'unproven' }]);
  expect(judge(drain(5000, { grace }))).toMatchObject([{ verdict: 'violated' }]);
});

test('a timer that begins when something has closed does not say how long the drain takes', () => {
  const late = { after: ['PostHog client'] };
  const grace: GracePeriod = { is: 'unknown', because: 'no manifest says how long the platform waits' };
  const text = (ms: string) => `how long the drain takes is unknown: the timer of ${ms} begins only when PostHog client has closed`;
  expect(judge(drain(500, { ...late, grace }))).toMatchObject([{ verdict: 'unproven', because: text('500 ms') }]);
  expect(judge(drain(20_000, late))).toMatchObject([{ verdict: 'unproven', because: text('20 s') }]);
  expect(judge(drain(30_000, late))).toMatchObject([{ verdict: 'violated' }]);
});

test('an unknown deadline is unproven', () => {
  expect(judge(drain(0, { deadline: unknown('DRAIN is read from the environment and has no default') }))).toMatchObject([{ verdict: 'unproven' }]);
});

test('keep-alive has to outlast the balancer', () => {
  const keepAlive = (ms: number) => ({ site: at('src/server.ts:7'), what: 'HTTP server', value: bounded(ms, 'src/server.ts:7', 'keepAliveTimeout'), idleMs: 60_000, idle: { site: at('k8s/ingress.yaml:5'), text: 'idle' } });
  expect(verdictsOf(rule, { keepAlives: [keepAlive(60_000)] })).toMatchObject([{ verdict: 'violated', severity: 'warn' }]);
  expect(verdictsOf(rule, { keepAlives: [keepAlive(65_000)] })).toMatchObject([{ verdict: 'satisfied' }]);
});

test('a timer that the middleware races is a budget as well', () => {
  const served = entryPoint('GET /search');
  const drains = [drain(10_000, { entryPoints: [served] })];
  expect(verdictsOf(rule, { drains, paths: [pathOf(served, bounded(12_000))] })).toMatchObject([{ verdict: 'violated', message: 'The drain deadline of 10 s (the delay of setTimeout) is not longer than the budget of GET /search, 12 s' }]);
  expect(verdictsOf(rule, { drains, paths: [] })).toMatchObject([{ verdict: 'satisfied' }]);
});
