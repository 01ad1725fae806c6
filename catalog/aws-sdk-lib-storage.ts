import type { Library } from './schema.js';

export const library: Library = {
  package: '@aws-sdk/lib-storage',
  name: 'S3 upload',
  source: '@aws-sdk/lib-storage (d.ts)',
  checkedOn: ['@aws-sdk/lib-storage@3.1175.0'],
  operations: [
    {
      call: 'Upload().done', is: 'outbound', effect: 'idempotent',
      limits: [
        {
          limits: 'attempt', at: ['creation:0.client|0.requestHandler.socketTimeout', 'creation:0.client|0.requestHandler|0.socketTimeout'], default: 'never',
          see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2)',
        },
      ],
      retries: { at: ['creation:0.client|0.maxAttempts'], counts: 'attempts', default: 3, writes: true, see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2)' },
      see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2)',
    },
  ],
};
