import type { Library } from './schema.js';

export const library: Library = {
  package: 'minio',
  name: 'MinIO',
  source: 'minio@8.0.5 dist/main/internal/client.js, request.js',
  checkedOn: ['minio@8.0.5'],
  same: [{ path: 'default.Client', is: 'Client' }],
  types: { Client: 'Client()' },
  remarks: [{ says: 'listObjects() and listObjectsV2() give a stream that asks page by page as it is read: a loop over it waits for each page, without a limit', see: 'minio 8.0.5' }],
  operations: [
    {
      call: 'Client().*', members: ['presignedUrl', 'presignedGetObject', 'presignedPutObject', 'presignedPostPolicy'], is: 'presign', effect: 'none',
      see: 'minio 8.0.5: signed here; the region of the bucket is asked for once where the client was given none',
    },
    {
      call: 'Client().*',
      members: [
        'getObject', 'getPartialObject', 'fGetObject', 'statObject', 'bucketExists', 'listBuckets', 'getBucketPolicy', 'getBucketTagging', 'getObjectTagging', 'getBucketVersioning',
        'listObjects', 'listObjectsV2', 'listIncompleteUploads',
      ],
      is: 'outbound', effect: 'read', partnerAt: ['creation:0.endPoint'],
      limits: [{ limits: 'total', at: [], default: 'never', see: 'minio 8.0.7: no timeout; setRequestOptions takes connection options only' }],
      retries: { at: [], counts: 'retries', default: 1, writes: true, delay: { default: 400, factor: 2, jitter: true }, see: 'minio 8.0.7 request.js (ran): after 408, 429, 5xx; 100 ms doubled, as much again by chance' },
      versions: '>=8.0.7', see: 'minio 8.0.7: on node:http',
    },
    {
      call: 'Client().*',
      members: [
        'putObject', 'fPutObject', 'copyObject', 'composeObject', 'removeObject', 'removeObjects', 'removeIncompleteUpload', 'makeBucket', 'removeBucket', 'setBucketPolicy',
        'setBucketTagging', 'setObjectTagging', 'setBucketVersioning', 'setBucketLifecycle',
      ],
      is: 'outbound', effect: 'idempotent', partnerAt: ['creation:0.endPoint'],
      limits: [{ limits: 'total', at: [], default: 'never', see: 'minio 8.0.7: no timeout' }],
      retries: { at: [], counts: 'retries', default: 1, writes: true, delay: { default: 400, factor: 2, jitter: true }, see: 'minio 8.0.7 request.js (ran)' },
      versions: '>=8.0.7', see: 'minio 8.0.7',
    },
    {
      call: 'Client().*',
      members: [
        'getObject', 'getPartialObject', 'fGetObject', 'statObject', 'bucketExists', 'listBuckets', 'getBucketPolicy', 'getBucketTagging', 'getObjectTagging', 'getBucketVersioning',
        'listObjects', 'listObjectsV2', 'listIncompleteUploads',
      ],
      is: 'outbound', effect: 'read', partnerAt: ['creation:0.endPoint'],
      limits: [{ limits: 'total', at: [], default: 'never', see: 'minio 8.0.5: no timeout; setRequestOptions takes connection options only' }],
      retries: { at: [], counts: 'retries', default: 10, writes: true, delay: { default: 4000, factor: 2, jitter: true }, see: 'minio 8.0.5, 8.0.6 request.js (ran): after 408, 429, 5xx; 1 s doubled, as much again by chance' },
      versions: '<8.0.7', see: 'minio 8.0.5: on node:http',
    },
    {
      call: 'Client().*',
      members: [
        'putObject', 'fPutObject', 'copyObject', 'composeObject', 'removeObject', 'removeObjects', 'removeIncompleteUpload', 'makeBucket', 'removeBucket', 'setBucketPolicy',
        'setBucketTagging', 'setObjectTagging', 'setBucketVersioning', 'setBucketLifecycle',
      ],
      is: 'outbound', effect: 'idempotent', partnerAt: ['creation:0.endPoint'],
      limits: [{ limits: 'total', at: [], default: 'never', see: 'minio 8.0.5: no timeout' }],
      retries: { at: [], counts: 'retries', default: 10, writes: true, delay: { default: 4000, factor: 2, jitter: true }, see: 'minio 8.0.5 request.js' },
      versions: '<8.0.7', see: 'minio 8.0.5',
    },
  ],
};
