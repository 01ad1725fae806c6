import type { Library } from './schema.js';

export const library: Library = {
  package: 'mariadb',
  modules: ['mariadb/callback'],
  name: 'mariadb',
  source: 'mariadb@3.5.4 lib/config/pool-options.js; ran against MariaDB 10.11',
  checkedOn: ['mariadb@3.5.4'],
  same: [{ path: 'default', is: '' }],
  types: { Pool: 'createPool()', PoolConnection: 'createPool().getConnection()', Connection: 'createConnection()' },
  resources: [
    {
      create: 'createPool', is: 'pool', name: 'mariadb pool', close: [{ call: 'end', awaitable: true, waits: true }], mustClose: true,
      limits: [
        { limits: 'acquire-wait', at: ['0.acquireTimeout'], default: 10000, see: 'mariadb 3.5.4 lib/config/pool-options.js; 0 fails at once (ran)' },
        { limits: 'size', at: ['0.connectionLimit'], unit: 'count', default: 10, see: 'mariadb 3.5.4' },
      ],
      see: 'mariadb 3.5.4: waits without limit (ran)',
    },
    {
      create: 'createConnection', is: 'client', name: 'mariadb connection',
      close: [{ call: 'end', awaitable: true, waits: true }, { call: 'destroy', awaitable: false, waits: false }], mustClose: true,
      limits: [{ limits: 'connect', at: ['0.connectTimeout'], default: 1000, see: 'mariadb 3.5.4; ran' }], see: 'mariadb 3.5.4',
    },
  ],
  operations: [
    {
      call: 'createPool().*', members: ['query', 'execute', 'batch'], is: 'statement', effect: 'sql', textAt: '0', acquires: 'per-call',
      limits: [{ limits: 'statement', at: ['0.timeout', 'creation:0.queryTimeout', 'creation:0.socketTimeout'], default: 'never', unrun: 'needs a MariaDB', offAt: [0], see: 'mariadb 3.5.4; ran' }],
      see: 'mariadb 3.5.4',
    },
    { call: 'createPool().getConnection', is: 'acquire', effect: 'none', acquires: 'until-release', see: 'mariadb 3.5.4' },
    {
      call: 'createPool().getConnection().*', members: ['query', 'execute', 'batch'], is: 'statement', effect: 'sql', textAt: '0',
      limits: [{ limits: 'statement', at: ['0.timeout', 'creation:creation:0.queryTimeout', 'creation:creation:0.socketTimeout'], default: 'never', unrun: 'needs a MariaDB', offAt: [0], see: 'mariadb 3.5.4; ran' }],
      see: 'mariadb 3.5.4',
    },
    { call: 'createPool().getConnection().*', members: ['beginTransaction', 'commit', 'rollback'], is: 'statement', effect: 'none', limits: [{ limits: 'statement', at: ['creation:creation:0.queryTimeout', 'creation:creation:0.socketTimeout'], default: 'never', offAt: [0], see: 'mariadb 3.5.4' }], see: 'mariadb 3.5.4' },
    { call: 'createConnection().*', members: ['beginTransaction', 'commit', 'rollback'], is: 'statement', effect: 'none', limits: [{ limits: 'statement', at: ['creation:0.queryTimeout', 'creation:0.socketTimeout'], default: 'never', offAt: [0], see: 'mariadb 3.5.4' }], see: 'mariadb 3.5.4' },
    { call: 'createPool().getConnection().*', members: ['release', 'end'], is: 'release', effect: 'none', see: 'mariadb 3.5.4: rolls back (ran)' },
    {
      call: 'createConnection().*', members: ['query', 'execute', 'batch'], is: 'statement', effect: 'sql', textAt: '0',
      limits: [{ limits: 'statement', at: ['0.timeout', 'creation:0.queryTimeout', 'creation:0.socketTimeout'], default: 'never', unrun: 'needs a MariaDB', offAt: [0], see: 'mariadb 3.5.4; ran' }],
      see: 'mariadb 3.5.4',
    },
  ],

  remarks: [
    { says: 'connectTimeout: in a pool capped by acquireTimeout', see: 'mariadb@3.5.4' },
    { says: 'release() of a pool connection rolls the transaction back, unlike pg and mysql2', see: 'mariadb@3.5.4' },
    { says: 'after pool.end(): queued requests reject ER_CLOSING_POOL 45037; later ones ER_POOL_ALREADY_CLOSED 45027', see: 'mariadb@3.5.4' },
  ],
  words: [{ is: 'count', names: ['affectedRows'], see: 'mariadb@3.5.4' }],
};
