import type { Library } from './schema.js';

export const library: Library = {
  package: '@paddle/paddle-node-sdk',
  name: 'Paddle',
  source: '@paddle/paddle-node-sdk@3.10.0 dist/cjs/internal/api/client.js',
  checkedOn: ['@paddle/paddle-node-sdk@3.10.0'],
  types: { Paddle: 'Paddle()' },
  verifies: ['Paddle().webhooks.unmarshal', 'Paddle().webhooks.isSignatureValid'],
  operations: [
    { call: 'Paddle().webhooks.*', members: ['unmarshal', 'isSignatureValid'], is: 'presign', effect: 'none', see: '@paddle/paddle-node-sdk 3.10.0: verifies locally' },
    {
      call: 'Paddle().*.*', members: ['get', 'list', 'preview', 'previewUpdate', 'getInvoicePDF'], is: 'outbound', effect: 'read',
      limits: [{ limits: 'headers', at: [], default: 300000, see: '@paddle/paddle-node-sdk 3.10.0: the global fetch without a signal' }, { limits: 'total', at: [], default: 'never', see: '@paddle/paddle-node-sdk 3.10.0' }],
      see: '@paddle/paddle-node-sdk 3.10.0',
    },
    {
      call: 'Paddle().*.*', members: ['create', 'createOneTimeCharge'], is: 'outbound', effect: 'write',
      limits: [{ limits: 'headers', at: [], default: 300000, see: '@paddle/paddle-node-sdk 3.10.0: the global fetch without a signal' }, { limits: 'total', at: [], default: 'never', see: '@paddle/paddle-node-sdk 3.10.0' }],
      see: '@paddle/paddle-node-sdk 3.10.0: no keys',
    },
    {
      call: 'Paddle().*.*', members: ['update', 'archive', 'cancel', 'pause', 'resume', 'activate'], is: 'outbound', effect: 'idempotent',
      limits: [{ limits: 'headers', at: [], default: 300000, see: '@paddle/paddle-node-sdk 3.10.0: the global fetch without a signal' }, { limits: 'total', at: [], default: 'never', see: '@paddle/paddle-node-sdk 3.10.0' }],
      see: '@paddle/paddle-node-sdk 3.10.0',
    },
  ],
};
