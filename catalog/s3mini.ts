import type { Library, Limit } from './schema.js';

const HEADERS: Limit = { limits: 'headers', at: [], default: 300000, see: 's3mini 1.0.2: on fetch (ran)' };

export const library: Library = {
  package: 's3mini',
  name: 's3mini',
  source: 's3mini@0.9.5 src/S3.ts; s3mini@1.0.2 dist/index.mjs',
  checkedOn: ['s3mini@0.9.5'],
  same: [{ path: 'default', is: 'S3mini' }, { path: 's3mini', is: 'S3mini' }],
  types: { S3mini: 'S3mini()', s3mini: 'S3mini()' },
  operations: [
    {
      call: 'S3mini().*',
      members: [
        'getObject', 'getObjectResponse', 'getObjectArrayBuffer', 'getObjectJSON', 'getObjectWithETag', 'getObjectRaw', 'getContentLength', 'getEtag', 'objectExists', 'bucketExists',
        'listObjects', 'listObjectsPaged', 'listMultipartUploads',
      ],
      is: 'outbound', effect: 'read', partnerAt: ['creation:0.endpoint'],
      limits: [{ limits: 'total', at: ['creation:0.requestAbortTimeout'], default: 'never', see: 's3mini 1.0.2 _sendRequest: AbortSignal.timeout only where it is set' }, HEADERS],
      see: 's3mini 1.0.2: on fetch, no retries',
    },
    {
      call: 'S3mini().*',
      members: [
        'putObject', 'putAnyObject', 'getMultipartUploadId', 'uploadPart', 'completeMultipartUpload', 'abortMultipartUpload', 'copyObject', 'moveObject', 'deleteObject', 'deleteObjects',
        'createBucket',
      ],
      is: 'outbound', effect: 'idempotent', partnerAt: ['creation:0.endpoint'],
      limits: [{ limits: 'total', at: ['creation:0.requestAbortTimeout'], default: 'never', see: 's3mini 1.0.2 _sendRequest' }, HEADERS],
      see: 's3mini 1.0.2: putAnyObject repeats a failed part, which is the same part',
    },
    { call: 'S3mini().getPresignedUrl', is: 'presign', effect: 'none', see: 's3mini 1.0.2' },
  ],
};
