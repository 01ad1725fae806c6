import type { Library } from './schema.js';

export const library: Library = {
  package: 'p-event',
  source: 'p-event (README)',
  checkedOn: ['p-event@7.1.1'],
  same: [{ path: 'default', is: '' }],
  operations: [{ call: '', is: 'sleep', effect: 'none', limits: [{ limits: 'total', at: ['2.timeout'], default: 'never', offAt: ['Infinity'], see: 'p-event' }], see: 'p-event' }],
};
