import type { Library } from './schema.js';

export const library: Library = {
  package: '@aws-sdk/s3-request-presigner',
  modules: ['@aws-sdk/cloudfront-signer', '@aws-sdk/s3-presigned-post'],
  source: '@aws-sdk/s3-request-presigner (d.ts)',
  checkedOn: ['@aws-sdk/s3-request-presigner@3.1169.0', '@aws-sdk/s3-presigned-post@3.1164.0'],
  operations: [
    { call: 'getSignedUrl', is: 'presign', effect: 'none', see: 'signs locally, sends nothing' },
    { call: 'createPresignedPost', is: 'presign', effect: 'none', see: 'signs locally, sends nothing' },
  ],
};
