import type { Library } from './schema.js';

export const library: Library = {
  package: 'p-throttle',
  modules: ['p-debounce'],
  source: 'p-throttle (README)',
  checkedOn: ['p-throttle@8.1.1'],
  same: [{ path: 'default', is: '' }],
  wrappers: [{ call: '()', guard: 'bulkhead', function: '0', gives: 'function', see: 'p-throttle' }],
};
