import type { Library } from './schema.js';

export const library: Library = {
  package: 'promise-retry',
  source: 'promise-retry@2.0.1 index.js on retry',
  checkedOn: ['promise-retry@2.0.1', '@types/promise-retry@1.1.6'],
  same: [{ path: 'default', is: '' }],
  wrappers: [
    {
      call: '', guard: 'retry', function: '0', gives: 'result',
      retries: {
        at: ['1.retries', '0.retries'], counts: 'retries', default: 10, endlessWhen: { at: '1.forever', is: [true] }, writes: true,
        delay: { at: ['1.minTimeout'], default: 1000, factor: 2, factorAt: ['1.factor'], capAt: ['1.maxTimeout'], jitter: false, jitterAt: ['1.randomize'] }, see: 'retry 0.13.1',
      },
      see: 'promise-retry 2.0.1',
    },
  ],
};
