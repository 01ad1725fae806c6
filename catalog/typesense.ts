import type { Library, Limit, RetryRow } from './schema.js';

const limits: readonly Limit[] = [{ limits: 'attempt', at: ['creation:0.connectionTimeoutSeconds', 'creation:0.timeoutSeconds'], unit: 's', default: 5000, offAt: [], see: 'typesense 3.1.0 Configuration.js; ran' }];
const retries: RetryRow = {
  at: ['creation:0.numRetries'], counts: 'retries', default: 1, writes: true, delay: { at: ['creation:0.retryIntervalSeconds'], default: 100 },
  see: 'typesense 3.1.0: as many as there are nodes; after 5xx and network errors, of every method (ran)',
};

export const library: Library = {
  package: 'typesense',
  name: 'Typesense',
  source: 'typesense@3.1.0 lib/Typesense/Configuration.js, ApiCall.js; ran',
  checkedOn: ['typesense@3.1.0'],
  same: [
    { path: 'default', is: '' },
    { path: 'Typesense.Client', is: 'Client' },
  ],
  types: { Client: 'Client()' },
  operations: [
    { call: 'Client().collections().documents().*', members: ['search', 'export'], is: 'outbound', effect: 'read', partnerAt: ['creation:0.nodes[].host'], limits, retries, see: 'typesense 3.1.0' },
    { call: 'Client().collections().documents().create', is: 'outbound', effect: 'write', keys: ['0.id'], limits, retries, see: 'typesense 3.1.0: fails where the id is taken' },
    { call: 'Client().collections().documents().*', members: ['upsert', 'update', 'delete', 'import'], is: 'outbound', effect: 'idempotent', limits, retries, see: 'typesense 3.1.0' },
    { call: 'Client().collections().documents().retrieve', is: 'outbound', effect: 'read', limits, retries, see: 'typesense 3.1.0' },
    { call: 'Client().collections().*', members: ['retrieve', 'exists'], is: 'outbound', effect: 'read', limits, retries, see: 'typesense 3.1.0' },
    { call: 'Client().collections().*', members: ['create', 'update', 'delete'], is: 'outbound', effect: 'idempotent', limits, retries, see: 'typesense 3.1.0' },
    { call: 'Client().multiSearch.perform', is: 'outbound', effect: 'read', limits, retries, see: 'typesense 3.1.0' },
    { call: 'Client().health.retrieve', is: 'outbound', effect: 'read', limits, retries, see: 'typesense 3.1.0' },
  ],
  remarks: [{ options: ['numRetries'], says: 'the number of nodes where it is not set: with three nodes a request is sent four times', see: 'typesense 3.1.0 Configuration.js' }],
};
