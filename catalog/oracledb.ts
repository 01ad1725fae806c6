import type { Library } from './schema.js';

export const library: Library = {
  package: 'oracledb',
  name: 'oracledb',
  source: 'oracledb@26.0.0, 6.10.0 lib/settings.js, lib/pool.js',
  checkedOn: ['oracledb@26.0.0', '@types/oracledb@7.0.3'],
  same: [{ path: 'default', is: '' }, { path: 'getPool()', is: 'createPool()' }],
  types: { Pool: 'createPool()', Connection: 'createPool().getConnection()' },
  resources: [
    {
      create: 'createPool', is: 'pool', name: 'oracledb pool', close: [{ call: 'close', awaitable: true, waits: true }], mustClose: true,
      limits: [
        { limits: 'acquire-wait', at: ['0.queueTimeout'], default: 60000, offAt: [0], see: 'oracledb 26.0.0 lib/settings.js' },
        { limits: 'size', at: ['0.poolMax'], unit: 'count', default: 4, see: 'oracledb 26.0.0' },
        { limits: 'queue', at: ['0.queueMax'], unit: 'count', default: 500, see: 'oracledb 26.0.0' },
      ],
      see: 'oracledb 26.0.0: close() throws while a connection is out, close(seconds) drains',
    },
  ],
  operations: [
    { call: 'createPool().getConnection', is: 'acquire', effect: 'none', acquires: 'until-release', see: 'oracledb 26.0.0' },
    { call: 'getConnection', is: 'acquire', effect: 'none', acquires: 'until-release', see: 'oracledb 26.0.0' },
    {
      call: 'createPool().getConnection().*', members: ['execute', 'executeMany', 'queryStream'], is: 'statement', effect: 'sql', textAt: '0',
      limits: [{ limits: 'statement', at: ['of:.callTimeout'], default: 'never', unrun: 'needs an Oracle database', offAt: [0], see: 'oracledb 26.0.0 lib/connection.js' }], see: 'oracledb 26.0.0',
    },
    {
      call: 'getConnection().*', members: ['execute', 'executeMany', 'queryStream'], is: 'statement', effect: 'sql', textAt: '0',
      limits: [{ limits: 'statement', at: ['of:.callTimeout'], default: 'never', unrun: 'needs an Oracle database', offAt: [0], see: 'oracledb 26.0.0 lib/connection.js' }], see: 'oracledb 26.0.0',
    },
    { call: 'createPool().getConnection().close', is: 'release', effect: 'none', see: 'oracledb 26.0.0' },
    { call: 'getConnection().close', is: 'release', effect: 'none', see: 'oracledb 26.0.0' },
  ],

  remarks: [
    { options: ['connectTimeout', 'transportConnectTimeout'], default: 'transportConnectTimeout 20 s; connectTimeout unset', unit: 'SECONDS', says: 'limits connecting', see: 'oracledb@26.0.0' },
    { says: 'queueTimeout: queueMax default 500: further requests reject NJS-076 at once. poolTimeout is an IDLE time in seconds, not an acquire timeout', see: 'oracledb@26.0.0' },
    { says: 'autoCommit is false by default: work not committed before connection.close() is rolled back (documented)', see: 'oracledb@26.0.0' },
  ],
};
