import type { Library } from './schema.js';

export const library: Library = {
  package: 's3mini',
  name: 's3mini',
  source: 's3mini@0.9.5 src/S3.ts; s3mini@1.0.2 dist/index.mjs',
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
      limits: [{ limits: 'total', at: ['creation:0.requestAbortTimeout'], default: 'never', see: 's3mini 1.0.2 _sendRequest: AbortSignal.timeout only where it is set; fetch ends after 300 s without headers' }],
      see: 's3mini 1.0.2: on fetch, no retries',
    },
    {
      call: 'S3mini().*',
      members: [
        'putObject', 'putAnyObject', 'getMultipartUploadId', 'uploadPart', 'completeMultipartUpload', 'abortMultipartUpload', 'copyObject', 'moveObject', 'deleteObject', 'deleteObjects',
        'createBucket',
      ],
      is: 'outbound', effect: 'idempotent', partnerAt: ['creation:0.endpoint'],
      limits: [{ limits: 'total', at: ['creation:0.requestAbortTimeout'], default: 'never', see: 's3mini 1.0.2 _sendRequest' }],
      see: 's3mini 1.0.2: putAnyObject repeats a failed part, which is the same part',
    },
    { call: 'S3mini().getPresignedUrl', is: 'presign', effect: 'none', see: 's3mini 1.0.2' },
  ],
};
