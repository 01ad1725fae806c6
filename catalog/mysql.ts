import type { Library } from './schema.js';

export const library: Library = {
  package: 'mysql',
  name: 'mysql',
  source: 'mysql@2.18.1 lib/PoolConfig.js, lib/Pool.js; ran against MariaDB 10.11',
  checkedOn: ['mysql@2.18.1', '@types/mysql@2.15.28'],
  same: [{ path: 'default', is: '' }, { path: 'createPoolCluster().of()', is: 'createPoolCluster()' }],
  types: { Pool: 'createPool()', Connection: 'createConnection()', PoolConnection: 'PoolConnection()' },
  callbacks: [
    { call: 'createPool().getConnection', callback: '0', runs: 'now', parameters: ['', 'PoolConnection()'] },
    { call: 'createPoolCluster().getConnection', callback: '-1', runs: 'now', parameters: ['', 'PoolConnection()'] },
    { call: 'createPool().query', callback: '-1', runs: 'now' },
    { call: 'PoolConnection().query', callback: '-1', runs: 'now' },
    { call: 'createConnection().query', callback: '-1', runs: 'now' },
    { call: 'PoolConnection().beginTransaction', callback: '0', runs: 'now' },
    { call: 'PoolConnection().commit', callback: '0', runs: 'now' },
    { call: 'PoolConnection().rollback', callback: '0', runs: 'now' },
  ],
  resources: [
    {
      create: 'createPool', is: 'pool', name: 'mysql pool', close: [{ call: 'end', awaitable: false, waits: true, callbackAt: '0' }], mustClose: true,
      limits: [
        {
          limits: 'acquire-wait', at: [], default: 0, onlyWhen: { at: '0.waitForConnections', is: false }, note: 'fails at once',
          see: 'mysql 2.18.1 lib/Pool.js: acquireTimeout does not cover the queue (ran)',
        },
        { limits: 'size', at: ['0.connectionLimit'], unit: 'count', default: 10, see: 'mysql 2.18.1' },
      ],
      see: 'mysql 2.18.1; ran',
    },
    {
      create: 'createPoolCluster', is: 'pool', name: 'mysql pool cluster', close: [{ call: 'end', awaitable: false, waits: true, callbackAt: '0' }], mustClose: true,
      limits: [{ limits: 'acquire-wait', at: [], default: 'never', unrun: 'needs a MariaDB', see: 'mysql 2.18.1 lib/PoolCluster.js' }],
      see: 'mysql 2.18.1 lib/PoolCluster.js: pools are made by add(id, options)',
    },
    {
      create: 'createConnection', is: 'client', name: 'mysql connection',
      close: [{ call: 'end', awaitable: false, waits: true, callbackAt: '0' }, { call: 'destroy', awaitable: false, waits: false }], mustClose: true, see: 'mysql 2.18.1',
    },
  ],
  operations: [
    {
      call: 'createPool().query', is: 'statement', effect: 'sql', textAt: '0', acquires: 'per-call',
      limits: [{ limits: 'statement', at: ['0.timeout'], default: 'never', see: 'mysql 2.18.1; ran' }], see: 'mysql 2.18.1',
    },
    { call: 'createPoolCluster().getConnection', is: 'acquire', effect: 'none', acquires: 'until-release', see: 'mysql 2.18.1' },
    {
      call: 'createPoolCluster().query', is: 'statement', effect: 'sql', textAt: '0', acquires: 'per-call',
      limits: [{ limits: 'statement', at: ['0.timeout'], default: 'never', see: 'mysql 2.18.1' }], see: 'mysql 2.18.1: of(pattern) chooses the pool',
    },
    { call: 'createPool().getConnection', is: 'acquire', effect: 'none', acquires: 'until-release', see: 'mysql 2.18.1' },
    {
      call: 'PoolConnection().query', is: 'statement', effect: 'sql', textAt: '0', limits: [{ limits: 'statement', at: ['0.timeout'], default: 'never', see: 'mysql 2.18.1; ran' }],
      see: 'mysql 2.18.1',
    },
    { call: 'PoolConnection().*', members: ['release', 'destroy'], is: 'release', effect: 'none', see: 'mysql 2.18.1' },
    {
      call: 'createConnection().query', is: 'statement', effect: 'sql', textAt: '0', limits: [{ limits: 'statement', at: ['0.timeout'], default: 'never', see: 'mysql 2.18.1; ran' }],
      see: 'mysql 2.18.1',
    },
  ],

  remarks: [
    { options: ['connectTimeout'], default: 10000, unit: 'ms', says: 'limits connecting; createConnection: covers TCP connect only; a server that accepts and never answers kept connect() pending > 12 s. Pool: handshake is bounded by acquireTimeout (10 s, code PROTOCOL_SEQUENCE_TIMEOUT)', see: 'mysql@2.18.1' },
    { says: 'query({: connection destroyed', see: 'mysql@2.18.1' },
    { says: 'acquireTimeout: ran: acquireTimeout:300 with an exhausted pool still pending at 3 s. queueLimit default 0 = unlimited; waitForConnections:false fails at once', see: 'mysql@2.18.1' },
    { says: 'callback API only: promise style needs util.promisify', see: 'mysql@2.18.1' },
    { says: 'connection.destroy() does not wait for work in flight', see: 'mysql@2.18.1' },
  ],
  errors: { taken: ['ER_DUP_ENTRY', '1062'], see: 'MySQL documentation, server error reference' },
};
