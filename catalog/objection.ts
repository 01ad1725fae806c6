import type { Library } from './schema.js';

const INSERTS = ['Model.query().insert', 'Model.query().insertAndFetch', 'Model.query().insertGraph', 'Model.query().insertGraphAndFetch'];
const UPDATES = ['Model.query().update', 'Model.query().updateAndFetch', 'Model.query().updateAndFetchById', 'Model.query().patch', 'Model.query().patchAndFetch', 'Model.query().patchAndFetchById', 'Model().$query().patch', 'Model().$query().patchAndFetch', 'Model().$query().update', 'Model().$query().updateAndFetch'];
const DELETES = ['Model.query().delete', 'Model.query().deleteById', 'Model().$query().delete'];

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
  hooks: [
    { calls: INSERTS, method: '$beforeInsert', see: 'objection 3.1.5 typings/objection/index.d.ts' },
    { calls: INSERTS, method: '$afterInsert', see: 'objection 3.1.5 typings/objection/index.d.ts' },
    { calls: UPDATES, method: '$beforeUpdate', see: 'objection 3.1.5 typings/objection/index.d.ts' },
    { calls: UPDATES, method: '$afterUpdate', see: 'objection 3.1.5 typings/objection/index.d.ts' },
    { calls: ['Model().$query().delete'], method: '$beforeDelete', see: 'objection 3.1.5 typings/objection/index.d.ts' },
    { calls: ['Model().$query().delete'], method: '$afterDelete', see: 'objection 3.1.5 typings/objection/index.d.ts' },
    { calls: INSERTS, method: 'beforeInsert', static: true, see: 'objection 3.1.5 typings/objection/index.d.ts' },
    { calls: INSERTS, method: 'afterInsert', static: true, see: 'objection 3.1.5 typings/objection/index.d.ts' },
    { calls: UPDATES, method: 'beforeUpdate', static: true, see: 'objection 3.1.5 typings/objection/index.d.ts' },
    { calls: UPDATES, method: 'afterUpdate', static: true, see: 'objection 3.1.5 typings/objection/index.d.ts' },
    { calls: DELETES, method: 'beforeDelete', static: true, see: 'objection 3.1.5 typings/objection/index.d.ts' },
    { calls: DELETES, method: 'afterDelete', static: true, see: 'objection 3.1.5 typings/objection/index.d.ts' },
    { calls: ['Model.query'], method: '$afterFind', see: 'objection 3.1.5 typings/objection/index.d.ts' },
    { calls: ['Model.query'], method: 'beforeFind', static: true, see: 'objection 3.1.5 typings/objection/index.d.ts' },
    { calls: ['Model.query'], method: 'afterFind', static: true, see: 'objection 3.1.5 typings/objection/index.d.ts' },
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
      is: 'statement', effect: 'idempotent', setsAt: ['0', '1'], lazy: true, limits: [{ limits: 'statement', at: ['chain:timeout:0'], default: 'unknown', see: 'objection 3.1.5: else what the Knex instance says' }], see: 'objection 3.1.5',
    },
    {
      call: 'Model().$query().*', members: ['patch', 'patchAndFetch', 'update', 'updateAndFetch', 'delete'], is: 'statement', effect: 'idempotent', setsAt: ['0'], lazy: true,
      limits: [{ limits: 'statement', at: ['chain:timeout:0'], default: 'unknown', see: 'objection 3.1.5: else what the Knex instance says' }], see: 'objection 3.1.5',
    },
    { call: 'transaction', is: 'transaction', effect: 'none', acquires: 'during-callback', see: 'objection 3.1.5' },
    { call: 'Model.transaction', is: 'transaction', effect: 'none', acquires: 'during-callback', see: 'objection 3.1.5' },
  ],
  errors: { taken: ['UniqueViolationError'], missing: ['NotFoundError'], see: 'objection 3.1.5, db-errors' },
};
