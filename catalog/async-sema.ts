import type { Library } from './schema.js';

export const library: Library = {
  package: 'async-sema',
  source: 'async-sema@3.1.1 lib/index.js; ran',
  checkedOn: ['async-sema@3.1.1'],
  types: { Sema: 'Sema()' },
  operations: [
    { call: 'Sema().acquire', is: 'lock', effect: 'none', limits: [{ limits: 'total', at: [], default: 'never', see: 'async-sema 3.1.1: there is no such option (ran)' }], see: 'async-sema 3.1.1' },
    { call: 'Sema().drain', is: 'lock', effect: 'none', limits: [{ limits: 'total', at: [], default: 'never', see: 'async-sema 3.1.1' }], see: 'async-sema 3.1.1' },
  ],
  provisions: [{ call: 'Sema', is: 'bulkhead' }, { call: 'RateLimit', is: 'rate-limit' }],
  remarks: [{ options: ['capacity'], default: 10, says: 'the first size of the list of those that wait, not its limit', see: 'async-sema 3.1.1' }],
};
