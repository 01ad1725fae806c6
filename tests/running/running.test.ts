import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lint } from '#linter/lint.js';
import { defaultOptions } from '#linter/options.js';
import type { LintResult } from '#linter/types.js';
import type { Dependency } from '#model/types.js';
import { realAnalysis } from '../support/analysis.js';
import { FIXTURES } from '../support/scenarios.js';
import { RunningService } from './service.js';
import type { Answer } from './service.js';
import { startDatabase } from './world.js';
import type { Database } from './world.js';

/** What the scheduler of a busy machine may add to a time, besides what it was seen to add. */
const ALLOWANCE_MS = 250;

let database: Database;
beforeAll(async () => {
  database = await startDatabase();
}, 60_000);
afterAll(() => database.stop());

/** What was seen of a service under each fault. */
interface Seen {
  readonly healthy: Answer;
  readonly hung: readonly Answer[];
  readonly saturated: readonly Answer[];
  /** Each step nearly as long as it may be. */
  readonly slow: readonly Answer[];
  readonly after: Answer;
  /** The request in flight at SIGTERM. */
  readonly last: Answer;
  readonly exit: { readonly code: number | undefined; readonly ms: number };
}

/** Starts a service for a while. */
async function using<T>(name: string, use: (service: RunningService) => Promise<T>): Promise<T> {
  const service = await RunningService.start(name, database.port);
  try {
    return await use(service);
  } finally {
    service.stop();
  }
}

/** A provider that hangs, a pool that is used up, everything slow at once, and SIGTERM in mid-request. */
async function faults({ name, ask: [method, path], slow: [partnersMs, statementsMs], inFlightMs = 750, bare = method !== 'POST' }: Run): Promise<Seen> {
  return using(name, async (service) => {
    const asks = (count: number) => Promise.all(Array.from({ length: count }, () => service.ask(method, path, { patience: 9_000, bare })));
    const [healthy] = await asks(2) as [Answer, Answer];
    service.provider.delayMs = service.stock.delayMs = partnersMs;
    service.wire.delayMs = statementsMs;
    const slow = await asks(4);
    service.provider.delayMs = service.stock.delayMs = service.wire.delayMs = 0;
    service.provider.hangs = true;
    const hung = await asks(2);
    service.provider.hangs = false;
    service.wire.freeze();
    const saturated = await asks(4);
    service.wire.thaw();
    const [after] = await asks(1) as [Answer];
    service.provider.delayMs = inFlightMs;
    const arrival = service.provider.arrival();
    const request = service.ask(method, path, { bare });
    await Promise.race([arrival, request]);
    const exit = await service.terminate();
    return { healthy, slow, hung, saturated, after, last: await request, exit };
  });
}

const analysed = new Map<string, LintResult>();

function analysisOf(name: string): LintResult {
  let result = analysed.get(name);
  if (result === undefined) analysed.set(name, (result = lint({ ...defaultOptions(join(FIXTURES, 'running', name)), cache: false, timelines: true }, { analysis: realAnalysis })));
  return result;
}

/** The computed limit of an entry point for its client: the worst case, or the budget that ends it earlier. */
function limitOf(name: string, entryPoint: string): number {
  const path = analysisOf(name).paths?.find((candidate) => candidate.entryPoint.name === entryPoint);
  const bounds = [path?.worstCase, path?.budget?.guard.name.startsWith('the request budget of') === true ? path.budget.bound : undefined];
  return Math.min(...bounds.map((bound) => (bound?.is === 'bounded' ? bound.ms : Infinity)));
}

function neverLonger(name: string, entryPoint: string, answers: readonly Answer[]): void {
  const limit = limitOf(name, entryPoint);
  for (const { ms, lagMs } of answers) expect(ms - lagMs, `${name}: ${entryPoint} against its computed ${limit} ms`).toBeLessThanOrEqual(limit + ALLOWANCE_MS);
}

const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status);

function whenHung(name: string): Dependency | undefined {
  return analysisOf(name).dependencies?.find((dependency) => dependency.name === 'pay.example.com');
}

interface Run {
  readonly name: string;
  readonly ask: readonly [method: string, path: string, entryPoint: string];
  /** How long partners and the answers of the database take when all is slow: most of what their limits leave them. */
  readonly slow: readonly [partnersMs: number, statementsMs: number];
  readonly inFlightMs?: number;
  /** Sent without a body. */
  readonly bare?: boolean;
  readonly sees: Readonly<Record<string, unknown>>;
}

