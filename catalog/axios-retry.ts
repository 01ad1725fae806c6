import type { Library } from './schema.js';

export const library: Library = {
  package: 'axios-retry',
  source: 'axios-retry@4.5.0 dist/cjs/index.js; ran',
  checkedOn: ['axios-retry@4.5.0'],
  same: [{ path: 'default', is: '' }],
  callbacks: [
    { call: '', callback: '1.onRetry', runs: 'now' },
    { call: '', callback: '1.retryCondition', runs: 'now' },
  ],
  // Up to a fifth of the delay is chance.
  draws: [{ call: 'exponentialDelay' }],
  settings: [
    {
      call: '', client: '0',
      retries: {
        at: ['1.retries'], callAt: ['*.axios-retry.retries'], counts: 'retries', default: 3, writes: true, writesUnless: { at: '1.retryCondition', is: ['isIdempotentRequestError', 'isSafeRequestError'] },
        sharesTimeout: { unless: '1.shouldResetTimeout' }, delay: {
          at: ['1.retryDelay'], default: 0,
          shapes: [{ is: 'exponentialDelay', waits: 'growing', jitter: true, first: 240, factor: 2 }, { is: 'linearDelay()', waits: 'growing', jitter: false }],
        },
        see: 'axios-retry 4.5.0: POST and PATCH on a reset connection too; timeouts are not retried (ran)',
      },
      see: 'axios-retry 4.5.0',
    },
  ],

  remarks: [
    { says: 'default retryCondition is isNetworkOrIdempotentRequestError; use isIdempotentRequestError to protect POST', see: 'axios-retry@4.5.0 dist/cjs/index.js' },
    { says: 'timeouts (ECONNABORTED) are not retried, but with clarifyTimeoutError or adapter \'fetch\' the code is ETIMEDOUT and they are, POST included', see: 'axios-retry@4.5.0 dist/cjs/index.js' },
    { says: 'shouldResetTimeout false: the axios timeout spans all attempts', see: 'axios-retry@4.5.0 dist/cjs/index.js' },
  ],
};
