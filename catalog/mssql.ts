import type { Library } from './schema.js';

export const library: Library = {
  package: 'mssql',
  modules: ['mssql/msnodesqlv8'],
  name: 'mssql',
  source: 'mssql@12.7.14 lib/base/connection-pool.js, lib/tedious/connection-pool.js; tarn@3.1.2',
  checkedOn: ['mssql@12.7.14', '@types/mssql@12.3.0'],
  same: [
    { path: 'default', is: '' },
    { path: 'ConnectionPool().connect()', is: 'ConnectionPool()' },
    { path: 'connect()', is: 'ConnectionPool()' },
    { path: 'ConnectionPool().request()', is: 'Request()' },
    { path: 'ConnectionPool().transaction()', is: 'Transaction()' },
    { path: 'Transaction().request()', is: 'Request()' },
    { path: 'Request().input()', is: 'Request()' },
    { path: 'Request().output()', is: 'Request()' },
  ],
  types: { ConnectionPool: 'ConnectionPool()', Request: 'Request()', Transaction: 'Transaction()', PreparedStatement: 'PreparedStatement()' },
  resources: [
    {
      create: 'ConnectionPool', is: 'pool', name: 'mssql pool', close: [{ call: 'close', awaitable: true, waits: true }], mustClose: true,
      limits: [
        { limits: 'acquire-wait', at: ['0.pool.acquireTimeoutMillis'], default: 30000, see: 'mssql 12.7.14; tarn 3.1.2' },
        { limits: 'size', at: ['0.pool.max'], unit: 'count', default: 10, see: 'mssql 12.7.14' },
        { limits: 'connect', at: ['0.connectionTimeout'], default: 15000, see: 'mssql 12.7.14: 15.0 s (ran)' },
      ],
      see: 'mssql 12.7.14: close() waits for used connections',
    },
    {
      create: 'connect', is: 'pool', name: 'mssql global pool', close: [{ call: 'close', awaitable: true, waits: true }, { call: 'close', awaitable: true, waits: true, all: true }],
      mustClose: true, limits: [{ limits: 'acquire-wait', at: ['0.pool.acquireTimeoutMillis'], default: 30000, see: 'mssql 12.7.14; tarn 3.1.2' }], see: 'mssql 12.7.14',
    },
  ],
  operations: [
    {
      call: 'ConnectionPool().*', members: ['query', 'batch'], is: 'statement', effect: 'sql', textAt: '0', acquires: 'per-call',
      limits: [{ limits: 'statement', at: ['creation:0.requestTimeout'], default: 15000, offAt: [0], see: 'mssql 12.7.14; 0 is none' }], see: 'mssql 12.7.14',
    },
    {
      call: 'Request().*', members: ['query', 'batch', 'execute', 'bulk'], is: 'statement', effect: 'sql', textAt: '0', acquires: 'per-call',
      limits: [
        {
          limits: 'statement', at: ['creation:1.requestTimeout', 'creation:creation:0.requestTimeout', 'creation:0|0.requestTimeout'], default: 15000, offAt: [0],
          see: 'mssql 12.7.14; 0 is none',
        },
      ],
      see: 'mssql 12.7.14',
    },
    {
      call: 'query', is: 'statement', effect: 'sql', textAt: '0', acquires: 'per-call', limits: [{ limits: 'statement', at: [], default: 15000, see: 'mssql 12.7.14' }],
      see: 'mssql 12.7.14: the global pool',
    },
    { call: 'PreparedStatement().prepare', is: 'acquire', effect: 'none', acquires: 'until-release', holds: 'receiver', see: 'mssql 12.7.14: keeps a connection until unprepare()' },
    { call: 'PreparedStatement().unprepare', is: 'release', effect: 'none', see: 'mssql 12.7.14' },
    { call: 'PreparedStatement().execute', is: 'statement', effect: 'sql', limits: [{ limits: 'statement', at: [], default: 15000, see: 'mssql 12.7.14' }], see: 'mssql 12.7.14: the text was given to prepare()' },
    { call: 'ConnectionPool().acquire', is: 'acquire', effect: 'none', acquires: 'until-release', see: 'mssql 12.7.14' },
    { call: 'ConnectionPool().release', is: 'release', effect: 'none', see: 'mssql 12.7.14' },
    { call: 'Transaction().begin', is: 'transaction', effect: 'none', acquires: 'until-release', holds: 'receiver', see: 'mssql 12.7.14' },
    { call: 'Transaction().*', members: ['commit', 'rollback'], is: 'release', effect: 'none', see: 'mssql 12.7.14' },
  ],

  remarks: [
    { says: 'requestTimeout: not applied to bulk() nor to begin/commit/rollback', see: 'mssql@12.7.14 (tedious + tarn)' },
    { says: 'pool emits "error" (also on failed acquire): register pool.on("error")', see: 'mssql@12.7.14 (tedious + tarn)' },
    { says: 'after pool.close(): while still connecting it fails "Cannot close a pool while it is connecting"', see: 'mssql@12.7.14 (tedious + tarn)' },
  ],
};
