import type { Library } from './schema.js';

export const library: Library = {
  package: '@google-cloud/spanner',
  name: 'Google Spanner',
  source: '@google-cloud/spanner@9.0.0 build/src/session-pool.js; google-gax@6.17.0',
  checkedOn: ['@google-cloud/spanner@9.0.0'],
  types: { Spanner: 'Spanner()', Instance: 'Spanner().instance()', Database: 'Spanner().instance().database()' },
  callbacks: [
    { call: 'Spanner().instance().database().runTransactionAsync', callback: '-1', runs: 'now', parameters: ['Transaction()'], gives: true },
  ],
  resources: [
    { create: 'Spanner', is: 'client', name: 'Spanner client', close: [{ call: 'close', awaitable: true, waits: false }], mustClose: true, see: '@google-cloud/spanner 9.0.0' },
    {
      create: 'Spanner().instance().database', is: 'pool', name: 'Spanner sessions', close: [{ call: 'close', awaitable: true, waits: false }],
      limits: [
        { limits: 'acquire-wait', at: ['1.acquireTimeout'], default: 'never', offAt: ['Infinity'], see: '@google-cloud/spanner 9.0.0 build/src/session-pool.js: Infinity' },
        { limits: 'size', at: ['1.max'], unit: 'count', default: 100, see: '@google-cloud/spanner 9.0.0' },
      ],
      see: '@google-cloud/spanner 9.0.0',
    },
  ],
  operations: [
    {
      call: 'Spanner().instance().database().run', is: 'statement', effect: 'sql', textAt: '0', acquires: 'per-call',
      limits: [{ limits: 'attempt', at: ['0.gaxOptions.timeout'], default: 30000, unrun: 'needs a Spanner or its emulator', note: 'retried while the service is unavailable, so that the caller can wait longer', see: 'spanner_client_config.json: ExecuteSql 30000' }],
      see: '@google-cloud/spanner 9.0.0',
    },
    {
      call: 'Spanner().instance().database().runTransactionAsync', is: 'transaction', effect: 'none', acquires: 'during-callback',
      retries: { at: [], counts: 'retries', default: 'Infinity', unrun: 'needs a Spanner or its emulator', writes: true, see: '@google-cloud/spanner 9.0.0: runs the function again on ABORTED, up to 3600 s' }, see: '@google-cloud/spanner 9.0.0',
    },
    {
      call: 'Transaction().*', members: ['run', 'runUpdate'], is: 'statement', effect: 'sql', textAt: '0',
      limits: [{ limits: 'attempt', at: ['0.gaxOptions.timeout'], default: 30000, unrun: 'needs a Spanner or its emulator', see: 'spanner_client_config.json' }], see: '@google-cloud/spanner 9.0.0',
    },
    { call: 'Spanner().instance().database().table().insert', is: 'statement', effect: 'write', acquires: 'per-call', see: '@google-cloud/spanner 9.0.0' },
    { call: 'Spanner().instance().database().table().*', members: ['update', 'upsert', 'replace', 'deleteRows'], is: 'statement', effect: 'idempotent', acquires: 'per-call', see: '@google-cloud/spanner 9.0.0' },
    { call: 'Spanner().instance().database().table().read', is: 'statement', effect: 'read', acquires: 'per-call', see: '@google-cloud/spanner 9.0.0' },
  ],
};
