import type { Library } from './schema.js';

export const library: Library = {
  package: 'mollitia',
  name: 'Mollitia',
  source: 'mollitia@0.1.1 dist/index.js; ran',
  checkedOn: ['mollitia@0.1.1'],
  same: [{ path: 'default', is: '' }],
  types: { Circuit: 'Circuit()' },
  callbacks: [
    { call: 'Fallback', callback: '0.callback', runs: 'now' },
    { call: 'Circuit().fn', callback: '0', runs: 'never' },
  ],
  resources: [
    { create: 'SlidingCountBreaker', is: 'breaker', name: 'mollitia breaker', see: 'mollitia 0.1.1: no timeout of its own' },
    { create: 'SlidingTimeBreaker', is: 'breaker', name: 'mollitia breaker', see: 'mollitia 0.1.1: no timeout of its own' },
  ],
  wrappers: [
    { call: 'SlidingCountBreaker', guard: 'breaker', gives: 'policy', see: 'mollitia 0.1.1' },
    { call: 'SlidingTimeBreaker', guard: 'breaker', gives: 'policy', see: 'mollitia 0.1.1' },
    {
      call: 'Timeout', guard: 'timeout', gives: 'policy',
      timeout: { limits: 'total', at: ['0.delay'], default: 60000, offAt: [0, 'Infinity'], note: 'the work goes on', see: 'mollitia 0.1.1' }, see: 'mollitia 0.1.1',
    },
    {
      call: 'Retry', guard: 'retry', gives: 'policy',
      retries: {
        at: ['0.attempts'], counts: 'retries', default: 2, writes: true, delay: { at: ['0.interval'], default: 0, factor: 1, factorAt: ['0.factor'], capAt: ['0.maxInterval'] },
        see: 'mollitia 0.1.1: 3 calls (ran)',
      },
      see: 'mollitia 0.1.1',
    },
    { call: 'Bulkhead', guard: 'bulkhead', gives: 'policy', timeout: { limits: 'queue', at: ['0.maxQueueWait'], default: 60000, see: 'mollitia 0.1.1' }, see: 'mollitia 0.1.1' },
    { call: 'Fallback', guard: 'fallback', gives: 'policy', fallback: '0.callback', see: 'mollitia 0.1.1' },
    { call: 'Cache', guard: 'cache', gives: 'policy', see: 'mollitia 0.1.1' },
    { call: 'Ratelimit', guard: 'bulkhead', gives: 'policy', see: 'mollitia 0.1.1' },
    {
      call: 'Circuit().fn().execute', guard: 'compose', policies: 'creation:creation:0.options.modules[]', function: 'creation:0', gives: 'result',
      see: 'mollitia 0.1.1: the first module is the outermost',
    },
    { call: 'Circuit().execute', guard: 'compose', policies: 'creation:0.options.modules[]', function: 'creation:0.func', gives: 'result', see: 'mollitia 0.1.1' },
  ],
  remarks: [
    { options: ['failureRateThreshold', 'slidingWindowSize', 'minimumNumberOfCalls', 'openStateDelay'], default: '50 %, 10, 10, 60000 ms', says: 'when a sliding breaker opens, and for how long', see: 'mollitia@0.1.1 dist' },
    { options: ['limitPeriod', 'limitForPeriod'], default: '0, Infinity', says: 'Ratelimit limits nothing unless both are set', see: 'mollitia@0.1.1 dist' },
  ],
};
