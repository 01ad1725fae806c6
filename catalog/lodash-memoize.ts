import type { Library } from './schema.js';

export const library: Library = {
  package: 'lodash/memoize',
  modules: ['lodash/memoize.js', 'lodash.memoize'],
  source: 'lodash@4 docs',
  same: [{ path: 'default', is: '' }],
  wrappers: [{ call: '', guard: 'cache', function: '0', gives: 'function', see: 'lodash 4: one entry per first argument' }],
};
