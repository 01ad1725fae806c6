import { expect, test } from 'vitest';
import type { Dependency, RequestPath, Shutdown } from '#model/types.js';
import { hangWords } from '#surfaces/trace/hang-words.js';
import { traceJson } from '#surfaces/trace/trace-json.js';
import { traceMarkdown } from '#surfaces/trace/trace-markdown.js';
import { tracePretty } from '#surfaces/trace/trace-pretty.js';
import { budgetOf, rowsOf } from '#surfaces/trace/trace-view.js';
import type { TraceView } from '#surfaces/trace/trace-view.js';
import { waterfallOf } from '#surfaces/trace/waterfall.js';
import { at, bounded, budget, entryPoint, requestPath, slice, unbounded } from '../support/service-models.js';

const PATH: RequestPath = requestPath('POST /payments', {
  budget: budget('the gateway', bounded(3000), bounded(3200)),
  slices: [
    slice('pool.query', 800, { layer: 'statement', step: 'authenticate', middleware: true }),
    slice('axios.post', 2400, { startMs: 800, on: { name: 'pay.example.com', site: undefined }, attempts: bounded(2), perAttempt: bounded(1200) }),
    slice('redis.get', 300, { startMs: 800, counts: false }),
  ],
});
const view = (more: Partial<TraceView> = {}): TraceView => ({ paths: [PATH], whole: true, hang: undefined, shutdowns: [], findings: [], width: 80, color: false, ...more });

test('alternatives that lead to the same operation are shown once', () => {
  const beside = slice('redis.get', 300, { startMs: 800, counts: false });
  const path = requestPath('GET /', { slices: [slice('axios.post', 2400), beside, beside] });
  expect(rowsOf(path).map(({ operation }) => operation)).toEqual(['GET /', 'axios.post', 'redis.get', 'worst case']);
});

test('the same operation is shown as often as it runs at once', () => {
  const arm = (position: number) => slice('s3.put', 300, { counts: position === 0, branching: [{ is: 'parallel', group: 1, arm: position, arms: 2 }] });
  const path = requestPath('PUT /', { slices: [arm(0), arm(1)] });
  expect(rowsOf(path).map(({ operation }) => operation)).toEqual(['PUT /', 's3.put', 's3.put', 'worst case']);
});

test('a waterfall is drawn to scale, with the budget as a line', () => {
  expect(waterfallOf(PATH, 80)).toEqual([
    '                            0                                  3.2 s',
    'pool.query                  ██████████                            │   800 ms',
    'axios.post                            ██████████████████████████████  2.4 s',
    'redis.get                             ░░░░                        │   300 ms',
    '                                                                  │ budget 3 s',
  ]);
});

test('what has no end runs out of the picture', () => {
  const endless = { ...PATH, slices: [slice('axios.get', 0, { total: unbounded('axios') })] };
  expect(waterfallOf(endless, 80)[1]).toMatch(/^axios\.get +█{40}▶ no end$/);
});

test('the table goes from accept to answer, and says what is over', () => {
  const text = tracePretty(view());
  expect(text).toContain('overrun by 200 ms');
  expect(text.split('\n').filter((line) => /^(accept|authenticate|handler|answer)/.test(line)).map((line) => line.split(/ {2,}/).slice(0, 3))).toEqual([
    ['accept', 'http', 'POST /payments'], ['authenticate (mid…', 'statement', 'pool.query'], ['handler', 'outbound', 'axios.post → pay.example.com'],
    ['handler', 'outbound', 'redis.get'], ['answer', 'worst case', '3.2 s'],
  ]);
  expect(text).toContain('2.4 s (2 × 1.2 s)');
  expect(text).not.toContain('\u001b');
});

