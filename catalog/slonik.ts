import type { Library, Limit } from './schema.js';

const statement: readonly Limit[] = [{ limits: 'statement', at: ['creation:1.statementTimeout'], default: 60000, see: 'slonik 47.3.2 dist/factories/createClientConfiguration.js' }];
const within: readonly Limit[] = [{ limits: 'statement', at: [], default: 60000, note: 'statementTimeout of createPool sets it', see: 'slonik 47.3.2' }];
const QUERIES = ['any', 'anyFirst', 'exists', 'many', 'manyFirst', 'maybeOne', 'maybeOneFirst', 'one', 'oneFirst', 'query', 'stream'];

export const library: Library = {
  package: 'slonik',
  name: 'Slonik',
  source: 'slonik@47.3.2 dist/factories, @slonik/pg-driver@47.3.2; 33.3.1 and 38.0.0 dist/factories/createPoolConfiguration.js; ran',
  checkedOn: ['slonik@47.3.2'],
  types: { DatabasePool: 'createPool()', CommonQueryMethods: 'createPool()', DatabaseConnection: 'createPool()', DatabasePoolConnection: 'Connection', DatabaseTransactionConnection: 'Transaction' },
  callbacks: [
    { call: 'createPool().connect', callback: '0', runs: 'now', parameters: ['Connection'], gives: true },
    { call: 'Connection.transaction', callback: '0', runs: 'now', parameters: ['Transaction'], gives: true },
    { call: 'Transaction.transaction', callback: '0', runs: 'now', parameters: ['Transaction'], gives: true },
    { call: 'createPool().transaction', callback: '0', runs: 'now', parameters: ['Transaction'], gives: true },
  ],
  resources: [
    {
      create: 'createPool', is: 'pool', name: 'Slonik pool', mustClose: true, close: [{ call: 'end', awaitable: true, waits: true }],
      limits: [
        { limits: 'acquire-wait', at: [], default: 'never', versions: '>=46.0.0', note: 'connectionTimeout bounds opening a connection, not the wait for one', see: 'slonik 47.3.2 and 46.0.1 dist/factories/createConnectionPool.js: who waits in the queue has no timer (ran)' },
        { limits: 'acquire-wait', at: ['1.connectionTimeout'], default: 5000, versions: '<39.0.0', unrun: 'needs an older major beside this one', see: 'slonik 33.3.1 and 38.0.0: connectionTimeoutMillis of pg-pool' },
        { limits: 'connect', at: ['1.connectionTimeout'], default: 5000, see: 'slonik 47.3.2' },
        { limits: 'statement', at: ['1.statementTimeout'], default: 60000, note: 'the server ends it', see: '@slonik/pg-driver 47.3.2: statement_timeout of the session (ran)' },
        { limits: 'size', at: ['1.maximumPoolSize'], unit: 'count', default: 10, see: 'slonik 47.3.2' },
      ],
      see: 'slonik 47.3.2: end() waits for what is out',
    },
  ],
  operations: [
    { call: 'createPool().*', members: QUERIES, is: 'statement', effect: 'sql', textAt: '0', acquires: 'per-call', limits: statement, see: 'slonik 47.3.2' },
    { call: 'Connection.*', members: QUERIES, is: 'statement', effect: 'sql', textAt: '0', limits: within, see: 'slonik 47.3.2' },
    { call: 'Transaction.*', members: QUERIES, is: 'statement', effect: 'sql', textAt: '0', limits: within, see: 'slonik 47.3.2' },
    { call: 'createPool().connect', is: 'acquire', effect: 'none', acquires: 'during-callback', see: 'slonik 47.3.2' },
    { call: 'createPool().transaction', is: 'transaction', effect: 'none', acquires: 'during-callback', see: 'slonik 47.3.2' },
    { call: 'Connection.transaction', is: 'transaction', effect: 'none', see: 'slonik 47.3.2' },
    { call: 'Transaction.transaction', is: 'transaction', effect: 'none', see: 'slonik 47.3.2: a savepoint' },
  ],
};
