import type { Library } from './schema.js';

export const library: Library = {
  package: 'kysely',
  name: 'Kysely',
  source: 'kysely@0.29.9, 0.28.18 dist/dialect/postgres/postgres-driver.js; ran',
  checkedOn: ['kysely@0.29.9'],
  same: [
    { path: 'Kysely().with()', is: 'Kysely()' },
    { path: 'Kysely().withSchema()', is: 'Kysely()' },
    { path: 'Kysely().withPlugin()', is: 'Kysely()' },
    { path: 'Kysely().startTransaction().setIsolationLevel()', is: 'Kysely().startTransaction()' },
    { path: 'Kysely().startTransaction().setAccessMode()', is: 'Kysely().startTransaction()' },
    { path: 'Kysely().startTransaction().execute()', is: 'Kysely()' },
    { path: 'Kysely().selectFrom().*()', is: 'Kysely().selectFrom()' },
    { path: 'Kysely().insertInto().*()', is: 'Kysely().insertInto()' },
    { path: 'Kysely().replaceInto().*()', is: 'Kysely().replaceInto()' },
    { path: 'Kysely().updateTable().*()', is: 'Kysely().updateTable()' },
    { path: 'Kysely().deleteFrom().*()', is: 'Kysely().deleteFrom()' },
    { path: 'Kysely().mergeInto().*()', is: 'Kysely().mergeInto()' },
  ],
  types: { Kysely: 'Kysely()', Transaction: 'Kysely()' },
  callbacks: [
    { call: 'Kysely().transaction().execute', callback: '0', runs: 'now', parameters: ['Kysely()'], gives: true },
    { call: 'Kysely().connection().execute', callback: '0', runs: 'now', parameters: ['Kysely()'], gives: true },
  ],
  resources: [
    {
      create: 'Kysely', is: 'pool', name: 'Kysely', close: [{ call: 'destroy', awaitable: true, waits: true }], mustClose: true, uses: ['0.dialect|0.pool', '0.dialect|0.database'],
      wraps: ['0.dialect|0.pool', '0.dialect|0.postgres', '0.dialect|0.database'],
      limits: [
        {
          limits: 'acquire-wait', at: ['0.dialect|0.pool|0.connectionTimeoutMillis', '0.dialect|0.tarn.options.acquireTimeoutMillis'], default: 'never', offAt: [0],
          see: 'kysely 0.29.9: the pool has the wait; pending at 3 s (ran)',
        },
      ],
      see: 'kysely 0.29.9: as the pool (ran)',
    },
  ],
  operations: [
    {
      call: 'Kysely().selectFrom().*', members: ['execute', 'executeTakeFirst', 'executeTakeFirstOrThrow', 'stream'], is: 'statement', effect: 'read', acquires: 'per-call',
      limits: [
        { limits: 'total', at: ['0.signal'], unit: 'signal', default: 'never', unrun: 'needs Kysely 0.29, and an older one runs here', versions: '>=0.29.0', see: 'kysely 0.29.9; 0.29 and later' },
        { limits: 'statement', at: ['creation:creation:0.dialect|0.pool|0.statement_timeout', 'creation:creation:0.dialect|0.pool|0.query_timeout'], default: 'never', see: 'kysely 0.29.9: the pool has one' },
      ],
      see: 'kysely 0.29.9: nothing happens before execute (ran)',
    },
    {
      call: 'Kysely().insertInto().*', members: ['execute', 'executeTakeFirst', 'executeTakeFirstOrThrow', 'stream'], is: 'statement', effect: 'write', acquires: 'per-call',
      limits: [
        { limits: 'total', at: ['0.signal'], unit: 'signal', default: 'never', unrun: 'needs Kysely 0.29, and an older one runs here', versions: '>=0.29.0', see: 'kysely 0.29.9; 0.29 and later' },
        { limits: 'statement', at: ['creation:creation:0.dialect|0.pool|0.statement_timeout', 'creation:creation:0.dialect|0.pool|0.query_timeout'], default: 'never', see: 'kysely 0.29.9: the pool has one' },
      ],
      keys: ['of:chain:onConflict:0', 'of:chain:onDuplicateKeyUpdate:0', 'of:chain:ignore:0'], dataAt: ['of:chain:values:0'], tableAt: ['creation:0'], see: 'kysely 0.29.9: nothing happens before execute (ran)',
    },
    {
      call: 'Kysely().replaceInto().*', members: ['execute', 'executeTakeFirst', 'executeTakeFirstOrThrow', 'stream'], is: 'statement', effect: 'idempotent', acquires: 'per-call',
      limits: [
        { limits: 'total', at: ['0.signal'], unit: 'signal', default: 'never', unrun: 'needs Kysely 0.29, and an older one runs here', versions: '>=0.29.0', see: 'kysely 0.29.9; 0.29 and later' },
        { limits: 'statement', at: ['creation:creation:0.dialect|0.pool|0.statement_timeout', 'creation:creation:0.dialect|0.pool|0.query_timeout'], default: 'never', see: 'kysely 0.29.9: the pool has one' },
      ],
      see: 'kysely 0.29.9: nothing happens before execute (ran)',
    },
    {
      call: 'Kysely().updateTable().*', members: ['execute', 'executeTakeFirst', 'executeTakeFirstOrThrow', 'stream'], is: 'statement', effect: 'idempotent', setsAt: ['of:chain:set:0'], acquires: 'per-call',
      limits: [
        { limits: 'total', at: ['0.signal'], unit: 'signal', default: 'never', unrun: 'needs Kysely 0.29, and an older one runs here', versions: '>=0.29.0', see: 'kysely 0.29.9; 0.29 and later' },
        { limits: 'statement', at: ['creation:creation:0.dialect|0.pool|0.statement_timeout', 'creation:creation:0.dialect|0.pool|0.query_timeout'], default: 'never', see: 'kysely 0.29.9: the pool has one' },
      ],
      see: 'kysely 0.29.9: nothing happens before execute (ran)',
    },
    {
      call: 'Kysely().deleteFrom().*', members: ['execute', 'executeTakeFirst', 'executeTakeFirstOrThrow', 'stream'], is: 'statement', effect: 'idempotent', acquires: 'per-call',
      limits: [
        { limits: 'total', at: ['0.signal'], unit: 'signal', default: 'never', unrun: 'needs Kysely 0.29, and an older one runs here', versions: '>=0.29.0', see: 'kysely 0.29.9; 0.29 and later' },
        { limits: 'statement', at: ['creation:creation:0.dialect|0.pool|0.statement_timeout', 'creation:creation:0.dialect|0.pool|0.query_timeout'], default: 'never', see: 'kysely 0.29.9: the pool has one' },
      ],
      see: 'kysely 0.29.9: nothing happens before execute (ran)',
    },
    {
      call: 'Kysely().mergeInto().*', members: ['execute', 'executeTakeFirst', 'executeTakeFirstOrThrow', 'stream'], is: 'statement', effect: 'idempotent', acquires: 'per-call',
      limits: [
        { limits: 'total', at: ['0.signal'], unit: 'signal', default: 'never', unrun: 'needs Kysely 0.29, and an older one runs here', versions: '>=0.29.0', see: 'kysely 0.29.9; 0.29 and later' },
        { limits: 'statement', at: ['creation:creation:0.dialect|0.pool|0.statement_timeout', 'creation:creation:0.dialect|0.pool|0.query_timeout'], default: 'never', see: 'kysely 0.29.9: the pool has one' },
      ],
      see: 'kysely 0.29.9: nothing happens before execute (ran)',
    },
    {
      call: 'sql().execute', is: 'statement', effect: 'sql', textAt: 'creation:0', clientAt: '0', acquires: 'per-call',
      limits: [
        { limits: 'total', at: ['0.signal'], unit: 'signal', default: 'never', unrun: 'needs Kysely 0.29, and an older one runs here', versions: '>=0.29.0', see: 'kysely 0.29.9; 0.29 and later' },
        { limits: 'statement', at: [], default: 'unknown', see: 'kysely 0.29.9: what executes it may be any Kysely' },
      ],
      see: 'kysely 0.29.9',
    },
    {
      call: 'Kysely().executeQuery', is: 'statement', effect: 'sql', textAt: '0', acquires: 'per-call',
      limits: [
        { limits: 'total', at: ['0.signal'], unit: 'signal', default: 'never', unrun: 'needs Kysely 0.29, and an older one runs here', versions: '>=0.29.0', see: 'kysely 0.29.9; 0.29 and later' },
        { limits: 'statement', at: ['creation:creation:0.dialect|0.pool|0.statement_timeout', 'creation:creation:0.dialect|0.pool|0.query_timeout'], default: 'never', see: 'kysely 0.29.9: the pool has one' },
      ],
      see: 'kysely 0.29.9',
    },
    { call: 'Kysely().transaction().execute', is: 'transaction', effect: 'none', acquires: 'during-callback', see: 'kysely 0.29.9' },
    { call: 'Kysely().startTransaction().execute', is: 'acquire', effect: 'none', acquires: 'until-release', see: 'kysely 0.29.9 ControlledTransaction; 0.28 and later' },
    { call: 'Kysely().commit().execute', is: 'release', effect: 'none', see: 'kysely 0.29.9 ControlledTransaction' },
    { call: 'Kysely().rollback().execute', is: 'release', effect: 'none', see: 'kysely 0.29.9 ControlledTransaction' },
    { call: 'Kysely().connection().execute', is: 'acquire', effect: 'none', acquires: 'during-callback', see: 'kysely 0.29.9' },
  ],

  words: [
    { is: 'count', names: ['numUpdatedRows', 'numChangedRows', 'numDeletedRows', 'numInsertedOrUpdatedRows'], see: 'kysely@0.29.9' }, { is: 'table-of', names: ['selectFrom', 'insertInto', 'deleteFrom', 'updateTable', 'replaceInto', 'mergeInto'], see: 'kysely@0.29.9' }, { is: 'makes-table', names: ['createTable'], see: 'kysely@0.29.9' }, { is: 'opens-table', names: ['alterTable'], see: 'kysely@0.29.9' }, { is: 'adds-key', names: ['createIndex'], see: 'kysely@0.29.9' },
    { is: 'adds-unique-key', names: ['addUniqueConstraint', 'addPrimaryKeyConstraint'], see: 'kysely@0.29.9' }, { is: 'drops-table', names: ['dropTable'], see: 'kysely@0.29.9' }, { is: 'drops-column', names: ['dropColumn'], see: 'kysely@0.29.9' }, { is: 'drops-key', names: ['dropIndex', 'dropConstraint'], see: 'kysely@0.29.9' },
    { is: 'unique', names: ['unique', 'primaryKey'], see: 'kysely@0.29.9' }, { is: 'key-on', names: ['on'], see: 'kysely@0.29.9' }, { is: 'key-column', names: ['column', 'columns'], see: 'kysely@0.29.9' }, { is: 'key-part', names: ['where'], see: 'kysely@0.29.9' },
  ],
  remarks: [
    { says: '"kysely/readonly" (0.29+) exports ReadonlyKysely and friends, types that leave only reads', see: 'kysely@0.29.9' }, { says: 'a connection that the server drops: pg: process CRASHES unless you add pool.on("error")', see: 'kysely@0.29.9' }, { says: 'after db.destroy(): "driver has already been destroyed"', see: 'kysely@0.29.9' },
  ],
};
