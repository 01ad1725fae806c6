import type { Library } from './schema.js';

export const library: Library = {
  package: 'p-limit',
  source: 'p-limit@7.3.3',
  same: [{ path: 'default', is: '' }],
  wrappers: [
    { call: '()', guard: 'bulkhead', function: '0', gives: 'result', see: 'p-limit 7.3.3: no timeout, no limit on the queue' },
    { call: 'limitFunction', guard: 'bulkhead', function: '0', gives: 'function', see: 'p-limit 7.3.3' },
  ],
};
