import { expect, test } from 'vitest';
import type { Dependency, RequestPath } from '#model/types.js';
import { hangWords } from '#surfaces/trace/hang-words.js';
import { traceJson } from '#surfaces/trace/trace-json.js';
import { traceMarkdown } from '#surfaces/trace/trace-markdown.js';
import { tracePretty } from '#surfaces/trace/trace-pretty.js';
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

test('text of the project is escaped in every format', () => {
  const evil = requestPath('GET /\u001b[31m`x`|\n::error::', { slices: [slice('a\u0007b', 1)] });
  for (const text of [tracePretty(view({ paths: [evil] })), traceMarkdown(view({ paths: [evil] })), traceJson(view({ paths: [evil] }))]) expect(text).not.toMatch(/[\u0007\u001b]/);
});

test('JSON is versioned and lists what a list needs', () => {
  expect(JSON.parse(traceJson(view({ whole: false })))).toMatchObject({ schemaVersion: 1, entryPoints: [{ name: 'POST /payments', worstCase: { ms: 3200 } }] });
});

const HANG: Dependency = {
  name: 'pay.example.com', is: 'partner', site: at('src/pay.ts:3'),
  entryPoints: [{ entryPoint: entryPoint('POST /payments'), held: bounded(2400), attempts: bounded(2), breakers: [], budget: undefined }],
  pools: [{ name: 'pg Pool', site: at('src/db.ts:1'), size: bounded(10), held: bounded(2500), drainsAt: 4, heldBy: ['POST /payments'], sharedBy: ['GET /orders'] }],
  drains: [{ site: at('src/app.ts:9'), signals: ['SIGTERM'], last: entryPoint('POST /payments'), answered: bounded(2400), ends: { bound: bounded(2000), by: 'the timer', site: at('src/app.ts:10') }, fits: 'no' }],
};

test('what hangs is told in sentences', () => {
  expect(hangWords(HANG)).toEqual({
    entryPoints: ['POST /payments is held for 2.4 s: 2 attempts, no breaker sees it'],
    pools: ['pg Pool (src/db.ts:1): each request keeps one connection of 10 for 2.5 s; more than 4 requests a second and it runs dry; held by POST /payments; GET /orders only shares it and then fails too'],
    drains: ['On SIGTERM (src/app.ts:9) POST /payments is answered after 2.4 s at the latest, and the timer (src/app.ts:10) ends the process after 2 s: the drain does not fit, and requests in flight are cut off'],
  });
});