test('a budget is told in parts, and none in each format', () => {
  const none = requestPath('GET /', { slices: [slice('axios.post', 2400)] });
  expect([budgetOf(none), budgetOf(PATH)]).toEqual([undefined, { limit: '3 s by the gateway (src/limits.ts:1)', left: 'overrun by 200 ms' }]);
  expect(tracePretty(view({ paths: [none] }))).toContain('budget      none: nobody gives up on it');
  expect(traceMarkdown(view({ paths: [none] }))).toContain('no budget: nobody gives up on it.');
});

const LONG = 'GET /api/v1/organisations/:organisationId/projects/:projectId/environments/:environmentId/deployments';
const far = (line: number) => at(`services/platform/src/modules/organisations/infrastructure/http/deployments.controller.ts:${line}`);
const SHUTDOWN: Shutdown = {
  signals: ['SIGTERM', 'SIGINT'], handlers: [{ site: far(100), text: 'The SIGTERM handler' }], entryPoints: [entryPoint(LONG)],
  parts: [
    { name: 'the HTTP server that a framework of the platform makes', is: 'server', site: far(7), depth: 0, neededBy: [], closes: { order: 1, site: far(101), after: ['the pool of connections that reads the replicas', 'BullMQ worker'], drains: true, awaited: false, stillNeededBy: undefined }, left: undefined },
    { name: 'the pool of connections that reads the replicas', is: 'pool', site: far(8), depth: 2, neededBy: [{ site: far(7), text: 'HTTP server' }, { site: far(9), text: 'BullMQ worker' }], closes: undefined, left: 'never closed' },
  ],
  exits: [{ site: far(120), after: ['HTTP server', 'the pool of connections that reads the replicas'], cuts: [] }], deadlines: [{ site: far(121), what: 'the timer', bound: bounded(10_000), after: [] }],
  grace: { is: 'unknown', because: 'no manifest' }, unproven: [{ site: far(130), because: 'what closes the rest is not in sight, for it is put together from names at run time' }],
};
const LONG_PATH = requestPath(LONG, {
  site: 'services/platform/src/modules/organisations/infrastructure/http/deployments.controller.ts:42', budget: budget('the request budget of connect-timeout', bounded(12_345), bounded(12_300)),
  slices: [
    slice('this.deploymentsRepository.createQueryBuilder().innerJoinAndSelect().getMany', 12_000, { step: 'authenticateTheCallerOfTheOrganisation', middleware: true, layer: 'transaction', attempts: bounded(3), perAttempt: bounded(4_321), delays: bounded(1_250) }),
    slice('axios.post', 300, { startMs: 12_000, on: { name: 'a-partner-with-a-rather-long-name.eu-central-1.example.com', site: undefined } }),
  ],
});

test.each<[string, Partial<TraceView>]>([
  ['a whole trace with its shutdown', { shutdowns: [SHUTDOWN] }],
  ['the list', { whole: false }],
])('%s fits 80 columns, places that cannot be broken aside', (_name, more) => {
  const lines = tracePretty(view({ paths: [LONG_PATH], ...more })).split('\n');
  expect(lines.filter((line) => line.length > 80).map((line) => line.trim()).filter((line) => / /.test(line))).toEqual([]);
});

test('a step says whether it runs in front of the handler or when that is through', () => {
  const steps = requestPath('GET /a', { slices: [slice('fetch', 1, { step: 'check', middleware: true }), slice('fetch', 1), slice('fetch', 1, { step: 'hook', after: true })] });
  expect(rowsOf(steps).map(({ step }) => step)).toEqual(['accept', 'check (middleware)', 'handler', 'hook (after)', 'answer']);
});

test('text of the project is escaped in every format', () => {
  const evil = requestPath('GET /\u001b[31m`x`|\n::error::', { slices: [slice('a\u0007b', 1)] });
  for (const text of [tracePretty(view({ paths: [evil] })), traceMarkdown(view({ paths: [evil] })), traceJson(view({ paths: [evil] }))]) expect(text).not.toMatch(/[\u0007\u001b]/);
});

