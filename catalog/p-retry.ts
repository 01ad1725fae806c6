import type { Library } from './schema.js';

export const library: Library = {
  package: 'p-retry',
  source: 'p-retry@9.0.0, 7.1.1, 4.6.2 index.js; ran on Node 24.21.0',
  checkedOn: ['p-retry@9.0.0'],
  same: [{ path: 'default', is: '' }],
  callbacks: [
    { call: '', callback: '1.onFailedAttempt', runs: 'now' },
    { call: '', callback: '1.shouldRetry', runs: 'now' },
  ],
  wrappers: [
    {
      call: '', guard: 'retry', function: '0', gives: 'result',
      timeout: { limits: 'total', at: ['1.maxRetryTime'], default: 'never', offAt: ['Infinity'], note: 'no new attempt after it; the running one goes on', see: 'p-retry 9.0.0' },
      retries: {
        at: ['1.retries'], counts: 'retries', default: 10, endlessWhen: { at: '1.forever', is: [true] }, writes: true,
        delay: { at: ['1.minTimeout'], default: 1000, factor: 2, factorAt: ['1.factor'], capAt: ['1.maxTimeout'], jitter: false, jitterAt: ['1.randomize'] }, see: 'p-retry 9.0.0; ran',
      },
      see: 'p-retry 9.0.0',
    },
    {
      call: 'makeRetriable', guard: 'retry', function: '0', gives: 'function',
      retries: { at: ['1.retries'], counts: 'retries', default: 10, endlessWhen: { at: '1.forever', is: [true] }, writes: true, delay: { at: ['1.minTimeout'], default: 1000, factor: 2, factorAt: ['1.factor'], capAt: ['1.maxTimeout'], jitterAt: ['1.randomize'] }, see: 'p-retry 7.1.1' },
      see: 'p-retry 7.1.1',
    },
  ],

  remarks: [
    { options: ['forever'], default: false, says: 'tries as often as it takes, whatever retries says; from 7.0.0 on it throws, and retries: Infinity does the same', see: 'p-retry@6.2.1 index.d.ts on retry 0.13.1, p-retry@9.0.0 index.js' },
    { options: ['signal'], default: 'none', unit: 'AbortSignal', says: 'stops retrying', see: 'p-retry@9.0.0 index.js/.d.ts' },
  ],
};
