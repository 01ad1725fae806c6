import type { Library, Limit } from './schema.js';

const OF_POOL = 'pg-promise 12.7.1: the options of pg';
const statement: readonly Limit[] = [
  { limits: 'statement', at: ['creation:0.query_timeout', 'creation:0.statement_timeout', 'creation:0?statement_timeout'], default: 'never', offAt: [0, false], see: 'pg-promise 12.7.1 on pg 8: a silent server is waited for (ran)' },
];
const READS = ['any', 'one', 'oneOrNone', 'many', 'manyOrNone', 'none', 'query', 'result', 'multi', 'multiResult', 'map', 'each'];

export const library: Library = {
  package: 'pg-promise',
  source: 'pg-promise@12.7.1 lib/database.js, lib/connect.js; ran',
  checkedOn: ['pg-promise@12.7.1'],
  same: [{ path: 'default', is: '' }],
  types: { IDatabase: '()()' },
  callbacks: [
    { call: '()().*', callback: '-1', runs: 'now', parameters: ['()()'], gives: true },
  ],
  resources: [
    {
      create: '()', is: 'pool', name: 'pg-promise pool', mustClose: true, close: [{ call: '$pool.end', awaitable: true, waits: true }],
      limits: [{ limits: 'acquire-wait', at: ['0.connectionTimeoutMillis'], default: 'never', offAt: [0], see: OF_POOL }, { limits: 'size', at: ['0.max'], unit: 'count', default: 10, see: OF_POOL }],
      see: 'pg-promise 12.7.1: a pool of pg',
    },
  ],
  operations: [
    { call: '()().*', members: READS, is: 'statement', effect: 'sql', textAt: '0', acquires: 'per-call', limits: statement, see: 'pg-promise 12.7.1' },
    { call: '()().*', members: ['tx', 'txIf'], is: 'transaction', effect: 'none', acquires: 'during-callback', see: 'pg-promise 12.7.1' },
    { call: '()().task', is: 'acquire', effect: 'none', acquires: 'during-callback', see: 'pg-promise 12.7.1' },
  ],
};