test('JSON is versioned and lists what a list needs', () => {
  expect(JSON.parse(traceJson(view({ whole: false })))).toMatchObject({ schemaVersion: 1, entryPoints: [{ name: 'POST /payments', worstCase: { ms: 3200 } }] });
});

const HANG: Dependency = {
  name: 'pay.example.com', is: 'partner', site: at('src/pay.ts:3'),
  entryPoints: [{ entryPoint: entryPoint('POST /payments'), held: bounded(2400), attempts: bounded(2), reaching: bounded(2), breakers: [], unguarded: true, budget: undefined }],
  pools: [{ name: 'pg Pool', site: at('src/db.ts:1'), size: bounded(10), held: bounded(2500), drainsAt: 4, heldBy: ['POST /payments'], sharedBy: ['GET /orders'] }],
  drains: [{ site: at('src/app.ts:9'), signals: ['SIGTERM'], last: entryPoint('POST /payments'), answered: bounded(2400), ends: { bound: bounded(2000), by: 'the timer', site: at('src/app.ts:10') }, fits: 'no' }],
};

test('what is delivered again is tried as often again', () => {
  const often = { is: 'bounded', ms: 5, from: { text: 'maxReceiveCount', site: at('serverless.yml:18'), isDefault: false } } as const;
  const [held] = HANG.entryPoints;
  const one = { ...held, entryPoint: { ...entryPoint('lambda handler'), kind: 'serverless', id: 'lambda handler (src/a.ts)' }, deliveries: often, budget: { is: 'budget', name: 'the request budget of AWS Lambda', site: at('serverless.yml:4'), bound: bounded(2000) } } as Dependency['entryPoints'][number];
  expect(hangWords({ ...HANG, entryPoints: [one] }).entryPoints).toEqual([
    'lambda handler (src/a.ts) is held for up to 2.4 s: up to 2 attempts at each of 5 deliveries, up to 10 attempts for one message (maxReceiveCount, serverless.yml:18), no breaker is in sight; the platform ends it earlier, by the request budget of AWS Lambda after 2 s',
  ]);
});

test('what hangs is told in sentences', () => {
  expect(hangWords(HANG)).toEqual({
    entryPoints: ['POST /payments is held for up to 2.4 s: up to 2 attempts, no breaker is in sight'],
    pools: ['pg Pool (src/db.ts:1): each request keeps one connection of 10 for up to 2.5 s; more than 4 requests a second and it can run dry; held by POST /payments; GET /orders only shares it and then fails too'],
    drains: ['On SIGTERM (src/app.ts:9) POST /payments is answered after 2.4 s at the latest, and the timer (src/app.ts:10) ends the process after 2 s: the drain does not fit, and requests in flight are cut off'],
  });
});

test('entry points of which the same is true are told together, the first of them by their names', () => {
  const [held] = HANG.entryPoints;
  const named = (id: string) => ({ ...held, entryPoint: { ...entryPoint(id), id } }) as Dependency['entryPoints'][number];
  expect(hangWords({ ...HANG, entryPoints: [named('GET /a'), named('GET /b')] }).entryPoints).toEqual(['2 entry points are each held for up to 2.4 s: up to 2 attempts, no breaker is in sight: GET /a, GET /b']);
  const many = Array.from({ length: 25 }, (_, position) => named(`GET /${position}`));
  expect(hangWords({ ...HANG, entryPoints: many }).entryPoints[0]).toMatch(/GET \/19 and 5 more \(--format json names them\)$/);
});

test('an unknown time is told with its reason', () => {
  const [held] = HANG.entryPoints;
  const unknown = { is: 'unknown', because: 'what a request brings' } as const;
  expect(hangWords({ ...HANG, entryPoints: [{ ...held, held: unknown, reaching: unknown } as Dependency['entryPoints'][number]] }).entryPoints).toEqual([
    'POST /payments is held for an unknown time (what a request brings): how many attempts is not known (what a request brings), no breaker is in sight',
  ]);
});