const left = { code: 0 };
const RUNS: readonly Run[] = [
  { name: 'provider-as-long-as-budget', ask: ['POST', '/payments', 'POST /payments'], slow: [1_800, 330], sees: { hung: [{ status: 504 }, { status: 504 }], last: { status: 200 }, exit: left } },
  { name: 'provider-as-long-as-budget-repaired', ask: ['POST', '/payments', 'POST /payments'], slow: [1_150, 370], sees: { hung: [{ status: 502 }, { status: 502 }], last: { status: 200 }, exit: left } },
  { name: 'each-step-fits', ask: ['POST', '/orders/7', 'POST /orders/:id'], slow: [900, 650], bare: true, sees: { last: { status: 200 }, exit: left } },
  { name: 'each-step-fits-repaired', ask: ['POST', '/orders/7', 'POST /orders/:id'], slow: [580, 380], bare: true, inFlightMs: 300, sees: { hung: [{ status: 500 }, { status: 500 }], last: { status: 200 }, exit: left } },
  { name: 'retries-past-the-budget', ask: ['GET', '/rates/1', 'GET /rates/:id'], slow: [650, 220], sees: { hung: [{ status: 504 }, { status: 504 }], last: { status: 200 }, exit: left } },
  { name: 'retries-past-the-budget-repaired', ask: ['GET', '/rates/1', 'GET /rates/:id'], slow: [450, 220], inFlightMs: 360, sees: { hung: [{ status: 500 }, { status: 500 }], last: { status: 200 }, exit: left } },
  { name: 'connection-held-while-paying', ask: ['POST', '/orders', 'POST /orders'], slow: [1_500, 500], sees: { hung: [{ status: 502 }, { status: 502 }], last: { status: 201 }, exit: left } },
  { name: 'connection-held-while-paying-repaired', ask: ['POST', '/orders', 'POST /orders'], slow: [1_500, 500], sees: { hung: [{ status: 502 }, { status: 502 }], last: { status: 201 }, exit: left } },
  // Its connections are gone after the first failures, and its pool never ends: the deadline of the drain does.
  { name: 'connection-lost-on-error', ask: ['POST', '/orders', 'POST /orders'], slow: [650, 450], sees: { after: { status: 502 }, exit: { code: 1 } } },
  { name: 'connection-lost-on-error-repaired', ask: ['POST', '/orders', 'POST /orders'], slow: [650, 450], sees: { after: { status: 201 }, last: { status: 201 }, exit: left } },
  { name: 'pool-closed-before-the-server', ask: ['POST', '/payments', 'POST /payments'], slow: [1_350, 450], sees: { after: { status: 200 }, last: { status: 502 } } },
  { name: 'pool-closed-before-the-server-repaired', ask: ['POST', '/payments', 'POST /payments'], slow: [1_350, 450], sees: { after: { status: 200 }, last: { status: 200 }, exit: left } },
  { name: 'exit-before-the-closes', ask: ['POST', '/payments', 'POST /payments'], slow: [1_350, 450], sees: { after: { status: 200 }, last: { status: undefined, cut: expect.any(String) } } },
  { name: 'exit-before-the-closes-repaired', ask: ['POST', '/payments', 'POST /payments'], slow: [1_350, 450], sees: { after: { status: 200 }, last: { status: 200 }, exit: left } },
  { name: 'drain-shorter-than-a-request', ask: ['POST', '/payments/7', 'POST /payments/:id'], slow: [2_000, 450], bare: true, inFlightMs: 2100, sees: { last: { status: undefined, cut: expect.any(String) }, exit: { code: 1 } } },
  { name: 'drain-shorter-than-a-request-repaired', ask: ['POST', '/payments/7', 'POST /payments/:id'], slow: [2_000, 450], bare: true, inFlightMs: 2100, sees: { last: { status: 200 }, exit: left } },
  { name: 'breaker-for-each-request', ask: ['POST', '/payments', 'POST /payments'], slow: [850, 410], inFlightMs: 300, sees: { hung: [{ status: 502 }, { status: 502 }], last: { status: 200 }, exit: left } },
  { name: 'breaker-for-each-request-repaired', ask: ['POST', '/payments', 'POST /payments'], slow: [850, 410], inFlightMs: 300, sees: { hung: [{ status: 502 }, { status: 502 }], exit: left } },
];

describe('under a hung provider, a saturated pool and SIGTERM in mid-request', () => {
  for (const run of RUNS)
    test.concurrent(run.name, { retry: 2 }, async () => {
      const { name, ask: [, , entryPoint], sees } = run;
      const seen = await faults(run);
      neverLonger(name, entryPoint, [seen.healthy, ...seen.hung, ...seen.saturated, ...seen.slow, seen.after]);
      expect(seen).toMatchObject(sees);
    });
});

test('whether the drain fits while the provider hangs is told before', () => {
  const fits = (name: string) => whenHung(name)?.drains.map((drain) => drain.fits);
  expect([fits('drain-shorter-than-a-request'), fits('drain-shorter-than-a-request-repaired')]).toEqual([['no'], ['yes']]);
});

