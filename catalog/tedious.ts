import type { Library } from './schema.js';

export const library: Library = {
  package: 'tedious',
  name: 'tedious',
  source: 'tedious@20.3.9 lib/connection.js',
  checkedOn: ['tedious@20.3.9', '@types/tedious@18.0.0'],
  same: [{ path: 'default', is: '' }],
  types: { Connection: 'Connection()' },
  resources: [
    {
      create: 'Connection', is: 'client', name: 'tedious connection', close: [{ call: 'close', awaitable: false, waits: false }], mustClose: true,
      limits: [{ limits: 'connect', at: ['0.options.connectTimeout'], default: 15000, see: 'tedious 20.3.9' }], see: 'tedious 20.3.9',
    },
  ],
  operations: [
    {
      call: 'Connection().*', members: ['beginTransaction', 'commitTransaction', 'rollbackTransaction', 'saveTransaction'], is: 'statement', effect: 'none',
      limits: [{ limits: 'statement', at: ['creation:0.options.requestTimeout'], default: 15000, offAt: [0], see: 'tedious 20.3.9' }], see: 'tedious 20.3.9',
    },
    {
      call: 'Connection().*', members: ['execSql', 'execSqlBatch', 'callProcedure', 'execBulkLoad', 'execute'], is: 'statement', effect: 'write',
      limits: [{ limits: 'statement', at: ['creation:0.options.requestTimeout'], default: 15000, offAt: [0], see: 'tedious 20.3.9' }], see: 'tedious 20.3.9',
    },
  ],

  remarks: [
    { says: 'connection.close() does not wait for work in flight', see: 'tedious@20.3.9' },
  ],
};
