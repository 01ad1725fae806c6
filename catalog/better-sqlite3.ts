import type { Library } from './schema.js';

export const library: Library = {
  package: 'better-sqlite3',
  name: 'better-sqlite3',
  source: 'better-sqlite3@13.2.0 lib/database.js; ran',
  checkedOn: ['better-sqlite3@13.2.0', '@types/better-sqlite3@9.6.0'],
  same: [{ path: 'default', is: '' }],
  types: { Database: '()', Statement: '().prepare()' },
  callbacks: [{ call: '().transaction', callback: '0', runs: 'later' }],
  values: [{ call: '().transaction', gives: 'function', from: '0' }],
  resources: [{ create: '', is: 'client', name: 'SQLite database', close: [{ call: 'close', awaitable: false, waits: false }], mustClose: true, see: 'better-sqlite3 13.2.0' }],
  operations: [
    {
      call: '().prepare().*', members: ['run', 'get', 'all', 'iterate'], is: 'statement', effect: 'sql', textAt: 'creation:0',
      limits: [{ limits: 'statement', at: ['creation:creation:1.timeout'], default: 5000, unrun: 'needs its native part, which is not built for the check', see: 'better-sqlite3 13.2.0: the wait for a lock blocks the event loop (ran)' }],
      see: 'better-sqlite3 13.2.0',
    },
    {
      call: '().exec', is: 'statement', effect: 'sql', textAt: '0', limits: [{ limits: 'statement', at: ['creation:1.timeout'], default: 5000, unrun: 'needs its native part, which is not built for the check', see: 'better-sqlite3 13.2.0' }],
      see: 'better-sqlite3 13.2.0',
    },
  ],
  blocking: [
    {
      calls: ['().prepare().run', '().prepare().get', '().prepare().all', '().prepare().iterate', '().exec', '().pragma'], blocks: 'database', cost: 'high',
      instead: 'a worker thread', see: 'better-sqlite3 13.2.0: every call blocks, up to 5 s for a lock (ran)',
    },
    { calls: ['().prepare', ''], blocks: 'database', cost: 'low', instead: 'prepare once at start-up', see: 'better-sqlite3 13.2.0' },
  ],

  remarks: [
    { says: 'every call blocks the event loop', see: 'better-sqlite3@13.2.0' },
  ],
  errors: { taken: ['SQLITE_CONSTRAINT', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'], see: 'SQLite documentation, result and error codes' },
  words: [{ is: 'count', names: ['changes'], see: 'better-sqlite3@13.2.0' }],
};
