import type { Library } from './schema.js';

export const library: Library = {
  package: '@azure/storage-blob',
  name: 'Azure Blob Storage',
  source: '@azure/storage-blob@12.34.0, @azure/storage-common policies; ran',
  checkedOn: ['@azure/storage-blob@12.34.0'],
  same: [
    { path: 'BlobServiceClient.fromConnectionString()', is: 'BlobServiceClient()' },
    { path: 'ContainerClient()', is: 'BlobServiceClient().getContainerClient()' },
    { path: 'BlockBlobClient()', is: 'BlobServiceClient().getContainerClient().getBlockBlobClient()' },
    { path: 'BlobServiceClient().getContainerClient().getBlobClient()', is: 'BlobServiceClient().getContainerClient().getBlockBlobClient()' },
  ],
  types: { BlobServiceClient: 'BlobServiceClient()', ContainerClient: 'BlobServiceClient().getContainerClient()', BlockBlobClient: 'BlobServiceClient().getContainerClient().getBlockBlobClient()' },
  operations: [
    {
      call: 'BlobServiceClient().getContainerClient().getBlockBlobClient().*', members: ['exists', 'getProperties'], is: 'outbound', effect: 'read',
      limits: [{ limits: 'total', at: ['0.abortSignal'], unit: 'signal', default: 'never', see: '@azure/storage-blob 12.34.0; without it pending after 60 s (ran); tryTimeoutInMs bounds the server only' }],
      retries: {
        at: ['creation:2.retryOptions.maxTries', 'creation:1.retryOptions.maxTries'], counts: 'attempts', default: 4, writes: true, delay: { default: 4000, factor: 2, cap: 120000 },
        see: '@azure/storage-blob 12.34.0 (ran)',
      },
      see: '@azure/storage-blob 12.34.0',
    },
    {
      call: 'BlobServiceClient().getContainerClient().getBlockBlobClient().download', is: 'outbound', effect: 'read',
      limits: [{ limits: 'total', at: ['2.abortSignal'], unit: 'signal', default: 'never', see: '@azure/storage-blob 12.34.0' }],
      retries: {
        at: ['creation:2.retryOptions.maxTries', 'creation:1.retryOptions.maxTries'], counts: 'attempts', default: 4, writes: true, delay: { default: 4000, factor: 2, cap: 120000 },
        see: '@azure/storage-blob 12.34.0 (ran)',
      },
      see: '@azure/storage-blob 12.34.0',
    },
    {
      call: 'BlobServiceClient().getContainerClient().getBlockBlobClient().*', members: ['downloadToBuffer', 'downloadToFile'], is: 'outbound', effect: 'read',
      limits: [{ limits: 'total', at: ['2.abortSignal', '3.abortSignal'], unit: 'signal', default: 'never', see: '@azure/storage-blob 12.34.0' }],
      retries: {
        at: ['creation:2.retryOptions.maxTries', 'creation:1.retryOptions.maxTries'], counts: 'attempts', default: 4, writes: true, delay: { default: 4000, factor: 2, cap: 120000 },
        see: '@azure/storage-blob 12.34.0 (ran)',
      },
      see: '@azure/storage-blob 12.34.0',
    },
    {
      call: 'BlobServiceClient().getContainerClient().getBlockBlobClient().*', members: ['delete', 'deleteIfExists'], is: 'outbound', effect: 'idempotent',
      limits: [{ limits: 'total', at: ['0.abortSignal'], unit: 'signal', default: 'never', see: '@azure/storage-blob 12.34.0' }],
      retries: {
        at: ['creation:2.retryOptions.maxTries', 'creation:1.retryOptions.maxTries'], counts: 'attempts', default: 4, writes: true, delay: { default: 4000, factor: 2, cap: 120000 },
        see: '@azure/storage-blob 12.34.0 (ran)',
      },
      see: '@azure/storage-blob 12.34.0',
    },
    {
      call: 'BlobServiceClient().getContainerClient().getBlockBlobClient().*', members: ['uploadData', 'uploadFile', 'setMetadata', 'setHTTPHeaders'], is: 'outbound', effect: 'idempotent',
      limits: [{ limits: 'total', at: ['1.abortSignal'], unit: 'signal', default: 'never', see: '@azure/storage-blob 12.34.0' }],
      retries: {
        at: ['creation:2.retryOptions.maxTries', 'creation:1.retryOptions.maxTries'], counts: 'attempts', default: 4, writes: true, delay: { default: 4000, factor: 2, cap: 120000 },
        see: '@azure/storage-blob 12.34.0 (ran)',
      },
      see: '@azure/storage-blob 12.34.0',
    },
    {
      call: 'BlobServiceClient().getContainerClient().getBlockBlobClient().upload', is: 'outbound', effect: 'idempotent',
      limits: [{ limits: 'total', at: ['2.abortSignal'], unit: 'signal', default: 'never', see: '@azure/storage-blob 12.34.0' }],
      retries: {
        at: ['creation:2.retryOptions.maxTries', 'creation:1.retryOptions.maxTries'], counts: 'attempts', default: 4, writes: true, delay: { default: 4000, factor: 2, cap: 120000 },
        see: '@azure/storage-blob 12.34.0 (ran)',
      },
      see: '@azure/storage-blob 12.34.0',
    },
    {
      call: 'BlobServiceClient().getContainerClient().getBlockBlobClient().uploadStream', is: 'outbound', effect: 'idempotent',
      limits: [{ limits: 'total', at: ['3.abortSignal'], unit: 'signal', default: 'never', see: '@azure/storage-blob 12.34.0' }],
      retries: {
        at: ['creation:2.retryOptions.maxTries', 'creation:1.retryOptions.maxTries'], counts: 'attempts', default: 4, writes: true, delay: { default: 4000, factor: 2, cap: 120000 },
        see: '@azure/storage-blob 12.34.0 (ran)',
      },
      see: '@azure/storage-blob 12.34.0',
    },
    {
      call: 'BlobServiceClient().getContainerClient().*', members: ['create', 'createIfNotExists', 'delete', 'deleteIfExists'], is: 'outbound', effect: 'idempotent',
      limits: [{ limits: 'total', at: ['0.abortSignal'], unit: 'signal', default: 'never', see: '@azure/storage-blob 12.34.0' }],
      retries: {
        at: ['creation:2.retryOptions.maxTries', 'creation:1.retryOptions.maxTries'], counts: 'attempts', default: 4, writes: true, delay: { default: 4000, factor: 2, cap: 120000 },
        see: '@azure/storage-blob 12.34.0 (ran)',
      },
      see: '@azure/storage-blob 12.34.0',
    },
    {
      call: 'BlobServiceClient().getContainerClient().deleteBlob', is: 'outbound', effect: 'idempotent',
      limits: [{ limits: 'total', at: ['1.abortSignal'], unit: 'signal', default: 'never', see: '@azure/storage-blob 12.34.0' }],
      retries: {
        at: ['creation:2.retryOptions.maxTries', 'creation:1.retryOptions.maxTries'], counts: 'attempts', default: 4, writes: true, delay: { default: 4000, factor: 2, cap: 120000 },
        see: '@azure/storage-blob 12.34.0 (ran)',
      },
      see: '@azure/storage-blob 12.34.0',
    },
    {
      call: 'BlobServiceClient().getContainerClient().uploadBlockBlob', is: 'outbound', effect: 'idempotent',
      limits: [{ limits: 'total', at: ['3.abortSignal'], unit: 'signal', default: 'never', see: '@azure/storage-blob 12.34.0' }],
      retries: {
        at: ['creation:2.retryOptions.maxTries', 'creation:1.retryOptions.maxTries'], counts: 'attempts', default: 4, writes: true, delay: { default: 4000, factor: 2, cap: 120000 },
        see: '@azure/storage-blob 12.34.0 (ran)',
      },
      see: '@azure/storage-blob 12.34.0',
    },
    { call: 'BlobServiceClient().getContainerClient().getBlockBlobClient().generateSasUrl', is: 'presign', effect: 'none', see: '@azure/storage-blob 12.34.0' },
  ],
};
