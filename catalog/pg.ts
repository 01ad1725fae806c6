import type { Library } from './schema.js';

export const library: Library = {
  package: 'pg',
  name: 'pg',
  source: 'pg@8.23.1, pg-pool@3.14.0; ran against PostgreSQL 15.18',
  checkedOn: ['pg@8.23.1', '@types/pg@8.23.1'],

  same: [
    { path: 'default', is: '' },
    { path: 'native', is: '' },
    { path: 'Client().connect()', is: 'Client()' },
  ],
  types: { Pool: 'Pool()', Client: 'Client()', PoolClient: 'Pool().connect()', ClientBase: 'Pool().connect()' },

  callbacks: [
    { call: 'Pool().on', callback: '1', runs: 'later', when: { at: '0', is: ['connect', 'acquire'] }, parameters: ['Pool().connect()'] },
    { call: 'Pool().on', callback: '1', runs: 'later' },
    { call: 'Pool().query', callback: '-1', runs: 'now' },
    { call: 'Pool().connect', callback: '-1', runs: 'now', parameters: ['', 'Pool().connect()', 'Pool().connect().release'] },
  ],

  resources: [
    {
      create: 'Pool', is: 'pool', name: 'pg Pool', mustClose: true,
      close: [{ call: 'end', awaitable: true, waits: true, callbackAt: '0' }],
      limits: [
        { limits: 'acquire-wait', at: ['0.connectionTimeoutMillis'], default: 'never', offAt: [0], note: 'also bounds opening a connection; not read from the connection string', see: 'pg-pool 3.14.0 index.js; pending at 4 s (ran)' },
        { limits: 'statement', at: ['0.query_timeout', '0.statement_timeout', '0.connectionString?statement_timeout', 'library:.defaults.query_timeout', 'library:.defaults.statement_timeout'], inText: { at: ['0.options', '0.connectionString?options'], name: 'statement_timeout' }, default: 'never', offAt: [0, false], see: 'pg 8.23.1 lib/defaults.js; ran' },
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
      limits: [{ limits: 'statement', at: ['0.query_timeout', 'creation:0.query_timeout', 'creation:0.statement_timeout', 'creation:0.connectionString?statement_timeout', 'library:.defaults.query_timeout', 'library:.defaults.statement_timeout'], default: 'never', offAt: [0, false], see: 'pg 8.23.1 lib/defaults.js; ran' }],
      see: 'pg 8.23.1',
    },
    { call: 'Pool().connect', is: 'acquire', effect: 'none', acquires: 'until-release', see: 'pg-pool 3.14.0' },
    {
      call: 'Pool().connect().query', is: 'statement', effect: 'sql', textAt: '0',
      limits: [{ limits: 'statement', at: ['0.query_timeout', 'creation:creation:0.query_timeout', 'creation:creation:0.statement_timeout', 'creation:creation:0.connectionString?statement_timeout', 'library:.defaults.query_timeout', 'library:.defaults.statement_timeout'], default: 'never', offAt: [0, false], see: 'pg 8.23.1 lib/defaults.js; ran' }],
      see: 'pg 8.23.1',
    },
    { call: 'Pool().connect().release', is: 'release', effect: 'none', see: 'pg-pool 3.14.0: does not roll back (ran)' },
    {
      call: 'Client().query', is: 'statement', effect: 'sql', textAt: '0',
      limits: [{ limits: 'statement', at: ['0.query_timeout', 'creation:0.query_timeout', 'creation:0.statement_timeout', 'creation:0.connectionString?statement_timeout', 'library:.defaults.query_timeout', 'library:.defaults.statement_timeout'], default: 'never', offAt: [0, false], see: 'pg 8.23.1 lib/defaults.js; ran' }],
      see: 'pg 8.23.1',
    },
    {
      call: 'Client().connect', is: 'acquire', effect: 'none',
      limits: [{ limits: 'connect', at: ['creation:0.connectionTimeoutMillis'], default: 'never', offAt: [0], see: 'pg 8.23.1 lib/client.js; ran' }],
      see: 'pg 8.23.1',
    },
  ],

  words: [{ is: 'connected', names: ['connect', 'acquire'], see: 'pg@8.23.1' }, { is: 'count', names: ['rowCount', 'rows'], see: 'pg@8.23.1' }],
  remarks: [
    { says: 'query_timeout: client is dropped from the pool; the server keeps running the statement', see: 'pg@8.23.1' },
    { options: ['lock_timeout', 'idle_in_transaction_session_timeout'], default: 'false = none', unit: 'ms', says: 'limits a statement; server', see: 'pg@8.23.1' },
    { says: 'connectionTimeoutMillis: Same option bounds waiting for a free client AND opening a new connection. Only read from the options object: connectionTimeoutMillis / max written in the connection-string query are ignored by Pool', see: 'pg@8.23.1' },
    { says: 'release() does not roll back: a client released inside BEGIN comes back still in the transaction', see: 'pg@8.23.1' },
    { says: 'idle pool keeps the process alive up to idleTimeoutMillis (default 10000 ms) unless allowExitOnIdle:true', see: 'pg@8.23.1' },
    { says: 'idleTimeoutMillis is 10000 in pg-pool although pg/lib/defaults.js says 30000', see: 'pg@8.23.1' },
    { says: 'hold-and-wait deadlock: pool.query() inside a transaction that holds a client, max 2, two concurrent callers: pending for ever', see: 'pg@8.23.1' },
    { says: 'a connection that the server drops: process CRASHES: idle client error is re-emitted as pool "error"; no listener = uncaught. A client that is checked out has no pool listener either: needs client.on("error") as well', see: 'pg@8.23.1' },
    { says: 'after pool.end(): later pool.query/connect reject "Cannot use a pool after calling end on the pool"; requests ALREADY QUEUED never settle; second end() rejects "Called end on pool more than once"', see: 'pg@8.23.1' },
    { says: 'client.end() does not wait for work in flight: a running or queued query is rejected with "Connection terminated" (waits only with the pipeline option)', see: 'pg@8.23.1' },
  ],
  errors: { taken: ['23505'], see: 'PostgreSQL documentation, appendix A: unique_violation' },
};
