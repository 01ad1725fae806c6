import type { Library } from './schema.js';

export const library: Library = {
  package: 'p-memoize',
  modules: ['memoizee', 'fast-memoize', 'mem'],
  source: 'p-memoize (README)',
  same: [{ path: 'default', is: '' }],
  wrappers: [{ call: '', guard: 'cache', function: '0', gives: 'function', see: 'p-memoize: one entry per key' }],
};
