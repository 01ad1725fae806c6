import type { Library } from './schema.js';

export const library: Library = {
  package: '@opensearch-project/opensearch',
  name: 'OpenSearch',
  source: '@opensearch-project/opensearch@3.9.0 lib/Client.js, lib/Transport.js; ran',
  checkedOn: ['@opensearch-project/opensearch@3.9.0'],
  types: { Client: 'Client()' },
  resources: [
    {
      create: 'Client', is: 'client', name: 'OpenSearch client', close: [{ call: 'close', awaitable: true, waits: true }], mustClose: true,
      see: '@opensearch-project/opensearch 3.9.0: waits for its requests',
    },
  ],
  operations: [
    {
      call: 'Client().*',
      members: ['search', 'msearch', 'get', 'mget', 'getSource', 'exists', 'count', 'scroll', 'fieldCaps', 'explain', 'createPit', 'ping', 'info'], is: 'command',
      effect: 'read',
      limits: [
        { limits: 'attempt', at: ['1.requestTimeout', 'creation:0.requestTimeout'], default: 30000, see: '@opensearch-project/opensearch 3.9.0: 30.0 s (ran)' },
      ],
      retries: {
        at: ['1.maxRetries', 'creation:0.maxRetries'], counts: 'retries', default: 3, writes: true, delay: { default: 0 },
        see: '@opensearch-project/opensearch 3.9.0: on 502, 503, 504, on a lost connection and after the timeout (ran)',
      },
      see: '@opensearch-project/opensearch 3.9.0',
    },
    {
      call: 'Client().*', members: ['index', 'bulk', 'create'], is: 'command', effect: 'write',
      limits: [
        { limits: 'attempt', at: ['1.requestTimeout', 'creation:0.requestTimeout'], default: 30000, see: '@opensearch-project/opensearch 3.9.0: 30.0 s (ran)' },
      ],
      retries: {
        at: ['1.maxRetries', 'creation:0.maxRetries'], counts: 'retries', default: 3, writes: true, delay: { default: 0 },
        see: '@opensearch-project/opensearch 3.9.0: on 502, 503, 504, on a lost connection and after the timeout (ran)',
      },
      keys: ['0.id', '0.body[].index._id', '0.body[].create._id'], dataAt: ['0.body'],
      see: '@opensearch-project/opensearch 3.9.0; a bulk of index operations with ids replaces',
    },
    {
      call: 'Client().*', members: ['update', 'delete', 'updateByQuery', 'deleteByQuery', 'reindex'], is: 'command', effect: 'idempotent',
      limits: [
        { limits: 'attempt', at: ['1.requestTimeout', 'creation:0.requestTimeout'], default: 30000, see: '@opensearch-project/opensearch 3.9.0: 30.0 s (ran)' },
      ],
      retries: {
        at: ['1.maxRetries', 'creation:0.maxRetries'], counts: 'retries', default: 3, writes: true, delay: { default: 0 },
        see: '@opensearch-project/opensearch 3.9.0: on 502, 503, 504, on a lost connection and after the timeout (ran)',
      },
      see: '@opensearch-project/opensearch 3.9.0; a script may be a write',
    },
    {
      call: 'Client().indices.*', is: 'command', effect: 'idempotent',
      limits: [
        { limits: 'attempt', at: ['1.requestTimeout', 'creation:0.requestTimeout'], default: 30000, see: '@opensearch-project/opensearch 3.9.0: 30.0 s (ran)' },
      ],
      retries: {
        at: ['1.maxRetries', 'creation:0.maxRetries'], counts: 'retries', default: 3, writes: true, delay: { default: 0 },
        see: '@opensearch-project/opensearch 3.9.0: on 502, 503, 504, on a lost connection and after the timeout (ran)',
      },
      see: '@opensearch-project/opensearch 3.9.0',
    },
  ],

  remarks: [{ says: 'the timeout is one of silence: an answer that trickles outlives it', see: '@opensearch-project/opensearch@3.9.0 lib/Connection.js' }],
};
