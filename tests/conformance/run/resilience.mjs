import asyncRetry from 'async-retry';
import { circuitBreaker, ConsecutiveBreaker, ConstantBackoff, handleAll, retry as cockatielRetry, timeout, TimeoutStrategy, wrap } from 'cockatiel';
import { backOff } from 'exponential-backoff';
import * as Mollitia from 'mollitia';
import CircuitBreaker from 'opossum';
import pRetry from 'p-retry';
import pTimeout from 'p-timeout';
import promiseTimeout from 'promise-timeout';
import retry from 'retry';
import { countRuns, endOf, mustBe } from './tools.mjs';

const never = () => new Promise(() => undefined);
const late = () => new Promise((resolve) => { setTimeout(() => resolve('late'), 300); });

/** Timeouts, retries and breakers: their defaults and what they count. */
export const resilience = [
  { covers: '^opossum: \\(\\)\\.(fire|call)', says: 'zero and false switch the limit of opossum off', run: async () => {
    for (const off of [0, false]) mustBe((await endOf(new CircuitBreaker(never, { timeout: off }).fire(), 300)).is, 'waiting', `timeout ${off}`);
  } },
  { covers: '^cockatiel: retry', says: 'cockatiel counts retries, not attempts', run: async () => mustBe(await countRuns((f) => cockatielRetry(handleAll, { maxAttempts: 2, backoff: new ConstantBackoff(0) }).execute(f)), 3, 'runs') },
  { covers: '^cockatiel: timeout', says: 'an aggressive timeout of cockatiel ends the wait, a cooperative one does not', run: async () => {
    mustBe((await endOf(timeout(50, TimeoutStrategy.Aggressive).execute(late))).is, 'ended', 'aggressive');
    mustBe((await endOf(timeout(50, TimeoutStrategy.Cooperative).execute(late))).is, 'answered', 'cooperative');
  } },
  { covers: '^cockatiel: wrap', says: 'the first policy of wrap is the outermost', run: async () => {
    const each = wrap(cockatielRetry(handleAll, { maxAttempts: 1, backoff: new ConstantBackoff(0) }), timeout(30, TimeoutStrategy.Aggressive));
    let runs = 0;
    await each.execute(() => { runs += 1; return never(); }).catch(() => undefined);
    mustBe(runs, 2, 'runs');
  } },
  { covers: '^cockatiel: circuitBreaker', says: 'a breaker of cockatiel opens after the failures it was told', run: async () => {
    const breaker = circuitBreaker(handleAll, { halfOpenAfter: 60_000, breaker: new ConsecutiveBreaker(2) });
    mustBe([await countRuns((f) => breaker.execute(f)), await countRuns((f) => breaker.execute(f)), await countRuns((f) => breaker.execute(f))], [1, 1, 0], 'runs');
  } },
  { covers: '^p-retry: [^|]*(\\| retries retries)?$', says: 'p-retry tries eleven times', run: async () => mustBe(await countRuns((f) => pRetry(f, { minTimeout: 0, maxTimeout: 0 })), 11, 'runs') },
  { covers: '^async-retry: [^|]*(\\| retries retries)?$', says: 'async-retry tries eleven times', run: async () => mustBe(await countRuns((f) => asyncRetry(f, { minTimeout: 0, maxTimeout: 0 })), 11, 'runs') },
  { covers: '^exponential-backoff: [^|]*(\\| retries numOfAttempts)?$', says: 'exponential-backoff counts attempts, ten of them', run: async () => mustBe(await countRuns((f) => backOff(f, { startingDelay: 0, maxDelay: 0 })), 10, 'runs') },
  { covers: '^retry: [^|]*(\\| retries retries)?$', says: 'retry tries eleven times', run: async () => mustBe(await countRuns((f) => new Promise((resolve, reject) => {
    const operation = retry.operation({ minTimeout: 0, maxTimeout: 0 });
    operation.attempt(() => f().then(resolve, (error) => { if (!operation.retry(error)) reject(error); }));
  })), 11, 'runs') },
  { covers: '^mollitia: Retry', says: 'the retry of mollitia counts retries, two of them', run: async () => mustBe(await countRuns((f) => new Mollitia.Circuit({ options: { modules: [new Mollitia.Retry()] } }).fn(f).execute()), 3, 'runs') },
  { covers: '^p-timeout: .*', says: 'p-timeout ends the wait, the work goes on', run: async () => {
    let done = false;
    const end = await endOf(pTimeout(late().then(() => { done = true; }), { milliseconds: 50 }));
    mustBe([end.is, done], ['ended', false], 'the wait');
    await late();
    mustBe(done, true, 'the work');
  } },
  { covers: '^promise-timeout: .*', says: 'promise-timeout ends the wait', run: async () => mustBe((await endOf(promiseTimeout.timeout(never(), 50))).is, 'ended', 'the wait') },
];
