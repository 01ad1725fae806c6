import type { Library } from './schema.js';

export const library: Library = {
  package: 'pg',
  name: 'pg',
  source: 'pg@8.23.1, pg-pool@3.14.0; ran against PostgreSQL 15.18',

  same: [
    { path: 'default', is: '' },
    { path: 'native', is: '' },
    { path: 'Client().connect()', is: 'Client()' },
  ],
  types: { Pool: 'Pool()', Client: 'Client()', PoolClient: 'Pool().connect()', ClientBase: 'Pool().connect()' },

  callbacks: [
    { call: 'Pool().on', callback: '1', runs: 'later' },
    { call: 'Pool().query', callback: '-1', runs: 'now' },
  ],

  resources: [
    {
      create: 'Pool', is: 'pool', name: 'pg Pool', mustClose: true,
      close: [{ call: 'end', awaitable: true, waits: true, callbackAt: '0' }],
      limits: [
        { limits: 'acquire-wait', at: ['0.connectionTimeoutMillis'], default: 'never', offAt: [0], note: 'also bounds opening a connection; not read from the connection string', see: 'pg-pool 3.14.0 index.js; pending at 4 s (ran)' },
        { limits: 'size', at: ['0.max', '0.poolSize'], unit: 'count', default: 10, see: 'pg-pool 3.14.0' },
      ],
      see: 'pg-pool 3.14.0: end() waits for every client that is out, without limit (ran)',
    },
    {
      create: 'Client', is: 'client', name: 'pg Client', mustClose: true,
      close: [{ call: 'end', awaitable: true, waits: false, callbackAt: '0' }],
      limits: [{ limits: 'connect', at: ['0.connectionTimeoutMillis'], default: 'never', offAt: [0], see: 'pg 8.23.1 lib/client.js; ran' }],
      see: 'pg 8.23.1: end() rejects running queries (ran)',
    },
  ],

  operations: [
    {
      call: 'Pool().query', is: 'statement', effect: 'sql', textAt: '0', acquires: 'per-call',
      limits: [{ limits: 'statement', at: ['0.query_timeout', 'creation:0.query_timeout', 'creation:0.statement_timeout', 'creation:0.connectionString?statement_timeout'], default: 'never', offAt: [0, false], see: 'pg 8.23.1 lib/defaults.js; ran' }],
      see: 'pg 8.23.1',
    },
    { call: 'Pool().connect', is: 'acquire', effect: 'none', acquires: 'until-release', see: 'pg-pool 3.14.0' },
    {
      call: 'Pool().connect().query', is: 'statement', effect: 'sql', textAt: '0',
      limits: [{ limits: 'statement', at: ['0.query_timeout', 'creation:creation:0.query_timeout', 'creation:creation:0.statement_timeout', 'creation:creation:0.connectionString?statement_timeout'], default: 'never', offAt: [0, false], see: 'pg 8.23.1 lib/defaults.js; ran' }],
      see: 'pg 8.23.1',
    },
    { call: 'Pool().connect().release', is: 'release', effect: 'none', see: 'pg-pool 3.14.0: does not roll back (ran)' },
    {
      call: 'Client().query', is: 'statement', effect: 'sql', textAt: '0',
      limits: [{ limits: 'statement', at: ['0.query_timeout', 'creation:0.query_timeout', 'creation:0.statement_timeout', 'creation:0.connectionString?statement_timeout'], default: 'never', offAt: [0, false], see: 'pg 8.23.1 lib/defaults.js; ran' }],
      see: 'pg 8.23.1',
    },
    {
      call: 'Client().connect', is: 'acquire', effect: 'none',
      limits: [{ limits: 'connect', at: ['creation:0.connectionTimeoutMillis'], default: 'never', offAt: [0], see: 'pg 8.23.1 lib/client.js; ran' }],
      see: 'pg 8.23.1',
    },
  ],
};
