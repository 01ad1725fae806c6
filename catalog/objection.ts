import type { Library } from './schema.js';

export const library: Library = {
  package: 'objection',
  name: 'Objection.js',
  source: 'objection@3.1.5 typings/objection/index.d.ts: on Knex',
  checkedOn: ['objection@3.1.5'],
  same: [
    { path: 'Model.query().*()', is: 'Model.query()' },
    { path: 'Model.relatedQuery().*()', is: 'Model.query()' },
    { path: 'Model().$query().*()', is: 'Model().$query()' },
  ],
  types: { Model: 'Model', QueryBuilder: 'Model.query()', Transaction: 'Model.startTransaction()' },
  callbacks: [
    { call: 'transaction', callback: '-1', runs: 'now', gives: true },
    { call: 'Model.transaction', callback: '-1', runs: 'now', gives: true },
  ],
  ties: [{ call: 'Model.knex', of: 'of:', to: '0' }],
  sentBy: ['execute'],
  operations: [
    { call: 'Model.query', is: 'statement', effect: 'read', lazy: true, limits: [{ limits: 'statement', at: ['chain:timeout:0'], default: 'unknown', see: 'objection 3.1.5: else what the Knex instance says' }], see: 'objection 3.1.5: runs when awaited' },
    {
      call: 'Model.query().*', members: ['insert', 'insertAndFetch', 'insertGraph', 'insertGraphAndFetch', 'increment', 'decrement'], is: 'statement', effect: 'write',
      relativeBy: ['increment', 'decrement'], lazy: true, keys: ['chain:onConflict:0'], tableAt: ['creation:of:'],
      limits: [{ limits: 'statement', at: ['chain:timeout:0'], default: 'unknown', see: 'objection 3.1.5: else what the Knex instance says' }], see: 'objection 3.1.5',
    },
    {
      call: 'Model.query().*', members: ['update', 'updateAndFetch', 'updateAndFetchById', 'patch', 'patchAndFetch', 'patchAndFetchById', 'delete', 'deleteById', 'upsertGraph', 'upsertGraphAndFetch', 'truncate'],
      is: 'statement', effect: 'idempotent', lazy: true, limits: [{ limits: 'statement', at: ['chain:timeout:0'], default: 'unknown', see: 'objection 3.1.5: else what the Knex instance says' }], see: 'objection 3.1.5',
    },
    {
      call: 'Model().$query().*', members: ['patch', 'patchAndFetch', 'update', 'updateAndFetch', 'delete'], is: 'statement', effect: 'idempotent', lazy: true,
      limits: [{ limits: 'statement', at: ['chain:timeout:0'], default: 'unknown', see: 'objection 3.1.5: else what the Knex instance says' }], see: 'objection 3.1.5',
    },
    { call: 'transaction', is: 'transaction', effect: 'none', acquires: 'during-callback', see: 'objection 3.1.5' },
    { call: 'Model.transaction', is: 'transaction', effect: 'none', acquires: 'during-callback', see: 'objection 3.1.5' },
  ],
  errors: { taken: ['UniqueViolationError'], missing: ['NotFoundError'], see: 'objection 3.1.5, db-errors' },
};
