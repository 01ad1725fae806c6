import type { Library, Limit, RetryRow } from './schema.js';

const LIMITS: readonly Limit[] = [
  { limits: 'attempt', at: ['1.requestTimeout', 'creation:0.requestTimeout'], default: 'never', versions: '>=9.0.0', see: '@elastic/elasticsearch 9.5.1: pending at 35 s (ran)' },
  { limits: 'attempt', at: ['1.requestTimeout', 'creation:0.requestTimeout'], default: 600000, versions: '>=8.19.2 <9.0.0', see: '@elastic/elasticsearch 8.19.2 lib/client.js' },
  { limits: 'attempt', at: ['1.requestTimeout', 'creation:0.requestTimeout'], default: 30000, versions: '<8.19.2', see: '@elastic/elasticsearch 8.0 to 8.19.1 lib/client.js' },
  { limits: 'total', at: ['1.signal'], unit: 'signal', default: 'never', see: '@elastic/elasticsearch' },
];
const RETRIES: RetryRow = {
  at: ['1.maxRetries', 'creation:0.maxRetries'], counts: 'retries', default: 3, writes: true, delay: { default: 0 },
  see: '@elastic/elasticsearch 9.5.1: index() sent 4 times on 503 and on reset (ran)',
};

export const library: Library = {
  package: '@elastic/elasticsearch',
  name: 'Elasticsearch',
  source: '@elastic/elasticsearch@9.5.1, 8.19.2 lib/client.js; ran',
  checkedOn: ['@elastic/elasticsearch@9.5.1', '@elastic/elasticsearch@8.19.0'],
  types: { Client: 'Client()' },
  resources: [
    {
      create: 'Client', is: 'client', name: 'Elasticsearch client', close: [{ call: 'close', awaitable: true, waits: true }], mustClose: true,
      see: '@elastic/elasticsearch 9.5.1: close() waits without limit (ran)',
    },
  ],
  operations: [
    {
      call: 'Client().*',
      members: ['search', 'msearch', 'get', 'mget', 'getSource', 'exists', 'count', 'scroll', 'termsEnum', 'fieldCaps', 'explain', 'openPointInTime', 'ping', 'info'], is: 'command',
      effect: 'read',
      limits: LIMITS,
      retries: RETRIES,
      see: '@elastic/elasticsearch 9.5.1',
    },
    { call: 'Client().esql.query', is: 'command', effect: 'read', limits: LIMITS, retries: RETRIES, see: '@elastic/elasticsearch 9.5.1' },
    { call: 'Client().sql.query', is: 'command', effect: 'read', limits: LIMITS, retries: RETRIES, see: '@elastic/elasticsearch 9.5.1' },
    { call: 'Client().helpers.bulk', is: 'command', effect: 'write', limits: LIMITS, retries: RETRIES, see: '@elastic/elasticsearch 9.5.1' },
    {
      call: 'Client().*', members: ['index', 'bulk', 'create'], is: 'command', effect: 'write',
      limits: LIMITS,
      retries: RETRIES,
      keys: ['0.id', '0.operations[].index._id', '0.body[].index._id', '0.operations[].create._id', '0.body[].create._id'], dataAt: ['0.document'],
      see: '@elastic/elasticsearch 9.5.1; a bulk of index operations with ids replaces',
    },
    {
      call: 'Client().*', members: ['update', 'delete', 'updateByQuery', 'deleteByQuery', 'reindex'], is: 'command', effect: 'idempotent',
      limits: LIMITS,
      retries: RETRIES,
      see: '@elastic/elasticsearch 9.5.1; a script may be a write',
    },
    {
      call: 'Client().indices.*', is: 'command', effect: 'idempotent',
      limits: LIMITS,
      retries: RETRIES,
      see: '@elastic/elasticsearch 9.5.1',
    },
  ],

  remarks: [
    { options: ['connections', 'maxSockets'], default: 256, says: 'size of the pool', see: '@elastic/elasticsearch@9.5.1' },
    { says: 'with a stream body retries are off', see: '@elastic/elasticsearch@9.5.1' },
  ],
};
