import type { Library } from './schema.js';

export const library: Library = {
  package: 'retry',
  source: 'retry@0.13.1 lib/retry.js',
  checkedOn: ['retry@0.13.1', '@types/retry@0.12.5'],
  same: [{ path: 'default', is: '' }],
  wrappers: [
    {
      call: 'operation().attempt', guard: 'retry', function: '0', gives: 'result',
      retries: {
        at: ['creation:0.retries'], counts: 'retries', default: 10, endlessWhen: { at: 'creation:0.forever', is: [true] }, writes: true,
        delay: { at: ['creation:0.minTimeout'], default: 1000, factor: 2, factorAt: ['creation:0.factor'], capAt: ['creation:0.maxTimeout'], jitter: false, jitterAt: ['creation:0.randomize'] },
        see: 'retry 0.13.1',
      },
      see: 'retry 0.13.1',
    },
  ],
};
