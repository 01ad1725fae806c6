import type { Library, RetryRow } from './schema.js';

const SEE = '@azure/data-tables 13.3.2';
const retries: RetryRow = {
  at: ['creation:3.retryOptions.maxRetries', 'creation:2.retryOptions.maxRetries'], counts: 'retries', default: 3, writes: true,
  delay: { at: ['creation:3.retryOptions.retryDelayInMs', 'creation:2.retryOptions.retryDelayInMs'], default: 1000, factor: 2, cap: 64000, capAt: ['creation:3.retryOptions.maxRetryDelayInMs', 'creation:2.retryOptions.maxRetryDelayInMs'], jitter: true },
  see: '@azure/data-tables 13.3.2, that of @azure/core-rest-pipeline (ran)',
};

export const library: Library = {
  package: '@azure/data-tables',
  name: 'Azure Table Storage',
  source: '@azure/data-tables@13.3.2 TableClient.d.ts; ran',
  checkedOn: ['@azure/data-tables@13.3.2'],
  same: [{ path: 'TableClient.fromConnectionString()', is: 'TableClient()' }],
  types: { TableClient: 'TableClient()' },
  shown: [
    { shows: ['total never'], call: 'TableClient().getEntity', given: [['$url', 'orders', { allowInsecureConnection: true }], ['p', 'r']] },
    { shows: ['retries 3', 'delay 1000'], call: 'TableClient().createEntity', given: [['$url', 'orders', { allowInsecureConnection: true }], [{ partitionKey: 'p', rowKey: 'r' }]] },
  ],
  operations: [
    {
      call: 'TableClient().getEntity', is: 'statement', effect: 'read',
      limits: [{ limits: 'total', at: ['2.abortSignal'], unit: 'signal', default: 'never', see: SEE }], retries, see: SEE,
    },
    {
      call: 'TableClient().createEntity', is: 'statement', effect: 'write', dataAt: ['0'], keys: ['0.rowKey'], onlyIfAbsent: [{ otherwise: 'fails' }],
      limits: [{ limits: 'total', at: ['1.abortSignal'], unit: 'signal', default: 'never', see: SEE }], retries, see: '@azure/data-tables 13.3.2: fails where the key is taken',
    },
    {
      call: 'TableClient().*', members: ['upsertEntity', 'updateEntity'], is: 'statement', effect: 'idempotent',
      limits: [{ limits: 'total', at: ['2.abortSignal'], unit: 'signal', default: 'never', see: SEE }], retries, see: SEE,
    },
    {
      call: 'TableClient().deleteEntity', is: 'statement', effect: 'idempotent',
      limits: [{ limits: 'total', at: ['2.abortSignal'], unit: 'signal', default: 'never', see: SEE }], retries, see: SEE,
    },
    {
      call: 'TableClient().submitTransaction', is: 'statement', effect: 'write', dataAt: ['0'],
      limits: [{ limits: 'total', at: ['1.abortSignal'], unit: 'signal', default: 'never', see: SEE }], retries, see: '@azure/data-tables 13.3.2: all or nothing; a create among the actions fails where the key is taken',
    },
  ],
  remarks: [{ options: ['etag'], default: '*', says: 'updateEntity and deleteEntity overwrite whatever is there unless it is given', see: SEE }],
};
