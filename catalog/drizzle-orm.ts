import type { Library, Limit } from './schema.js';

/** What is reached under an url alone is asked over HTTP or lies in the process: whether it ends is the driver's matter. */
const byUrl: Limit = { limits: 'statement', at: ['creation:0|0.url', 'creation:0.client|0.url', 'creation:0.connection.url'], unit: 'function', default: 'never', see: 'drizzle-orm 0.45.4 libsql/driver.js' };

const STATEMENT = ['creation:0|0.statement_timeout', 'creation:0|0.query_timeout', 'creation:0.client|0.statement_timeout', 'creation:0.client|0.query_timeout', 'creation:0.connection.statement_timeout', 'creation:0.connection.query_timeout'];

export const library: Library = {
  package: 'drizzle-orm',
  modules: [
    'drizzle-orm/node-postgres', 'drizzle-orm/postgres-js', 'drizzle-orm/mysql2', 'drizzle-orm/neon-serverless', 'drizzle-orm/vercel-postgres',
  ],
  name: 'Drizzle',
  source: 'drizzle-orm@0.45.4; ran',
  checkedOn: ['drizzle-orm@0.45.4', '@electric-sql/pglite@0.5.17', '@electric-sql/pglite-socket@0.2.17'],
  same: [
    { path: 'drizzle().select().*()', is: 'drizzle().select()' },
    { path: 'drizzle().insert().*()', is: 'drizzle().insert()' },
    { path: 'drizzle().update().*()', is: 'drizzle().update()' },
    { path: 'drizzle().delete().*()', is: 'drizzle().delete()' },
  ],
  types: { NodePgDatabase: 'drizzle()', PostgresJsDatabase: 'drizzle()', MySql2Database: 'drizzle()', PgTransaction: 'drizzle()' },
  callbacks: [{ call: 'drizzle().transaction', callback: '0', runs: 'now', parameters: ['drizzle()'], gives: true }],
  resources: [
    {
      create: 'drizzle', is: 'pool', name: 'Drizzle database', mustClose: true, closesNothing: true, close: [{ call: '$client.end', awaitable: true, waits: true, closesToo: ['0', '0.client'] }], wraps: ['0', '0.client'],
      limits: [
        {
          limits: 'acquire-wait', at: ['0.connection.connectionTimeoutMillis', '0|0.connectionTimeoutMillis', '0.client|0.connectionTimeoutMillis'], default: 'never', offAt: [0],
          see: 'drizzle-orm 0.45.4: the driver has the wait; pending at 3 s (ran)',
        },
        { limits: 'size', at: ['0.connection.max', '0|0.max', '0.client|0.max'], unit: 'count', default: 10, see: 'drizzle-orm 0.45.4 (ran)' },
      ],
      see: 'drizzle-orm 0.45.4: no close of its own; the driver it makes is $client',
    },
  ],
  sentBy: ['execute', 'run', 'all', 'get'],
  operations: [
    {
      call: 'drizzle().*', members: ['select', 'selectDistinct', 'selectDistinctOn', '$count'], is: 'statement', effect: 'read', acquires: 'per-call', lazy: true,
      limits: [
        {
          limits: 'statement',
          at: STATEMENT,
          default: 'never', see: 'drizzle-orm 0.45.4: none of its own',
        }, byUrl],
      see: 'drizzle-orm 0.45.4: runs when awaited (ran)',
    },
    {
      call: 'drizzle().query.*.*', members: ['findMany', 'findFirst'], is: 'statement', effect: 'read', acquires: 'per-call', lazy: true,
      limits: [{ limits: 'statement', at: STATEMENT, default: 'never', see: 'drizzle-orm 0.45.4' }, byUrl],
      see: 'drizzle-orm 0.45.4',
    },
    {
      call: 'drizzle().insert', is: 'statement', effect: 'write', acquires: 'per-call', lazy: true,
      keys: ['chain:onConflictDoNothing:0.target', 'chain:onConflictDoUpdate:0.target', 'chain:onDuplicateKeyUpdate:0'], dataAt: ['chain:values:0'], tableAt: ['0'],
      limits: [{ limits: 'statement', at: STATEMENT, default: 'never', see: 'drizzle-orm 0.45.4' }, byUrl],
      see: 'drizzle-orm 0.45.4',
    },
    {
      call: 'drizzle().*', members: ['update', 'delete', 'refreshMaterializedView'], is: 'statement', effect: 'idempotent', setsAt: ['chain:set:0'], acquires: 'per-call', lazy: true,
      limits: [{ limits: 'statement', at: STATEMENT, default: 'never', see: 'drizzle-orm 0.45.4' }, byUrl],
      see: 'drizzle-orm 0.45.4',
    },
    {
      call: 'drizzle().*', members: ['execute', 'run', 'all', 'get', 'values'], is: 'statement', effect: 'sql', textAt: '0', acquires: 'per-call', lazy: true,
      limits: [{ limits: 'statement', at: STATEMENT, default: 'never', see: 'drizzle-orm 0.45.4' }, byUrl],
      see: 'drizzle-orm 0.45.4',
    },
    { call: 'drizzle().transaction', is: 'transaction', effect: 'none', acquires: 'during-callback', see: 'drizzle-orm 0.45.4' },
  ],
  tables: [
    { named: 'pgTable', is: 'table', nameAt: ['0'], columnsAt: ['1'], keysAt: ['2'], whole: true, see: 'drizzle-orm 0.45.4 pg-core/table.d.ts' },
    { named: 'mysqlTable', is: 'table', nameAt: ['0'], columnsAt: ['1'], keysAt: ['2'], whole: true, see: 'drizzle-orm 0.45.4 mysql-core/table.d.ts' },
    { named: 'sqliteTable', is: 'table', nameAt: ['0'], columnsAt: ['1'], keysAt: ['2'], whole: true, see: 'drizzle-orm 0.45.4 sqlite-core/table.d.ts' },
  ],
  words: [
    { is: 'count', names: ['rowsAffected'], see: 'drizzle-orm@0.45.4' }, { is: 'table-of', names: ['from', 'insert', 'update', 'delete'], see: 'drizzle-orm@0.45.4' }, { is: 'unique', names: ['unique', 'uniqueIndex', 'primaryKey'], see: 'drizzle-orm@0.45.4' },
    { is: 'key-columns', names: ['columns'], see: 'drizzle-orm@0.45.4' }, { is: 'key-on', names: ['on'], see: 'drizzle-orm@0.45.4' }, { is: 'key-part', names: ['where'], see: 'drizzle-orm@0.45.4' },
  ],
  remarks: [
    { says: 'better-sqlite3 / bun-sqlite back ends are synchronous: .run() .all() .get() .values()', see: 'drizzle-orm@0.45.4' },
    { says: 'a connection that the server drops: pg: process CRASHES on an idle-connection error, also for drizzle(url) where drizzle made the pool: add db.$client.on("error")', see: 'drizzle-orm@0.45.4' },
    { says: 'a call that nobody awaits does nothing', see: 'drizzle-orm@0.45.4' },
  ],
};
