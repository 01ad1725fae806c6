import type { Bound, Dependency, EntryPoint, Guard, Opened, RequestPath, Slice } from '#model/types.js';
import type { Finding, LintResult } from '#linter/types.js';
import { buildReview, type ReviewContext } from '#linter/review/build-review.js';
import { defaultPolicy } from '#linter/review/decision.js';
import type { Review } from '#linter/review/types.js';
import { defineRule, satisfied, unproven, violated, type Rule } from '#rules/types.js';
import { at } from './service-models.js';

const rule = (id: string, concern: string, severity: 'error' | 'warn' = 'error'): Rule =>
  defineRule({ id, concern, question: `Does ${id} hold?`, consequence: 'Requests hang.', severity, recommended: true, judge: () => [] });

export const rules = [rule('pool-rule', 'pool'), rule('breaker-rule', 'breaker', 'warn'), rule('loop-rule', 'event-loop'), rule('shutdown-rule', 'shutdown'), rule('time-rule', 'timeouts')];

const entry = (name: string, line: number): EntryPoint => ({ id: name, name, kind: 'http', framework: 'express', site: at(`src/routes.ts:${line}`), middleware: ['auth'], answers: true, repeats: 'client' });

const bounded = (ms: number, text = 'timeout'): Bound => ({ is: 'bounded', ms, from: { text, site: at('src/limits.ts:1'), isDefault: false } });
const unbounded: Bound = { is: 'unbounded', from: { text: "pg's default", site: at('src/db.ts:4'), isDefault: true } };
const retry: Guard = { is: 'retry', name: 'p-retry', site: at('src/pay.ts:8'), attempts: bounded(3) };

function slice(operation: string, more: Partial<Slice>): Slice {
  return {
    step: 'handler', middleware: false, layer: 'outbound', operation, site: at('src/pay.ts:9'), on: undefined, guards: [], attempts: bounded(1), perAttempt: bounded(1000), delays: bounded(0),
    total: bounded(1000), startMs: 0, earliestMs: 0, counts: true, branching: [], trace: [], ...more,
  };
}

const entryPoints = [entry('POST /payments', 10), entry('GET /users/:id', 20), entry('GET /health', 30)];
const [pay, user] = entryPoints as [EntryPoint, EntryPoint];
const poolSite = at('src/db.ts:4');
const partnerSite = at('src/pay.ts:9');

const paths: readonly RequestPath[] = [
  {
    entryPoint: pay, waits: true, budget: { guard: { is: 'budget', name: 'the request budget', site: at('src/app.ts:2') }, bound: bounded(5000), startMs: 0, covers: bounded(4000) }, budgets: [],
    worstCase: unbounded, omitted: 0, unproven: [], within: [],
    slices: [
      slice('axios.post', { on: { name: 'pay.example.com', site: partnerSite }, guards: [retry], attempts: bounded(3), perAttempt: bounded(1000), delays: bounded(600), total: bounded(3600) }),
      slice('pool.query', { layer: 'statement', site: at('src/db.ts:9'), on: { name: 'pg Pool', site: poolSite }, startMs: 3600, perAttempt: unbounded, total: unbounded }),
    ],
  },
];

const dependencies: readonly Dependency[] = [
  {
    name: 'pg Pool', is: 'resource', site: poolSite,
    entryPoints: [pay, user].map((entryPoint) => ({ entryPoint, held: unbounded, attempts: bounded(1), reaching: bounded(1), breakers: [], unguarded: true, budget: undefined })),
    pools: [{ name: 'pg Pool', site: poolSite, size: bounded(10), held: unbounded, drainsAt: 2.5, heldBy: ['POST /payments'], sharedBy: ['GET /users/:id'] }], drains: [],
  },
  { name: 'pay.example.com', is: 'partner', site: partnerSite, entryPoints: [{ entryPoint: pay, held: bounded(3600), attempts: bounded(3), reaching: bounded(3), breakers: [], unguarded: true, budget: undefined }], pools: [], drains: [] },
];

const serverSite = at('src/main.ts:3');
const opened: readonly Opened[] = [
  { name: 'pg Pool', is: 'pool', site: poolSite, mustClose: true, neededBy: [serverSite] },
  { name: 'http server', is: 'server', site: serverSite, mustClose: true, neededBy: [] },
];

const findings: readonly Finding[] = [
  {
    ruleId: 'pool-rule', severity: 'error',
    verdict: violated(poolSite, { message: 'GET /users/:id can wait forever', remedy: 'Set a limit', trace: [{ site: at('src/routes.ts:20'), text: 'GET /users/:id' }], entryPoints: ['GET /users/:id', 'POST /payments'] }),
  },
  {
    ruleId: 'breaker-rule', severity: 'warn',
    verdict: violated(partnerSite, { message: 'POST /payments reaches axios.post without a breaker', remedy: 'Use a breaker', trace: [], entryPoints: ['POST /payments'], holdsFor: ['GET /users/:id'], group: 'pay.example.com' }),
  },
  { ruleId: 'loop-rule', severity: 'error', verdict: { ...satisfied(at('src/routes.ts:30'), 'GET /health reaches no call that is known to block'), entryPoints: ['GET /health'] } },
  { ruleId: 'loop-rule', severity: 'error', verdict: violated(at('src/file.ts:5'), { message: 'POST /payments reaches fs.readFileSync', remedy: 'Use promises', trace: [], entryPoints: ['POST /payments'] }), suppressed: { reason: 'read once a day', line: 4 } },
  {
    ruleId: 'shutdown-rule', severity: 'error',
    verdict: violated(at('src/main.ts:9'), { message: 'pg Pool is closed before http server', remedy: 'Close it after', trace: [], related: [{ site: poolSite, text: 'made here' }, { site: serverSite, text: 'made here' }] }),
  },
  { ruleId: 'time-rule', severity: 'error', verdict: { ...unproven(at('src/limits.ts:3'), 'LIMIT is read from the environment'), entryPoints: ['GET /users/:id'] } },
];

/** A small service with one of everything that a review shows. */
export const reviewResult: LintResult = {
  root: '/srv/shop', rules, findings, paths, dependencies, opened, marginMs: 200,
  provisions: [{ is: 'logger', name: 'pino', site: at('src/log.ts:1') }, { is: 'rate-limit', name: 'express-rate-limit', site: at('src/app.ts:4') }],
  entryPoints: entryPoints.map(({ id, name, kind, site, middleware }) => ({ id, name, kind, file: site.file, line: site.line, middleware })),
  coverage: { files: 5, lines: 321, entryPoints: 3, calls: { total: 40, resolved: 39 }, timeouts: { total: 2, resolved: 1 } },
  skipped: [{ path: 'tests/a.test.ts', reason: 'test', detail: 'a test' }], notes: [{ message: 'no lockfile' }], incidents: [], durationMs: 12,
};

/** The review of a result, dated and numbered the same in every run. */
export function reviewOf(result: LintResult = reviewResult, more: Partial<ReviewContext> = {}): Review {
  const fingerprints = result.findings.map((_, index) => `print:${index}`);
  return buildReview(result, { service: 'shop', version: '0.0.0', madeAt: '2026-01-02T03:04:05.000Z', stopped: false, policy: defaultPolicy, fingerprints, ...more });
}
