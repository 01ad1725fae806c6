import type { Library } from './schema.js';

export const library: Library = {
  package: 'p-memoize',
  modules: ['memoizee', 'fast-memoize', 'mem'],
  source: 'p-memoize (README)',
  checkedOn: ['p-memoize@9.0.0', 'mem@10.0.0'],
  same: [{ path: 'default', is: '' }],
  wrappers: [{ call: '', guard: 'cache', function: '0', gives: 'function', see: 'p-memoize: one entry per key' }],
};
