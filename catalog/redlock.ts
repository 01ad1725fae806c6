import type { Library } from './schema.js';

export const library: Library = {
  package: 'redlock',
  source: 'redlock (README)',
  checkedOn: ['redlock@4.2.0', '@types/redlock@4.0.8', 'redlock@5.0.0-beta.2'],
  same: [{ path: 'default', is: '' }],
  callbacks: [
    { call: '().using', callback: '2', runs: 'now', gives: true },
    { call: '().using', callback: '-1', runs: 'now', gives: true },
  ],
  operations: [
    {
      call: '().acquire', is: 'lock', effect: 'none', limits: [{ limits: 'total', at: [], default: 'unknown', see: 'redlock: retryCount 10 times retryDelay 200' }],
      retries: { at: ['creation:1.retryCount'], counts: 'retries', default: 10, writes: true, delay: { at: ['creation:1.retryDelay'], default: 200, jitter: true }, see: 'redlock' },
      see: 'redlock',
    },
  ],
};
