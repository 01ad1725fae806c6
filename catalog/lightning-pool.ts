import type { Library } from './schema.js';

export const library: Library = {
  package: 'lightning-pool',
  source: 'lightning-pool@4.14.0 pool.js; ran',
  checkedOn: ['lightning-pool@4.14.0'],
  same: [
    { path: 'default', is: '' },
    { path: 'Pool()', is: 'createPool()' },
    { path: 'Pool', is: 'createPool' },
  ],
  resources: [
    {
      create: 'createPool', is: 'pool', name: 'lightning-pool', close: [{ call: 'close', awaitable: true, waits: true }], mustClose: true,
      limits: [
        { limits: 'acquire-wait', at: ['1.acquireTimeoutMillis'], default: 'never', offAt: [0], see: 'lightning-pool 4.14.0: pending at 3 s (ran)' },
        { limits: 'size', at: ['1.max'], unit: 'count', default: 10, see: 'lightning-pool 4.14.0 README' },
        { limits: 'queue', at: ['1.maxQueue'], unit: 'count', default: 1000, see: 'lightning-pool 4.14.0 README' },
      ],
      see: 'lightning-pool 4.14.0 (ran)',
    },
  ],
  operations: [
    { call: 'createPool().acquire', is: 'acquire', effect: 'none', acquires: 'until-release', see: 'lightning-pool 4.14.0' },
    { call: 'createPool().*', members: ['release', 'releaseAsync', 'destroy'], is: 'release', effect: 'none', see: 'lightning-pool 4.14.0' },
  ],

  remarks: [
    { says: 'close(ms) waits so long for what is out, close(true) not at all; requests that wait in the queue fail with "Pool is closing"', see: 'lightning-pool@4.14.0 (ran)' },
  ],
};
