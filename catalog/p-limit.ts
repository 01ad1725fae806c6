import type { Library } from './schema.js';

export const library: Library = {
  package: 'p-limit',
  source: 'p-limit@7.3.3',
  checkedOn: ['p-limit@7.3.3'],
  same: [{ path: 'default', is: '' }],
  wrappers: [
    { call: '()', guard: 'bulkhead', function: '0', gives: 'result', see: 'p-limit 7.3.3: no timeout, no limit on the queue' },
    { call: 'limitFunction', guard: 'bulkhead', function: '0', gives: 'function', see: 'p-limit 7.3.3' },
  ],

  remarks: [
    { options: ['concurrency'], default: 'required', unit: 'tasks', says: 'a threshold', see: 'p-limit@7.3.3' },
    { says: 'no timeout, unbounded waiting queue; a limiter created inside the handler limits nothing globally', see: 'p-limit@7.3.3' },
  ],
  provisions: [{ call: '', is: 'bulkhead' }],
};
