import type { Library } from './schema.js';

export const library: Library = {
  package: '@fastify/postgres',
  name: '@fastify/postgres',
  source: '@fastify/postgres@6.1.0 index.js; ran',
  checkedOn: ['@fastify/postgres@6.1.0'],
  same: [
    { path: 'default', is: '' },
    { path: 'fastifyPostgres', is: '' },
    { path: 'register().pool', is: 'register()' },
  ],
  types: { PostgresDb: 'register()' },
  callbacks: [{ call: 'register().transact', callback: '0', runs: 'now', parameters: ['register().connect()'], gives: true }],
  plugins: [{ plugin: '', registeredBy: 'fastify|().register', as: 'register', member: 'pg' }],
  resources: [
    {
      create: 'register', is: 'pool', name: '@fastify/postgres pool', close: [{ call: 'end', awaitable: true, waits: true }],
      limits: [
        { limits: 'acquire-wait', at: ['1.connectionTimeoutMillis'], default: 'never', offAt: [0], note: 'not read from the connection string', see: 'pg-pool 3.14.0: pending at 4 s (ran)' },
        { limits: 'statement', at: ['1.query_timeout', '1.statement_timeout', '1.connectionString?statement_timeout'], inText: { at: ['1.options', '1.connectionString?options'], name: 'statement_timeout' }, default: 'never', offAt: [0, false], see: 'pg 8.23.1 lib/defaults.js; ran' },
        { limits: 'size', at: ['1.max'], unit: 'count', default: 10, see: 'pg-pool 3.14.0' },
      ],
      see: '@fastify/postgres 6.1.0: closes itself in onClose',
    },
  ],
  operations: [
    {
      call: 'register().query', is: 'statement', effect: 'sql', textAt: '0', acquires: 'per-call',
      limits: [
        {
          limits: 'statement', at: ['0.query_timeout', 'creation:1.query_timeout', 'creation:1.statement_timeout'], default: 'never', offAt: [0, false],
          see: 'pg 8.23.1 lib/defaults.js; ran',
        },
      ],
      see: '@fastify/postgres 6.1.0',
    },
    { call: 'register().connect', is: 'acquire', effect: 'none', acquires: 'until-release', see: '@fastify/postgres 6.1.0' },
    {
      call: 'register().connect().query', is: 'statement', effect: 'sql', textAt: '0',
      limits: [{ limits: 'statement', at: ['0.query_timeout', 'creation:creation:1.query_timeout', 'creation:creation:1.statement_timeout'], default: 'never', offAt: [0, false], see: 'pg 8.23.1' }],
      see: '@fastify/postgres 6.1.0',
    },
    { call: 'register().connect().release', is: 'release', effect: 'none', see: '@fastify/postgres 6.1.0' },
    { call: 'register().transact', is: 'transaction', effect: 'none', acquires: 'during-callback', see: '@fastify/postgres 6.1.0: BEGIN, COMMIT, ROLLBACK' },
  ],

  remarks: [
    { says: 'attaches NO pool "error" listener: an idle connection dropped by the server crashed the process; add fastify.pg.pool.on("error"). fastify.pg.transact(fn) = BEGIN/COMMIT/ROLLBACK; route option pg: { transact: true }', see: '@fastify/postgres 6.1.0' },
  ],
};
