import type { Library } from './schema.js';

export const library: Library = {
  package: 'neo4j-driver',
  modules: ['neo4j-driver-lite'],
  name: 'Neo4j',
  source: 'neo4j-driver@6.3.0 lib/internal/constants.js; ran',
  checkedOn: ['neo4j-driver@6.3.0'],
  same: [{ path: 'default', is: '' }],
  types: { Driver: 'driver()', Session: 'driver().session()', Transaction: 'driver().session().beginTransaction()', ManagedTransaction: 'driver().session().executeRead()' },
  callbacks: [
    { call: 'driver().session().executeRead', callback: '0', runs: 'now', parameters: ['driver().session().executeRead()'], gives: true },
    { call: 'driver().session().executeWrite', callback: '0', runs: 'now', parameters: ['driver().session().executeWrite()'], gives: true },
  ],
  resources: [
    {
      create: 'driver', is: 'pool', name: 'Neo4j driver', close: [{ call: 'close', awaitable: true, waits: false }], mustClose: true,
      limits: [
        { limits: 'acquire-wait', at: ['2.connectionAcquisitionTimeout'], default: 60000, see: 'neo4j-driver 6.3.0 (ran)' },
        { limits: 'size', at: ['2.maxConnectionPoolSize'], unit: 'count', default: 100, see: 'neo4j-driver 6.3.0' },
        { limits: 'connect', at: ['2.connectionTimeout'], default: 30000, see: 'neo4j-driver 6.3.0' },
      ],
      see: 'neo4j-driver 6.3.0',
    },
  ],
  operations: [
    { call: 'driver().session', is: 'acquire', effect: 'none', acquires: 'until-release', see: 'neo4j-driver 6.3.0' },
    { call: 'driver().session().close', is: 'release', effect: 'none', see: 'neo4j-driver 6.3.0' },
    { call: 'driver().session().beginTransaction', is: 'transaction', effect: 'none', see: 'neo4j-driver 6.3.0: not tried again' },
    {
      call: 'driver().session().run', is: 'statement', effect: 'sql', textAt: '0',
      limits: [{ limits: 'statement', at: ['2.timeout'], default: 'never', unrun: 'needs a Neo4j', see: 'neo4j-driver 6.3.0: kept by the server' }], see: 'neo4j-driver 6.3.0',
    },
    {
      call: 'driver().session().*().run', is: 'statement', effect: 'sql', textAt: '0',
      limits: [{ limits: 'statement', at: ['creation:1.timeout', 'creation:0.timeout'], default: 'never', unrun: 'needs a Neo4j', note: 'kept by the server, for the whole transaction', see: 'neo4j-driver 6.3.0 types/session.d.ts' }], see: 'neo4j-driver 6.3.0',
    },
    {
      call: 'driver().executeQuery', is: 'statement', effect: 'sql', textAt: '0', acquires: 'per-call',
      retries: { at: [], counts: 'retries', default: 'Infinity', within: { at: ['creation:2.maxTransactionRetryTime'], default: 30000 }, unrun: 'needs a Neo4j', writes: 'keyed', see: 'neo4j-driver 6.3.0: a transaction that failed leaves nothing' },
      limits: [{ limits: 'statement', at: ['2.transactionConfig.timeout'], default: 'never', unrun: 'needs a Neo4j', see: 'neo4j-driver 6.3.0' }], see: 'neo4j-driver 6.3.0',
    },
  ],
  wrappers: [
    {
      call: 'driver().session().executeRead', guard: 'retry', function: '0', gives: 'result',
      timeout: { limits: 'total', at: ['creation:creation:2.maxTransactionRetryTime'], default: 30000, unrun: 'needs a Neo4j', note: 'no new attempt after it', see: 'neo4j-driver 6.3.0' },
      retries: { at: [], counts: 'retries', default: 'Infinity', unrun: 'needs a Neo4j', writes: 'keyed', see: 'neo4j-driver 6.3.0' }, see: 'neo4j-driver 6.3.0: runs its function again for up to 30 s',
    },
    {
      call: 'driver().session().executeWrite', guard: 'retry', function: '0', gives: 'result',
      timeout: { limits: 'total', at: ['creation:creation:2.maxTransactionRetryTime'], default: 30000, unrun: 'needs a Neo4j', note: 'no new attempt after it', see: 'neo4j-driver 6.3.0' },
      retries: { at: [], counts: 'retries', default: 'Infinity', unrun: 'needs a Neo4j', writes: 'keyed', see: 'neo4j-driver 6.3.0' }, see: 'neo4j-driver 6.3.0: runs its function again for up to 30 s',
    },
  ],

  remarks: [
    { says: 'connectionTimeout: did not bound a server that accepts and never answers', see: 'neo4j-driver@6.3.0' },
    { says: 'readTransaction / writeTransaction are gone in 6', see: 'neo4j-driver@6.3.0' },
  ],
};
