import type { Library, Limit } from './schema.js';

const HEADERS: Limit = { limits: 'headers', at: [], default: 300000, see: '@libsql/client 0.18.0: on fetch (ran)' };
const limits: readonly Limit[] = [{ limits: 'statement', at: ['creation:0.fetch'], unit: 'function', default: 'never', see: '@libsql/client 0.18.0 lib-cjs/http.js; ran' }, HEADERS];
const ofTransaction: readonly Limit[] = [{ limits: 'statement', at: ['creation:creation:0.fetch'], unit: 'function', default: 'never', see: '@libsql/client 0.18.0 lib-cjs/http.js' }, HEADERS];

export const library: Library = {
  package: '@libsql/client',
  modules: ['@libsql/client/http', '@libsql/client/web', '@libsql/client/node'],
  name: 'libSQL',
  source: '@libsql/client@0.18.0 lib-cjs/http.js, sqlite3.js; ran',
  checkedOn: ['@libsql/client@0.18.0'],
  types: { Client: 'createClient()', Transaction: 'createClient().transaction()' },
  resources: [
    {
      create: 'createClient', is: 'client', name: 'libSQL client', close: [{ call: 'close', awaitable: false, waits: false }], mustClose: true,
      limits: [{ limits: 'size', at: ['0.concurrency'], unit: 'count', default: 20, see: '@libsql/core 0.18.0 config.js' }], see: '@libsql/client 0.18.0',
    },
  ],
  operations: [
    { call: 'createClient().execute', is: 'statement', effect: 'sql', textAt: '0', limits, see: '@libsql/client 0.18.0: nothing is retried; a file: database is one in the process, which blocks' },
    { call: 'createClient().*', members: ['batch', 'migrate', 'executeMultiple'], is: 'statement', effect: 'sql', textAt: '0[]', limits, see: '@libsql/client 0.18.0' },
    { call: 'createClient().transaction', is: 'transaction', effect: 'none', acquires: 'until-release', see: '@libsql/client 0.18.0' },
    { call: 'createClient().transaction().execute', is: 'statement', effect: 'sql', textAt: '0', limits: ofTransaction, see: '@libsql/client 0.18.0' },
    { call: 'createClient().transaction().*', members: ['commit', 'rollback', 'close'], is: 'release', effect: 'none', see: '@libsql/client 0.18.0' },
  ],
  remarks: [{ options: ['timeout'], unit: 'ms', says: 'of a file: database alone: how long it waits for a lock, and blocks the event loop meanwhile', see: '@libsql/core 0.18.0 api.d.ts' }],
  words: [{ is: 'count', names: ['rowsAffected'], see: '@libsql/client@0.18.0' }],
};
