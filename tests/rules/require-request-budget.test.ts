import { expect, test } from 'vitest';
import rule from '#rules/require-request-budget.js';
import { at, bounded, budget, requestPath, slice, unknown, verdictsOf } from '../support/service-models.js';

const APP = at('src/app.ts:3');
const ROUTER = at('src/router.ts:1');
const judge = (...paths: Parameters<typeof requestPath>[]) => verdictsOf(rule, { paths: paths.map((path) => requestPath(...path)) });

test('an application of which nothing has a budget is told once', () => {
  expect(judge(['GET /a', { within: [APP] }], ['POST /b', { within: [APP, ROUTER], site: 'src/router.ts:4' }])).toMatchObject([
    { verdict: 'violated', site: APP, message: 'GET /a and POST /b have no total timeout', entryPoints: ['GET /a', 'POST /b'] },
  ]);
});

test('where some have one, a router without any is told once and the others each for itself', () => {
  const verdicts = judge(
    ['GET /a', { within: [APP], site: 'src/app.ts:5', budget: budget('3 s', bounded(3000)) }], ['GET /b', { within: [APP], site: 'src/app.ts:6' }],
    ['GET /c', { within: [APP, ROUTER], site: 'src/router.ts:4' }], ['GET /d', { within: [APP, ROUTER], site: 'src/router.ts:5' }],
  );
  expect(verdicts.filter(({ verdict }) => verdict === 'violated').map(({ site: { file, line } }) => `${file}:${line}`)).toEqual(['src/router.ts:1', 'src/app.ts:6']);
  expect(verdicts).toContainEqual(expect.objectContaining({ verdict: 'satisfied', site: at('src/app.ts:5') }));
});

test('without an application in sight it is told at the registration', () => {
  expect(judge(['GET /a', { site: 'src/a.ts:2' }])).toMatchObject([{ verdict: 'violated', site: at('src/a.ts:2') }]);
});

test('an unknown limit is no finding', () => {
  expect(judge(['GET /a', { within: [APP], budget: budget('gateway', unknown('a setting')) }])).toMatchObject([{ verdict: 'unproven' }]);
});

test('what waits for nothing or answers nobody is not asked', () => {
  expect(judge(['GET /a', { waits: false }], ['consume mails', { answers: false }])).toEqual([]);
});

const RACE = { is: 'timeout' as const, name: 'Promise.race', site: at('src/deadline.ts:4'), bound: bounded(3000) };
const RACED = { within: [APP], slices: [slice('pool.query', 500, { guards: [RACE] })] };

test('a timeout around everything that is waited for ends it like a budget, as far as everything is in sight', () => {
  const path = requestPath('GET /a', RACED);
  expect(verdictsOf(rule, { paths: [path] })).toMatchObject([{ verdict: 'satisfied', evidence: expect.stringContaining('GET /a ends after 3 s') as string }]);
  expect(verdictsOf(rule, { paths: [{ ...path, omitted: 1 }] })).toMatchObject([{ verdict: 'unproven' }]);
  expect(verdictsOf(rule, { paths: [{ ...path, unproven: [{ site: APP, because: 'nobody knows it' }] }] })).toMatchObject([{ verdict: 'unproven' }]);
});

test('an application of which the most have none is told once', () => {
  const bare = { within: [APP], slices: [slice('pool.query', 500)] };
  expect(judge(['GET /a', RACED], ['GET /b', bare], ['GET /c', bare]).filter(({ verdict }) => verdict === 'violated')).toMatchObject([{ site: APP, entryPoints: ['GET /b', 'GET /c'] }]);
  expect(judge(['GET /a', RACED], ['GET /b', RACED], ['GET /c', { ...bare, site: 'src/c.ts:1' }]).filter(({ verdict }) => verdict === 'violated')).toMatchObject([{ site: at('src/c.ts:1') }]);
});
