import type { Library } from './schema.js';

export const library: Library = {
  package: 'p-wait-for',
  source: 'p-wait-for@6.0.0 index.js; ran',
  checkedOn: ['p-wait-for@6.0.0'],
  same: [{ path: 'default', is: '' }],
  callbacks: [{ call: '', callback: '0', runs: 'now' }],
  operations: [
    {
      call: '', is: 'sleep', effect: 'none',
      limits: [{ limits: 'total', at: ['1.timeout.milliseconds', '1.timeout'], default: 'never', offAt: ['Infinity'], see: 'p-wait-for 6.0.0: until the condition holds (ran)' }], see: 'p-wait-for 6.0.0',
    },
  ],
  remarks: [{ options: ['interval'], default: 20, unit: 'ms', says: 'how often the condition is asked', see: 'p-wait-for 6.0.0' }],
};
