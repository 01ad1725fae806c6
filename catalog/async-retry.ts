import type { Library } from './schema.js';

export const library: Library = {
  package: 'async-retry',
  source: 'async-retry@1.3.3 lib/index.js; ran',
  checkedOn: ['async-retry@1.3.3', '@types/async-retry@1.4.9'],
  same: [{ path: 'default', is: '' }],
  callbacks: [{ call: '', callback: '1.onRetry', runs: 'now' }],
  wrappers: [
    {
      call: '', guard: 'retry', function: '0', gives: 'result',
      retries: {
        at: ['1.retries'], counts: 'retries', default: 10, endlessWhen: { at: '1.forever', is: [true] }, writes: true,
        delay: { at: ['1.minTimeout'], default: 2000, factor: 2, jitter: true, factorAt: ['1.factor'], capAt: ['1.maxTimeout'], jitterAt: ['1.randomize'] },
        see: 'async-retry 1.3.3: 1 to 2 times 1000 ms (ran)',
      },
      see: 'async-retry 1.3.3',
    },
  ],
};
