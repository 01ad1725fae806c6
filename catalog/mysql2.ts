import type { Library } from './schema.js';

export const library: Library = {
  package: 'mysql2',
  name: 'mysql2',
  source: 'mysql2@3.24.6 lib/pool_config.js, lib/base/pool.js; ran against MariaDB 10.11',
  checkedOn: ['mysql2@3.24.6'],

  same: [
    { path: 'default', is: '' },
    { path: 'createPool().promise()', is: 'mysql2/promise|createPool()' },
    { path: 'createConnection().promise()', is: 'mysql2/promise|createConnection()' },
    { path: 'createPoolCluster().of()', is: 'createPoolCluster()' },
    { path: 'createPoolPromise', is: 'mysql2/promise|createPool' },
    { path: 'createConnectionPromise', is: 'mysql2/promise|createConnection' },
  ],
  types: { Pool: 'createPool()', Connection: 'createConnection()', PoolConnection: 'PoolConnection()' },

  callbacks: [
    { call: 'createPool().getConnection', callback: '0', runs: 'now', parameters: ['', 'PoolConnection()'] },
    { call: 'createPoolCluster().getConnection', callback: '-1', runs: 'now', parameters: ['', 'PoolConnection()'] },
    { call: 'createPool().query', callback: '-1', runs: 'now' },
    { call: 'createPool().execute', callback: '-1', runs: 'now' },
    { call: 'PoolConnection().query', callback: '-1', runs: 'now' },
    { call: 'PoolConnection().execute', callback: '-1', runs: 'now' },
  ],

  resources: [
    {
      create: 'createPool', is: 'pool', name: 'mysql2 pool', mustClose: true,
      close: [{ call: 'end', awaitable: false, waits: true, callbackAt: '0' }],
      limits: [
        { limits: 'queue', at: ['0.queueLimit'], unit: 'count', default: 'never', offAt: [0], see: 'mysql2 3.24.6; ran' },
        { limits: 'acquire-wait', at: [], default: 0, onlyWhen: { at: '0.waitForConnections', is: false }, note: 'acquireTimeout is no option of mysql2; `waitForConnections: false` fails at once', see: 'mysql2 3.24.6 lib/pool_config.js; pending at 2 s (ran)' },
        { limits: 'size', at: ['0.connectionLimit'], unit: 'count', default: 10, offAt: [0], see: 'mysql2 3.24.6' },
      ],
      see: 'mysql2 3.24.6; ran',
    },
    {
      create: 'createPoolCluster', is: 'pool', name: 'mysql2 pool cluster', mustClose: true, close: [{ call: 'end', awaitable: false, waits: true, callbackAt: '0' }],
      limits: [{ limits: 'acquire-wait', at: [], default: 'never', unrun: 'needs a MariaDB', see: 'mysql2 3.24.6 lib/pool_cluster.js' }],
      see: 'mysql2 3.24.6 lib/pool_cluster.js: pools are made by add(id, options) when they are asked for',
    },
    {
      create: 'createConnection', is: 'client', name: 'mysql2 connection', mustClose: true,
      close: [{ call: 'end', awaitable: false, waits: true, callbackAt: '0' }, { call: 'destroy', awaitable: false, waits: false }],
      limits: [{ limits: 'connect', at: ['0.connectTimeout'], default: 10000, see: 'mysql2 3.24.6 lib/connection_config.js; ran' }],
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
      call: 'PoolConnection().*', members: ['query', 'execute'], is: 'statement', effect: 'sql', textAt: '0',
      limits: [{ limits: 'statement', at: ['0.timeout'], default: 'never', see: 'mysql2 3.24.6; ran' }],
      see: 'mysql2 3.24.6',
    },
    { call: 'createPoolCluster().getConnection', is: 'acquire', effect: 'none', acquires: 'until-release', see: 'mysql2 3.24.6' },
    {
      call: 'createPoolCluster().*', members: ['query', 'execute'], is: 'statement', effect: 'sql', textAt: '0', acquires: 'per-call',
      limits: [{ limits: 'statement', at: ['0.timeout'], default: 'never', see: 'mysql2 3.24.6' }], see: 'mysql2 3.24.6: of(pattern) chooses the pool',
    },
    { call: 'createPool().releaseConnection', is: 'release', effect: 'none', see: 'mysql2 3.24.6' },
    { call: 'PoolConnection().*', members: ['release', 'destroy'], is: 'release', effect: 'none', see: 'mysql2 3.24.6: release does not roll back (ran)' },
    {
      call: 'createConnection().*', members: ['query', 'execute'], is: 'statement', effect: 'sql', textAt: '0',
      limits: [{ limits: 'statement', at: ['0.timeout'], default: 'never', see: 'mysql2 3.24.6; ran' }],
      see: 'mysql2 3.24.6',
    },
  ],

  words: [{ is: 'count', names: ['affectedRows', 'changedRows'], see: 'mysql2@3.24.6' }, { is: 'connected', names: ['connection', 'acquire'], see: 'mysql2@3.24.6' }],
  remarks: [
    { says: 'query/execute({: statement goes on and the connection stays busy until it really ends', see: 'mysql2@3.24.6' },
    { says: 'mysql2 (callback) results are not promises: .then() throws an explanatory Error', see: 'mysql2@3.24.6' },
    { says: 'release() does not roll back: connection re-acquired still in transaction; resetOnRelease option (default false) resets', see: 'mysql2@3.24.6' },
    { says: 'Pool.end() with no callback on the callback API throws errors as uncaught', see: 'mysql2@3.24.6' },
    { says: 'connection.end() on the callback API returns a Quit command object, not a promise', see: 'mysql2@3.24.6' },
    { says: 'connection.destroy() does not wait for work in flight', see: 'mysql2@3.24.6' },
  ],
  errors: { taken: ['ER_DUP_ENTRY', '1062'], see: 'MySQL documentation, server error reference' },
};
