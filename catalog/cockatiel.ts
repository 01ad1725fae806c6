import type { Library } from './schema.js';

export const library: Library = {
  package: 'cockatiel',
  name: 'cockatiel',
  source: 'cockatiel@4.0.0 and 3.2.1 dist/*.d.ts, Policy.js, RetryPolicy.js; ran on Node 24.21.0',
  checkedOn: ['cockatiel@4.0.0'],

  same: [{ path: 'default', is: '' }],
  types: { CircuitBreakerPolicy: 'circuitBreaker()', RetryPolicy: 'retry()', TimeoutPolicy: 'timeout()', BulkheadPolicy: 'bulkhead()', FallbackPolicy: 'fallback()', IPolicy: 'wrap()' },

  callbacks: [
    { call: '*().execute', callback: '0', runs: 'now', parameters: ['context'], gives: true },
    { call: 'handleWhen', callback: '0', runs: 'now' },
    { call: 'circuitBreaker().onBreak', callback: '0', runs: 'later' },
    { call: 'circuitBreaker().onStateChange', callback: '0', runs: 'later' },
    { call: 'retry().onRetry', callback: '0', runs: 'now' },
  ],

  resources: [{ create: 'circuitBreaker', is: 'breaker', name: 'cockatiel breaker', see: 'cockatiel 4.0.0: no timeout of its own' }],

  wrappers: [
    {
      call: 'circuitBreaker', guard: 'breaker', gives: 'policy', runs: [{ call: 'execute', function: '0' }],
      // ConsecutiveBreaker takes a number; what the others count depends on the traffic.
      opensAfter: { at: ['1.breaker|0'], default: 'unknown', see: 'cockatiel 4.0.0 ConsecutiveBreaker' }, see: 'cockatiel 4.0.0',
    },
    {
      call: 'timeout', guard: 'timeout', gives: 'policy', runs: [{ call: 'execute', function: '0' }],
      timeout: { limits: 'total', at: ['0'], default: 'unknown', note: 'the work goes on unless it honours the signal', see: 'cockatiel 4.0.0; ran' },
      cooperativeWhen: { at: '1', orAt: '1.strategy', is: 'TimeoutStrategy.Cooperative' }, see: 'cockatiel 4.0.0: Cooperative only aborts the signal (ran)',
    },
    {
      call: 'retry', guard: 'retry', gives: 'policy', runs: [{ call: 'execute', function: '0' }],
      retries: {
        at: ['1.maxAttempts'], counts: 'retries', default: 'Infinity', writes: true,
        // ConstantBackoff takes a number, ExponentialBackoff options (128 ms to 30 s, with jitter, where they are absent).
        delay: {
          at: ['1.backoff|0', '1.backoff|0.maxDelay'], default: 0, factor: 1, shapeAt: ['1.backoff'],
          shapes: [{ is: 'ExponentialBackoff()', waits: 'growing', jitter: true }, { is: 'ConstantBackoff()', waits: 'constant', jitter: false }, { is: 'IterableBackoff()', waits: 'growing', jitter: false }],
        }, see: 'cockatiel 4.0.0: maxAttempts counts retries (ran)',
      },
      see: 'cockatiel 4.0.0 RetryPolicy.js',
    },
    { call: 'bulkhead', guard: 'bulkhead', gives: 'policy', runs: [{ call: 'execute', function: '0' }], see: 'cockatiel 4.0.0' },
    { call: 'fallback', guard: 'fallback', gives: 'policy', runs: [{ call: 'execute', function: '0' }], fallback: '1', see: 'cockatiel 4.0.0' },
    { call: 'noop', guard: 'none', gives: 'policy', runs: [{ call: 'execute', function: '0' }], see: 'cockatiel 4.0.0' },
    { call: 'wrap', guard: 'compose', policies: '0..', gives: 'policy', runs: [{ call: 'execute', function: '0' }], see: 'cockatiel 4.0.0: outermost first (ran)' },
    { call: 'usePolicy', guard: 'compose', policies: '0', decorates: true, see: 'cockatiel 4.0.0: method decorator' },
  ],

  remarks: [
    { options: ['threshold'], says: 'the share of failures, 0 to 1, at which a breaker by samples or counts opens; there is no default', see: 'cockatiel dist/breaker' },
    { options: ['halfOpenAfter'], default: 'required', unit: 'ms or backoff', says: 'open -> half-open', see: 'cockatiel@4.0.0 and 3.2.1 dist/*.d.ts' },
    { says: 'wrap order is outermost first: wrap(retry,timeout) = timeout per attempt (3 x 100 ms), wrap(timeout,retry) = one total budget', see: 'cockatiel@4.0.0 and 3.2.1 dist/*.d.ts' },
    { says: 'thresholds are fractions, opossum\'s are percents', see: 'cockatiel@4.0.0 and 3.2.1 dist/*.d.ts' },
  ],
};
