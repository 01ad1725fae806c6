import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:sqlite',
  name: 'node:sqlite',
  source: 'ran on Node 22, 24, 26',
  same: [{ path: 'default', is: '' }],
  types: { DatabaseSync: 'DatabaseSync()', StatementSync: 'DatabaseSync().prepare()' },
  resources: [{ create: 'DatabaseSync', is: 'client', name: 'SQLite database', close: [{ call: 'close', awaitable: false, waits: false }], mustClose: true, see: 'Node 22.23.3, 24.21.0, 26.10.0' }],
  operations: [
    {
      call: 'DatabaseSync().prepare().*', members: ['run', 'get', 'all', 'iterate'], is: 'statement', effect: 'sql', textAt: 'creation:0',
      limits: [{ limits: 'statement', at: ['creation:creation:1.timeout'], default: 0, unrun: 'needs Node 22.5, and the check runs on Node 20 as well', see: 'Node 22.23.3, 24.21.0, 26.10.0: fails at once when locked (ran)' }],
      see: 'Node 22.23.3, 24.21.0, 26.10.0',
    },
    {
      call: 'DatabaseSync().exec', is: 'statement', effect: 'sql', textAt: '0',
      limits: [{ limits: 'statement', at: ['creation:1.timeout'], default: 0, unrun: 'needs Node 22.5, and the check runs on Node 20 as well', see: 'Node 22.23.3, 24.21.0, 26.10.0' }], see: 'Node 22.23.3, 24.21.0, 26.10.0',
    },
  ],
  blocking: [
    {
      calls: ['DatabaseSync().prepare().run', 'DatabaseSync().prepare().get', 'DatabaseSync().prepare().all', 'DatabaseSync().prepare().iterate', 'DatabaseSync().exec'],
      blocks: 'database', cost: 'high', instead: 'a worker thread', see: 'Node 22.23.3, 24.21.0, 26.10.0: there is no asynchronous class (ran)',
    },
    { calls: ['DatabaseSync', 'DatabaseSync().prepare'], blocks: 'database', cost: 'low', see: 'Node 22.23.3, 24.21.0, 26.10.0' },
  ],

  remarks: [
    { default: '0 = fail at once', unit: 'ms', says: 'limits a statement; in-process, BLOCKS the event loop', see: 'Node 22.23.3' },
  ],
};
