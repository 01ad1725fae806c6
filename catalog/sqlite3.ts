import type { Library } from './schema.js';

export const library: Library = {
  package: 'sqlite3',
  name: 'sqlite3',
  source: 'sqlite3 (README)',
  checkedOn: ['sqlite3@6.0.1', '@types/sqlite3@5.1.0'],
  same: [{ path: 'default', is: '' }],
  types: { Database: 'Database()' },
  callbacks: [
    { call: 'Database().run', callback: '-1', runs: 'now' },
    { call: 'Database().get', callback: '-1', runs: 'now' },
    { call: 'Database().all', callback: '-1', runs: 'now' },
    { call: 'Database().each', callback: '-1', runs: 'now' },
  ],
  resources: [{ create: 'Database', is: 'client', name: 'SQLite database', close: [{ call: 'close', awaitable: false, waits: true, callbackAt: '0' }], mustClose: true, see: 'sqlite3' }],
  operations: [
    {
      call: 'Database().*', members: ['run', 'get', 'all', 'each', 'exec'], is: 'statement', effect: 'sql', textAt: '0',
      see: 'sqlite3: a file of this machine',
    },
  ],
};
