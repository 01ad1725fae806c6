import type { Library } from './schema.js';

export const library: Library = {
  package: 'fetch-retry',
  name: 'fetch-retry',
  source: 'fetch-retry (README)',
  checkedOn: ['fetch-retry@6.0.0'],
  same: [
    { path: 'default', is: '' },
    { path: '()', is: 'global|fetch' },
  ],
  wrappers: [
    {
      call: '', guard: 'retry', function: '0', gives: 'function',
      retries: { at: ['1.retries'], counts: 'retries', default: 3, writes: true, delay: { at: ['1.retryDelay'], default: 1000, counted: { at: 0, from: 0 } }, see: 'fetch-retry' },
      see: 'fetch-retry: every method, on network errors',
    },
  ],
};
