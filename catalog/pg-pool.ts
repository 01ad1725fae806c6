import type { Library } from './schema.js';

export const library: Library = {
  package: 'pg-pool',
  name: 'pg-pool',
  source: 'pg-pool@3.14.0 index.js; ran against PostgreSQL 15.18',
  checkedOn: ['pg-pool@3.14.0', '@types/pg-pool@2.0.7'],
  same: [{ path: 'default', is: '' }],
  types: { Pool: '()' },
  callbacks: [
    { call: '().on', callback: '1', runs: 'later', when: { at: '0', is: ['connect', 'acquire'] }, parameters: ['().connect()'] },
    { call: '().on', callback: '1', runs: 'later' },
    { call: '().connect', callback: '-1', runs: 'now', parameters: ['', '().connect()', '().connect().release'] },
  ],
  resources: [
    {
      create: '', is: 'pool', name: 'pg Pool', close: [{ call: 'end', awaitable: true, waits: true, callbackAt: '0' }], mustClose: true,
      limits: [
        { limits: 'acquire-wait', at: ['0.connectionTimeoutMillis'], default: 'never', offAt: [0], see: 'pg-pool 3.14.0: pending at 4 s (ran)' },
        { limits: 'statement', at: ['0.query_timeout', '0.statement_timeout', '0.connectionString?statement_timeout'], inText: { at: ['0.options', '0.connectionString?options'], name: 'statement_timeout' }, default: 'never', offAt: [0, false], see: 'pg 8.23.1 lib/defaults.js; ran' },
        { limits: 'size', at: ['0.max'], unit: 'count', default: 10, see: 'pg-pool 3.14.0' },
      ],
      see: 'pg-pool 3.14.0: end() waits for every client that is out (ran)',
    },
  ],
  operations: [
    {
      call: '().query', is: 'statement', effect: 'sql', textAt: '0', acquires: 'per-call',
      limits: [
        {
          limits: 'statement', at: ['0.query_timeout', 'creation:0.query_timeout', 'creation:0.statement_timeout', 'creation:0.connectionString?statement_timeout'], default: 'never',
          offAt: [0, false], see: 'pg 8.23.1 lib/defaults.js; ran',
        },
      ],
      see: 'pg-pool 3.14.0',
    },
    { call: '().connect', is: 'acquire', effect: 'none', acquires: 'until-release', see: 'pg-pool 3.14.0' },
    {
      call: '().connect().query', is: 'statement', effect: 'sql', textAt: '0',
      limits: [
        {
          limits: 'statement',
          at: ['0.query_timeout', 'creation:creation:0.query_timeout', 'creation:creation:0.statement_timeout', 'creation:creation:0.connectionString?statement_timeout'],
          default: 'never', offAt: [0, false], see: 'pg 8.23.1 lib/defaults.js; ran',
        },
      ],
      see: 'pg-pool 3.14.0',
    },
    { call: '().connect().release', is: 'release', effect: 'none', see: 'pg-pool 3.14.0' },
  ],
};
