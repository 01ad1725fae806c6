import type { Library } from './schema.js';

export const library: Library = {
  package: 'exponential-backoff',
  source: 'exponential-backoff@3.1.3 dist/options.js; ran',
  checkedOn: ['exponential-backoff@3.1.3'],
  callbacks: [{ call: 'backOff', callback: '1.retry', runs: 'now' }],
  wrappers: [
    {
      call: 'backOff', guard: 'retry', function: '0', gives: 'result',
      retries: {
        at: ['1.numOfAttempts'], counts: 'attempts', default: 10, writes: true,
        delay: { at: ['1.startingDelay'], default: 100, factor: 2, factorAt: ['1.timeMultiple'], capAt: ['1.maxDelay'], jitter: false, jitterAt: ['1.jitter'] },
        see: 'exponential-backoff 3.1.3: 10 calls, last wait 25.6 s (ran)',
      },
      see: 'exponential-backoff 3.1.3',
    },
  ],
};
