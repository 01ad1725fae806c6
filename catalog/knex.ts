import type { Library } from './schema.js';

export const library: Library = {
  package: 'knex',
  name: 'Knex',
  source: 'knex@3.3.0 lib/client.js, tarn@3.1.2; ran against PostgreSQL 15.18',
  checkedOn: ['knex@3.3.0'],

  same: [
    { path: 'default', is: '' },
    { path: 'knex', is: '' },
    { path: 'Knex', is: '' },
    { path: '().transaction()', is: '()' },
    { path: '().transactionProvider()()', is: '()' },
    { path: '()().*()', is: '()()' },
    { path: '().from()', is: '()()' },
    { path: '().table()', is: '()()' },
    { path: '().select()', is: '()()' },
    { path: '().queryBuilder()', is: '()()' },
    { path: '().with()', is: '()()' },
    { path: '().withSchema()', is: '()' },
  ],
  types: { Knex: '()', 'Knex.Transaction': '()', 'Knex.QueryBuilder': '()()' },

  joins: ['chain:transacting:0'],

  callbacks: [
    { call: '().transaction', callback: '0', runs: 'now', parameters: ['()'], gives: true },
    { call: '()().where', callback: '0', runs: 'now' },
    { call: '()().modify', callback: '0', runs: 'now', parameters: ['()()'] },
  ],

  resources: [
    {
      create: '', is: 'pool', name: 'Knex pool', mustClose: true,
      close: [{ call: 'destroy', awaitable: true, waits: true, callbackAt: '0' }],
      limits: [
        { limits: 'acquire-wait', at: ['0.acquireConnectionTimeout', '0.pool.acquireTimeoutMillis'], least: true, default: 60000, see: 'knex 3.3.0 lib/client.js getPoolSettings(); ran' },
        { limits: 'size', at: ['0.pool.max'], unit: 'count', default: 10, see: 'knex 3.3.0' },
      ],
      see: 'knex 3.3.0: destroy() waits for every connection in use, without limit (ran)',
    },
  ],

  sentBy: ['stream', 'pipe', 'asCallback'],
  operations: [
    {
      call: '()', is: 'statement', effect: 'read', acquires: 'per-call', lazy: true,
      limits: [{ limits: 'statement', at: ['chain:timeout:0', 'creation:0.connection.statement_timeout', 'creation:0.connection.query_timeout'], default: 'never', see: 'knex 3.3.0 builder.timeout(); ran' }],
      see: 'knex 3.3.0: runs when awaited (ran)',
    },
    {
      call: '()().*', members: ['insert', 'batchInsert', 'increment', 'decrement'], is: 'statement', effect: 'write', relativeBy: ['increment', 'decrement'], tableAt: ['creation:0'], acquires: 'per-call', lazy: true,
      keys: ['chain:onConflict:0'],
      limits: [{ limits: 'statement', at: ['chain:timeout:0', 'creation:creation:0.connection.statement_timeout', 'creation:creation:0.connection.query_timeout'], default: 'never', see: 'knex 3.3.0; ran' }],
      see: 'knex 3.3.0 types/index.d.ts',
    },
    {
      call: '()().*', members: ['update', 'del', 'delete', 'truncate', 'upsert'], is: 'statement', effect: 'idempotent', setsAt: ['0'], acquires: 'per-call', lazy: true,
      limits: [{ limits: 'statement', at: ['chain:timeout:0', 'creation:creation:0.connection.statement_timeout', 'creation:creation:0.connection.query_timeout'], default: 'never', see: 'knex 3.3.0; ran' }],
      see: 'knex 3.3.0 types/index.d.ts',
    },
    {
      call: '().*', members: ['select', 'from', 'table', 'first', 'with', 'queryBuilder', 'pluck', 'count', 'min', 'max', 'sum', 'avg'], is: 'statement', effect: 'read', acquires: 'per-call', lazy: true,
      limits: [{ limits: 'statement', at: ['chain:timeout:0', 'creation:0.connection.statement_timeout', 'creation:0.connection.query_timeout'], default: 'never', see: 'knex 3.3.0; ran' }],
      see: 'knex 3.3.0',
    },
    {
      call: '().raw', is: 'statement', effect: 'sql', textAt: '0', acquires: 'per-call', lazy: true,
      limits: [{ limits: 'statement', at: ['chain:timeout:0', 'creation:0.connection.statement_timeout', 'creation:0.connection.query_timeout'], default: 'never', see: 'knex 3.3.0; ran' }],
      see: 'knex 3.3.0: runs when awaited (ran)',
    },
    {
      call: '().*', members: ['insert', 'batchInsert'], is: 'statement', effect: 'write', acquires: 'per-call', lazy: true, keys: ['chain:onConflict:0'], tableAt: ['chain:into:0', 'chain:table:0'],
      limits: [{ limits: 'statement', at: ['chain:timeout:0', 'creation:0.connection.statement_timeout'], default: 'never', see: 'knex 3.3.0; ran' }],
      see: 'knex 3.3.0',
    },
    { call: '().transaction', is: 'transaction', effect: 'none', acquires: 'during-callback', see: 'knex 3.3.0: settles with its callback' },
    { call: '().*', members: ['commit', 'rollback'], is: 'release', effect: 'none', see: 'knex 3.3.0: of a transaction without a callback' },
  ],

  words: [
    { is: 'table-of', names: ['table', 'from', 'into'], see: 'knex@3.3.0' }, { is: 'makes-table', names: ['createTable', 'createTableIfNotExists', 'createTableLike'], see: 'knex@3.3.0' },
    { is: 'opens-table', names: ['table', 'alterTable'], see: 'knex@3.3.0' }, { is: 'drops-table', names: ['dropTable', 'dropTableIfExists'], see: 'knex@3.3.0' },
    { is: 'renames-table', names: ['renameTable'], see: 'knex@3.3.0' }, { is: 'drops-column', names: ['dropColumn', 'dropColumns'], see: 'knex@3.3.0' },
    { is: 'drops-key', names: ['dropUnique', 'dropPrimary', 'dropIndex'], see: 'knex@3.3.0' }, { is: 'unique', names: ['unique', 'primary'], see: 'knex@3.3.0' },
  ],
  remarks: [
    { says: 'acquireConnectionTimeout: knex >= 3.3.0 accepts connectionPool: <pg.Pool or mysql2 pool or tarn pool>; then neither option applies and the native pool rules', see: 'knex@3.3.0' },
    { says: 'pool.min default 2 keeps connections open, so the process never exits by itself without destroy()', see: 'knex@3.3.0' },
    { says: 'calling the root knex inside a transaction callback takes a second connection', see: 'knex@3.3.0' },
    { says: 'a call that nobody awaits does nothing', see: 'knex@3.3.0' },
    { says: 'after knex.destroy(): later queries reject "Unable to acquire a connection"; an external connectionPool is NOT ended', see: 'knex@3.3.0' },
  ],
};
