import type { Library } from './schema.js';

export const library: Library = {
  package: '@notionhq/client',
  name: 'Notion',
  source: '@notionhq/client@5.26.0 build/src/Client.js, constants.js',
  checkedOn: ['@notionhq/client@5.26.0'],
  types: { Client: 'Client()' },
  operations: [
    {
      call: 'Client().*.*', members: ['retrieve', 'list', 'query'], is: 'outbound', effect: 'read', limits: [{ limits: 'attempt', at: ['creation:0.timeoutMs'], default: 60000, see: '@notionhq/client 5.26.0' }],
      retries: { at: ['creation:0.retry.maxRetries'], counts: 'retries', default: 2, writes: false, delay: { at: ['creation:0.retry.initialRetryDelayMs'], default: 1000, factor: 2, capAt: ['creation:0.retry.maxRetryDelayMs'], cap: 60000, jitter: true }, see: '@notionhq/client 5.26.0: after 429 everything, after 500 and 503 what reads' },
      see: '@notionhq/client 5.26.0',
    },
    {
      call: 'Client().*.*', members: ['create', 'append'], is: 'outbound', effect: 'write', limits: [{ limits: 'attempt', at: ['creation:0.timeoutMs'], default: 60000, see: '@notionhq/client 5.26.0' }],
      retries: { at: ['creation:0.retry.maxRetries'], counts: 'retries', default: 2, writes: false, delay: { at: ['creation:0.retry.initialRetryDelayMs'], default: 1000, factor: 2, capAt: ['creation:0.retry.maxRetryDelayMs'], cap: 60000, jitter: true }, see: '@notionhq/client 5.26.0' },
      see: '@notionhq/client 5.26.0',
    },
    {
      call: 'Client().*.*', members: ['update', 'delete'], is: 'outbound', effect: 'idempotent', limits: [{ limits: 'attempt', at: ['creation:0.timeoutMs'], default: 60000, see: '@notionhq/client 5.26.0' }],
      see: '@notionhq/client 5.26.0',
    },
    { call: 'Client().search', is: 'outbound', effect: 'read', limits: [{ limits: 'attempt', at: ['creation:0.timeoutMs'], default: 60000, see: '@notionhq/client 5.26.0' }], see: '@notionhq/client 5.26.0' },
  ],
};
