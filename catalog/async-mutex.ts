import type { Library } from './schema.js';

export const library: Library = {
  package: 'async-mutex',
  source: 'async-mutex (README)',
  checkedOn: ['async-mutex@0.5.0'],
  types: { Mutex: 'Mutex()', Semaphore: 'Semaphore()' },
  callbacks: [
    { call: 'Mutex().runExclusive', callback: '0', runs: 'now', gives: true },
    { call: 'Semaphore().runExclusive', callback: '0', runs: 'now', gives: true },
  ],
  operations: [
    {
      call: 'Mutex().acquire', is: 'lock', effect: 'none', limits: [{ limits: 'total', at: [], default: 'never', see: 'async-mutex' }],
      see: 'async-mutex: waits without limit unless withTimeout',
    },
    {
      call: 'Mutex().runExclusive', is: 'lock', effect: 'none', limits: [{ limits: 'total', at: [], default: 'never', see: 'async-mutex' }],
      see: 'async-mutex: waits without limit unless withTimeout',
    },
    {
      call: 'Semaphore().acquire', is: 'lock', effect: 'none', limits: [{ limits: 'total', at: [], default: 'never', see: 'async-mutex' }],
      see: 'async-mutex: waits without limit unless withTimeout',
    },
    {
      call: 'Semaphore().runExclusive', is: 'lock', effect: 'none', limits: [{ limits: 'total', at: [], default: 'never', see: 'async-mutex' }],
      see: 'async-mutex: waits without limit unless withTimeout',
    },
  ],
};
