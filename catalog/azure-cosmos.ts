import type { Library, Limit, RetryRow } from './schema.js';

const limits: readonly Limit[] = [
  { limits: 'attempt', at: ['creation:creation:creation:0.connectionPolicy.requestTimeout'], default: 60000, see: '@azure/cosmos 4.9.3 ConnectionPolicy.js; ran' },
];
const ofItem: readonly Limit[] = [{ limits: 'attempt', at: ['creation:creation:creation:creation:0.connectionPolicy.requestTimeout'], default: 60000, see: '@azure/cosmos 4.9.3 ConnectionPolicy.js; ran' }];
const throttled: RetryRow = {
  at: ['creation:creation:creation:0.connectionPolicy.retryOptions.maxRetryAttemptCount'], counts: 'retries', default: 9, writes: true, delay: { default: 'unknown' },
  see: '@azure/cosmos 4.9.3 constants.js: after 429, as late as the answer says, 30 s at most together', unrun: 'needs a Cosmos DB or its emulator',
};

const ofItemThrottled: RetryRow = {
  at: ['creation:creation:creation:creation:0.connectionPolicy.retryOptions.maxRetryAttemptCount'], counts: 'retries', default: 9, writes: true, delay: { default: 'unknown' },
  see: '@azure/cosmos 4.9.3 constants.js: after 429, as late as the answer says', unrun: 'needs a Cosmos DB or its emulator',
};

export const library: Library = {
  package: '@azure/cosmos',
  name: 'Azure Cosmos DB',
  source: '@azure/cosmos@4.9.3 dist/commonjs/documents/ConnectionPolicy.js, request/RequestHandler.js; ran',
  checkedOn: ['@azure/cosmos@4.10.1'],
  types: { CosmosClient: 'CosmosClient()', Database: 'CosmosClient().database()', Container: 'CosmosClient().database().container()' },
  operations: [
    { call: 'CosmosClient().database().container().items.create', is: 'statement', effect: 'write', dataAt: ['0'], keys: ['0.id'], limits, retries: throttled, see: '@azure/cosmos 4.9.3: fails where the id is taken; draws one where there is none' },
    { call: 'CosmosClient().database().container().items.*', members: ['upsert', 'bulk', 'batch'], is: 'statement', effect: 'idempotent', limits, retries: throttled, see: '@azure/cosmos 4.9.3' },
    { call: 'CosmosClient().database().container().items.query().*', members: ['fetchAll', 'fetchNext'], is: 'statement', effect: 'read', limits: ofItem, retries: ofItemThrottled, see: '@azure/cosmos 4.9.3' },
    { call: 'CosmosClient().database().container().items.readAll().*', members: ['fetchAll', 'fetchNext'], is: 'statement', effect: 'read', limits: ofItem, retries: ofItemThrottled, see: '@azure/cosmos 4.9.3' },
    { call: 'CosmosClient().database().container().item().read', is: 'statement', effect: 'read', limits: ofItem, retries: ofItemThrottled, see: '@azure/cosmos 4.9.3' },
    { call: 'CosmosClient().database().container().item().*', members: ['replace', 'delete'], is: 'statement', effect: 'idempotent', limits: ofItem, retries: ofItemThrottled, see: '@azure/cosmos 4.9.3' },
    { call: 'CosmosClient().database().container().item().patch', is: 'statement', effect: 'idempotent', relativeBy: ['incr'], limits: ofItem, retries: ofItemThrottled, see: '@azure/cosmos 4.9.3: adds up with the operation incr' },
  ],
  remarks: [{ options: ['connectionPolicy'], says: 'a request that times out is tried again: three silent minutes and more', see: '@azure/cosmos 4.9.3 retry/timeoutFailoverRetryPolicy.js' }],
};
