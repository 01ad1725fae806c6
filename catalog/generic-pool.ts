import type { Library } from './schema.js';

export const library: Library = {
  package: 'generic-pool',
  source: 'generic-pool@3.9.0 lib/PoolDefaults.js; ran',
  checkedOn: ['generic-pool@3.9.0', '@types/generic-pool@3.8.3'],
  same: [{ path: 'default', is: '' }],
  types: { Pool: 'createPool()' },
  callbacks: [
    { call: 'createPool', callback: '0.create', runs: 'later' },
    { call: 'createPool', callback: '0.destroy', runs: 'later' },
    { call: 'createPool', callback: '0.validate', runs: 'later' },
    { call: 'createPool().use', callback: '0', runs: 'now', gives: true },
  ],
  resources: [
    {
      create: 'createPool', is: 'pool', name: 'generic pool', close: [{ call: 'drain', awaitable: true, waits: true }, { call: 'clear', awaitable: true, waits: false }],
      mustClose: true,
      limits: [
        { limits: 'acquire-wait', at: ['1.acquireTimeoutMillis'], default: 'never', offAt: [0], see: 'generic-pool 3.9.0 (ran)' },
        { limits: 'queue', at: ['1.maxWaitingClients'], unit: 'count', default: 'never', see: 'generic-pool 3.9.0' },
        { limits: 'size', at: ['1.max'], unit: 'count', default: 1, see: 'generic-pool 3.9.0' },
      ],
      see: 'generic-pool 3.9.0: drain() waits without limit, then clear()',
    },
  ],
  operations: [
    { call: 'createPool().acquire', is: 'acquire', effect: 'none', acquires: 'until-release', see: 'generic-pool 3.9.0' },
    { call: 'createPool().*', members: ['release', 'destroy'], is: 'release', effect: 'none', see: 'generic-pool 3.9.0' },
    { call: 'createPool().use', is: 'acquire', effect: 'none', acquires: 'during-callback', see: 'generic-pool 3.9.0' },
  ],

  remarks: [
    { options: ['destroyTimeoutMillis'], default: 'none', unit: 'ms', says: 'limits a statement', see: 'generic-pool@3.9.0' },
    { says: 'acquireTimeoutMillis: maxWaitingClients bounds the queue (Error "max waitingClients count exceeded")', see: 'generic-pool@3.9.0' },
    { says: 'set acquireTimeoutMillis, otherwise a dead backend hangs every caller', see: 'generic-pool@3.9.0' },
  ],
};
