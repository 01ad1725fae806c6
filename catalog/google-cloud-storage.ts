import type { Library } from './schema.js';

export const library: Library = {
  package: '@google-cloud/storage',
  name: 'Google Cloud Storage',
  source: '@google-cloud/storage@8.4.0, 7.22.0 build/cjs/src/storage.js; ran',
  checkedOn: ['@google-cloud/storage@8.4.0', '@google-cloud/storage@7.16.0'],
  types: { Storage: 'Storage()', Bucket: 'Storage().bucket()', File: 'Storage().bucket().file()' },
  operations: [
    { call: 'Storage().bucket().file().getSignedUrl', is: 'presign', effect: 'none', see: '@google-cloud/storage 8.4.0' },
    { call: 'Storage().bucket().file().publicUrl', is: 'presign', effect: 'none', see: '@google-cloud/storage 8.4.0' },
    {
      call: 'Storage().bucket().file().*', members: ['download', 'exists', 'getMetadata', 'get', 'createReadStream'], is: 'outbound', effect: 'read',
      limits: [
        {
          limits: 'attempt', at: ['creation:creation:creation:0.timeout'], default: 'never', versions: '<8.0.0',
          see: '@google-cloud/storage 8.4.0: no effect in 8.4.0, per attempt in 7.22.0; pending after 1500 s (ran)',
        },
        { limits: 'total', at: [], default: 'never', versions: '>=8.0.0', see: '@google-cloud/storage 8.4.0: pending after 1500 s (ran)' },
      ],
      retries: {
        at: ['creation:creation:creation:0.retryOptions.maxRetries'], counts: 'retries', default: 3, writes: 'keyed', delay: { default: 3000, factor: 2, cap: 64000, jitter: true },
        see: '@google-cloud/storage 8.4.0: 0 counts as unset; autoRetry: false switches it off (ran)',
      },
      see: '@google-cloud/storage 8.4.0',
    },
    {
      call: 'Storage().bucket().file().*', members: ['save', 'delete', 'copy', 'move', 'rename', 'setMetadata', 'makePublic', 'createWriteStream'], is: 'outbound',
      effect: 'idempotent',
      limits: [
        {
          limits: 'attempt', at: ['creation:creation:creation:0.timeout'], default: 'never', versions: '<8.0.0',
          see: '@google-cloud/storage 8.4.0: no effect in 8.4.0, per attempt in 7.22.0; pending after 1500 s (ran)',
        },
        { limits: 'total', at: [], default: 'never', versions: '>=8.0.0', see: '@google-cloud/storage 8.4.0: pending after 1500 s (ran)' },
      ],
      retries: {
        at: ['creation:creation:creation:0.retryOptions.maxRetries'], counts: 'retries', default: 3, writes: 'keyed', delay: { default: 3000, factor: 2, cap: 64000, jitter: true },
        see: '@google-cloud/storage 8.4.0: 0 counts as unset; autoRetry: false switches it off (ran)',
      },
      see: '@google-cloud/storage 8.4.0',
    },
    {
      call: 'Storage().bucket().*', members: ['exists', 'getFiles', 'getMetadata'], is: 'outbound', effect: 'read',
      limits: [
        {
          limits: 'attempt', at: ['creation:creation:0.timeout'], default: 'never', versions: '<8.0.0',
          see: '@google-cloud/storage 8.4.0: no effect in 8.4.0, per attempt in 7.22.0; pending after 1500 s (ran)',
        },
        { limits: 'total', at: [], default: 'never', versions: '>=8.0.0', see: '@google-cloud/storage 8.4.0: pending after 1500 s (ran)' },
      ],
      retries: {
        at: ['creation:creation:0.retryOptions.maxRetries'], counts: 'retries', default: 3, writes: 'keyed', delay: { default: 3000, factor: 2, cap: 64000, jitter: true },
        see: '@google-cloud/storage 8.4.0: 0 counts as unset; autoRetry: false switches it off (ran)',
      },
      see: '@google-cloud/storage 8.4.0',
    },
    {
      call: 'Storage().bucket().*', members: ['upload', 'delete', 'deleteFiles', 'create', 'setMetadata'], is: 'outbound', effect: 'idempotent',
      limits: [
        {
          limits: 'attempt', at: ['creation:creation:0.timeout'], default: 'never', versions: '<8.0.0',
          see: '@google-cloud/storage 8.4.0: no effect in 8.4.0, per attempt in 7.22.0; pending after 1500 s (ran)',
        },
        { limits: 'total', at: [], default: 'never', versions: '>=8.0.0', see: '@google-cloud/storage 8.4.0: pending after 1500 s (ran)' },
      ],
      retries: {
        at: ['creation:creation:0.retryOptions.maxRetries'], counts: 'retries', default: 3, writes: 'keyed', delay: { default: 3000, factor: 2, cap: 64000, jitter: true },
        see: '@google-cloud/storage 8.4.0: 0 counts as unset; autoRetry: false switches it off (ran)',
      },
      see: '@google-cloud/storage 8.4.0',
    },
    {
      call: 'Storage().*', members: ['getBuckets'], is: 'outbound', effect: 'read',
      limits: [
        {
          limits: 'attempt', at: ['creation:0.timeout'], default: 'never', versions: '<8.0.0',
          see: '@google-cloud/storage 8.4.0: no effect in 8.4.0, per attempt in 7.22.0; pending after 1500 s (ran)',
        },
        { limits: 'total', at: [], default: 'never', versions: '>=8.0.0', see: '@google-cloud/storage 8.4.0: pending after 1500 s (ran)' },
      ],
      retries: {
        at: ['creation:0.retryOptions.maxRetries'], counts: 'retries', default: 3, writes: 'keyed', delay: { default: 3000, factor: 2, cap: 64000, jitter: true },
        see: '@google-cloud/storage 8.4.0: 0 counts as unset; autoRetry: false switches it off (ran)',
      },
      see: '@google-cloud/storage 8.4.0',
    },
    {
      call: 'Storage().createBucket', is: 'outbound', effect: 'idempotent',
      limits: [
        {
          limits: 'attempt', at: ['creation:0.timeout'], default: 'never', versions: '<8.0.0',
          see: '@google-cloud/storage 8.4.0: no effect in 8.4.0, per attempt in 7.22.0; pending after 1500 s (ran)',
        },
        { limits: 'total', at: [], default: 'never', versions: '>=8.0.0', see: '@google-cloud/storage 8.4.0: pending after 1500 s (ran)' },
      ],
      retries: {
        at: ['creation:0.retryOptions.maxRetries'], counts: 'retries', default: 3, writes: 'keyed', delay: { default: 3000, factor: 2, cap: 64000, jitter: true },
        see: '@google-cloud/storage 8.4.0: 0 counts as unset; autoRetry: false switches it off (ran)',
      },
      see: '@google-cloud/storage 8.4.0',
    },
  ],

  remarks: [
    { default: 'none effective: silent server still pending after 1500 s', unit: 'ms', says: '7.22.0: per attempt; 8.4.0: did not end the call within 60 s in the same test', see: '@google-cloud/storage@8.4.0 build/cjs/src/storage.js' },
    { says: 'totalTimeout and maxRetryDelay are SECONDS, unlike every ms option', see: '@google-cloud/storage@8.4.0 build/cjs/src/storage.js' },
    { says: 'maxRetries:0 was not honoured as \'no retries\' with timeout on 7.22.0 (20 s total for 1 s timeout without autoRetry:false)', see: '@google-cloud/storage@8.4.0 build/cjs/src/storage.js' },
  ],
};
