import type { Library } from './schema.js';

export const library: Library = {
  package: 'mysql2/promise',
  name: 'mysql2',
  source: 'mysql2@3.24.6 promise.js; ran against MariaDB 10.11',
  same: [{ path: 'default', is: '' }],
  types: { Pool: 'createPool()', Connection: 'createConnection()', PoolConnection: 'createPool().getConnection()' },
  resources: [
    {
      create: 'createPool', is: 'pool', name: 'mysql2 pool', mustClose: true,
      close: [{ call: 'end', awaitable: true, waits: true }],
      limits: [
        { limits: 'acquire-wait', at: [], default: 0, onlyWhen: { at: '0.waitForConnections', is: false }, note: 'acquireTimeout is no option of mysql2; `waitForConnections: false` fails at once', see: 'mysql2 3.24.6 lib/pool_config.js; pending at 2 s (ran)' },
        { limits: 'queue', at: ['0.queueLimit'], unit: 'count', default: 'never', offAt: [0], see: 'mysql2 3.24.6; ran' },
        { limits: 'size', at: ['0.connectionLimit'], unit: 'count', default: 10, offAt: [0], see: 'mysql2 3.24.6' },
      ],
      see: 'mysql2 3.24.6: running commands finish, checked-out idle connections are closed under their holders (ran)',
    },
    {
      create: 'createConnection', is: 'client', name: 'mysql2 connection', mustClose: true,
      close: [{ call: 'end', awaitable: true, waits: true }, { call: 'destroy', awaitable: false, waits: false }],
      limits: [{ limits: 'connect', at: ['0.connectTimeout'], default: 10000, see: 'mysql2 3.24.6; ran' }],
      see: 'mysql2 3.24.6; ran',
    },
  ],
  operations: [
    {
      call: 'createPool().*', members: ['query', 'execute'], is: 'statement', effect: 'sql', textAt: '0', acquires: 'per-call',
      limits: [{ limits: 'statement', at: ['0.timeout'], default: 'never', note: 'does not cover the wait for a connection', see: 'mysql2 3.24.6 lib/commands/query.js; ran' }],
      see: 'mysql2 3.24.6',
    },
    { call: 'createPool().getConnection', is: 'acquire', effect: 'none', acquires: 'until-release', see: 'mysql2 3.24.6' },
    {
      call: 'createPool().getConnection().*', members: ['query', 'execute'], is: 'statement', effect: 'sql', textAt: '0',
      limits: [{ limits: 'statement', at: ['0.timeout'], default: 'never', see: 'mysql2 3.24.6; ran' }],
      see: 'mysql2 3.24.6',
    },
    { call: 'createPool().getConnection().*', members: ['beginTransaction', 'commit', 'rollback'], is: 'statement', effect: 'none', limits: [{ limits: 'statement', at: [], default: 'never', see: 'mysql2 3.24.6' }], see: 'mysql2 3.24.6' },
    { call: 'createConnection().*', members: ['beginTransaction', 'commit', 'rollback'], is: 'statement', effect: 'none', limits: [{ limits: 'statement', at: [], default: 'never', see: 'mysql2 3.24.6' }], see: 'mysql2 3.24.6' },
    { call: 'createPool().getConnection().*', members: ['release', 'destroy'], is: 'release', effect: 'none', see: 'mysql2 3.24.6: release does not roll back (ran)' },
    { call: 'createPool().releaseConnection', is: 'release', effect: 'none', see: 'mysql2 3.24.6' },
    {
      call: 'createConnection().*', members: ['query', 'execute'], is: 'statement', effect: 'sql', textAt: '0',
      limits: [{ limits: 'statement', at: ['0.timeout'], default: 'never', see: 'mysql2 3.24.6; ran' }],
      see: 'mysql2 3.24.6',
    },
  ],
};