describe('what a finding says comes true, and not in its repaired twin', () => {
  test.concurrent('each step fits, all together do not: the card is charged for an order that has failed', { retry: 2 }, async () => {
    const slow = (name: string) => using(name, async (service) => {
      await service.ask('POST', '/orders/1', { bare: true });
      service.wire.delayMs = 450;
      service.stock.delayMs = service.provider.delayMs = 840;
      const answer = await service.ask('POST', '/orders/2', { bare: true });
      await new Promise((resolve) => setTimeout(resolve, 2_400));
      return { status: answer.status, chargedLater: service.provider.answered.filter((at) => at > answer.at).length };
    });
    expect(await Promise.all([slow('each-step-fits'), slow('each-step-fits-repaired')])).toEqual([{ status: 503, chargedLater: 1 }, { status: 500, chargedLater: 0 }]);
  });

  test.concurrent('retries outlast the budget: attempts go on after the client was answered', { retry: 2 }, async () => {
    const hung = (name: string) => using(name, async (service) => {
      await service.ask('GET', '/rates/1');
      service.provider.hangs = true;
      const before = service.provider.seen.length;
      const answer = await service.ask('GET', '/rates/1');
      await new Promise((resolve) => setTimeout(resolve, 1_800));
      const attempts = service.provider.seen.slice(before);
      return { status: answer.status, attempts: attempts.length, later: attempts.filter((at) => at > answer.at).length };
    });
    expect(await Promise.all([hung('retries-past-the-budget'), hung('retries-past-the-budget-repaired')])).toEqual([{ status: 504, attempts: 3, later: 1 }, { status: 500, attempts: 2, later: 0 }]);
  });

  test.concurrent('a connection is held while the provider hangs: who does not need the provider fails too', { retry: 2 }, async () => {
    const hung = (name: string) => using(name, async (service) => {
      await Promise.all([service.ask('GET', '/orders/1'), service.ask('GET', '/orders/1')]);
      service.provider.hangs = true;
      const payments = [service.ask('POST', '/orders'), service.ask('POST', '/orders')];
      await Promise.race([service.provider.arrival(), ...payments]);
      await new Promise((resolve) => setTimeout(resolve, 100));
      const reads = await Promise.all([service.ask('GET', '/orders/1'), service.ask('GET', '/orders/1')]);
      await Promise.all(payments);
      neverLonger(name, 'GET /orders/:id', reads);
      return statuses(reads);
    });
    expect(await Promise.all([hung('connection-held-while-paying'), hung('connection-held-while-paying-repaired')])).toEqual([[502, 502], [200, 200]]);
    // Two payments in 1.8 s use up a pool of two, and whoever shares it is named.
    expect(whenHung('connection-held-while-paying')?.pools).toMatchObject([{ size: { ms: 2 }, held: { ms: 1_800 }, drainsAt: 2 / 1.8, heldBy: ['POST /orders'], sharedBy: ['GET /orders/:id'] }]);
    expect(whenHung('connection-held-while-paying-repaired')?.pools).toEqual([]);
  });

  test.concurrent('nobody gives up waiting for a connection', { retry: 2 }, async () => {
    const frozen = (name: string) => using(name, async (service) => {
      await service.ask('POST', '/orders');
      service.wire.freeze();
      const answers = await Promise.all(Array.from({ length: 4 }, () => service.ask('POST', '/orders', { patience: 6_000 })));
      neverLonger(name, 'POST /orders', answers);
      return statuses(answers);
    });
    const [endless, ended] = await Promise.all([frozen('pool-without-a-limit'), frozen('pool-without-a-limit-repaired')]);
    expect(endless).toContain(undefined);
    expect(ended).toEqual([502, 502, 502, 502]);
  });

  test.concurrent('nothing ends the call to a provider that hangs', { retry: 2 }, async () => {
    const hung = (name: string) => using(name, async (service) => {
      service.provider.hangs = true;
      const answer = await service.ask('POST', '/orders', { patience: 6_000 });
      neverLonger(name, 'POST /orders', [answer]);
      return answer.status;
    });
    expect(await Promise.all([hung('provider-without-a-limit'), hung('provider-without-a-limit-repaired')])).toEqual([undefined, 502]);
  });

  test.concurrent('a breaker for each request never opens', { retry: 2 }, async () => {
    const hung = (name: string) => using(name, async (service) => {
      service.provider.hangs = true;
      for (let asked = 0; asked < 8; asked += 1) await service.ask('POST', '/payments');
      return service.provider.seen.length;
    });
    const [each, one] = await Promise.all([hung('breaker-for-each-request'), hung('breaker-for-each-request-repaired')]);
    expect(each).toBe(8);
    expect(one).toBe(3);
    expect(whenHung('breaker-for-each-request-repaired')?.entryPoints).toMatchObject([{ held: { ms: 1_000 }, breakers: [{ sees: { ms: 1_000 }, failures: { ms: one }, opens: { ms: 3_000 } }] }]);
  });
});
