import type { Library } from './schema.js';

export const library: Library = {
  package: 'tarn',
  source: 'tarn@3.1.2 dist/Pool.js; ran',
  checkedOn: ['tarn@3.1.2'],
  same: [{ path: 'Pool().acquire().promise', is: 'Pool().acquire()' }],
  types: { Pool: 'Pool()' },
  callbacks: [
    { call: 'Pool', callback: '0.create', runs: 'later' },
    { call: 'Pool', callback: '0.destroy', runs: 'later' },
    { call: 'Pool', callback: '0.validate', runs: 'later' },
  ],
  resources: [
    {
      create: 'Pool', is: 'pool', name: 'tarn pool', close: [{ call: 'destroy', awaitable: true, waits: true }], mustClose: true,
      limits: [
        { limits: 'acquire-wait', at: ['0.acquireTimeoutMillis'], default: 30000, see: 'tarn 3.1.2; 0 is refused (ran)' },
        { limits: 'size', at: ['0.max'], unit: 'count', default: 'unknown', see: 'tarn 3.1.2' },
      ],
      see: 'tarn 3.1.2: destroy() waits without limit',
    },
  ],
  operations: [
    { call: 'Pool().acquire', is: 'acquire', effect: 'none', acquires: 'until-release', see: 'tarn 3.1.2' },
    { call: 'Pool().release', is: 'release', effect: 'none', see: 'tarn 3.1.2' },
  ],

  remarks: [
    { options: ['createTimeoutMillis'], default: 30000, unit: 'ms', says: 'limits connecting', see: 'tarn@3.1.2' },
    { options: ['max'], default: 'none: throws if missing', says: 'size of the pool', see: 'tarn@3.1.2' },
    { says: 'acquire() returns an object; the promise is .promise', see: 'tarn@3.1.2' },
    { says: 'unknown option keys throw', see: 'tarn@3.1.2' },
    { says: 'after pool.destroy(): acquire() after destroy does not fail at once: it rejects only after acquireTimeoutMillis', see: 'tarn@3.1.2' },
  ],
};
