import type { Library, RetryRow } from './schema.js';

const SEE = '@azure/storage-queue 12.32.0';
// new QueueClient(url or connection string, …, options), or the options of the service client that it was taken from.
const retries: RetryRow = {
  at: ['creation:2.retryOptions.maxTries', 'creation:1.retryOptions.maxTries', 'creation:creation:2.retryOptions.maxTries', 'creation:creation:1.retryOptions.maxTries'],
  counts: 'attempts', default: 4, writes: true, delay: { default: 4000, factor: 2, cap: 120000 }, see: '@azure/storage-queue 12.32.0, @azure/storage-common policies: the first at once (ran)',
};

export const library: Library = {
  package: '@azure/storage-queue',
  name: 'Azure Queue Storage',
  source: '@azure/storage-queue@12.32.0 QueueClient.d.ts, @azure/storage-common policies; ran',
  checkedOn: ['@azure/storage-queue@12.32.0'],
  same: [
    { path: 'QueueServiceClient.fromConnectionString()', is: 'QueueServiceClient()' },
    { path: 'QueueServiceClient().getQueueClient()', is: 'QueueClient()' },
  ],
  types: { QueueServiceClient: 'QueueServiceClient()', QueueClient: 'QueueClient()' },
  shown: [{ shows: ['total never'], call: 'QueueClient().sendMessage', given: [['$url/account/queue'], ['hello']] }],
  operations: [
    {
      call: 'QueueClient().sendMessage', is: 'publish', effect: 'write', dataAt: ['0'],
      limits: [{ limits: 'total', at: ['1.abortSignal'], unit: 'signal', default: 'never', note: 'tryTimeoutInMs bounds the server only', see: SEE }], retries, see: SEE,
    },
    {
      call: 'QueueClient().*', members: ['peekMessages', 'getProperties', 'exists'], is: 'command', effect: 'read',
      limits: [{ limits: 'total', at: ['0.abortSignal'], unit: 'signal', default: 'never', see: SEE }], retries, see: SEE,
    },
    {
      call: 'QueueClient().*', members: ['receiveMessages', 'clearMessages', 'create', 'createIfNotExists', 'delete', 'deleteIfExists'], is: 'command', effect: 'idempotent',
      limits: [{ limits: 'total', at: ['0.abortSignal'], unit: 'signal', default: 'never', see: SEE }], retries, see: '@azure/storage-queue 12.32.0: what is received is hidden for 30 s, then there again',
    },
    {
      call: 'QueueClient().deleteMessage', is: 'command', effect: 'idempotent',
      limits: [{ limits: 'total', at: ['2.abortSignal'], unit: 'signal', default: 'never', see: SEE }], retries, see: SEE,
    },
    {
      call: 'QueueClient().updateMessage', is: 'command', effect: 'idempotent',
      limits: [{ limits: 'total', at: ['4.abortSignal'], unit: 'signal', default: 'never', see: SEE }], retries, see: SEE,
    },
  ],
  remarks: [
    { options: ['visibilityTimeout'], default: 30, unit: 's', says: 'how long a received message is hidden; one that is not deleted by then comes again', see: SEE },
    { says: 'messages carry no id to tell repeated ones by: a send that is tried again is there twice', see: SEE },
  ],
};
