import type { Library } from './schema.js';

export const library: Library = {
  package: 'square',
  name: 'Square',
  source: 'square@46.0.0 core/fetcher/requestWithRetries.js, BaseClient.d.ts',
  same: [{ path: 'Client()', is: 'SquareClient()' }],
  types: { SquareClient: 'SquareClient()' },
  operations: [
    {
      call: 'SquareClient().*.*', members: ['create', 'refundPayment', 'pay', 'cancel', 'complete', 'update', 'upsert', 'createPayment'], is: 'outbound', effect: 'write',
      limits: [{ limits: 'total', at: ['1.timeoutInSeconds', 'creation:0.timeoutInSeconds'], unit: 's', default: 60000, see: 'square 46.0.0' }],
      retries: { at: ['1.maxRetries', 'creation:0.maxRetries'], counts: 'retries', default: 2, writes: true, delay: { default: 1000, factor: 2, cap: 60000 }, see: 'square 46.0.0' },
      keys: ['0.idempotencyKey'], see: 'square 46.0.0',
    },
    {
      call: 'SquareClient().*.*', members: ['get', 'list', 'search', 'batchGet'], is: 'outbound', effect: 'read',
      limits: [{ limits: 'total', at: ['1.timeoutInSeconds', 'creation:0.timeoutInSeconds'], unit: 's', default: 60000, see: 'square 46.0.0' }],
      retries: { at: ['1.maxRetries', 'creation:0.maxRetries'], counts: 'retries', default: 2, writes: true, delay: { default: 1000, factor: 2, cap: 60000 }, see: 'square 46.0.0' },
      see: 'square 46.0.0',
    },
    {
      call: 'SquareClient().*.*.*', members: ['create', 'refundPayment', 'pay', 'cancel', 'complete', 'update', 'upsert', 'createPayment'], is: 'outbound', effect: 'write',
      limits: [{ limits: 'total', at: ['1.timeoutInSeconds', 'creation:0.timeoutInSeconds'], unit: 's', default: 60000, see: 'square 46.0.0' }],
      retries: { at: ['1.maxRetries', 'creation:0.maxRetries'], counts: 'retries', default: 2, writes: true, delay: { default: 1000, factor: 2, cap: 60000 }, see: 'square 46.0.0' },
      keys: ['0.idempotencyKey'], see: 'square 46.0.0',
    },
    {
      call: 'SquareClient().*.*.*', members: ['get', 'list', 'search', 'batchGet'], is: 'outbound', effect: 'read',
      limits: [{ limits: 'total', at: ['1.timeoutInSeconds', 'creation:0.timeoutInSeconds'], unit: 's', default: 60000, see: 'square 46.0.0' }],
      retries: { at: ['1.maxRetries', 'creation:0.maxRetries'], counts: 'retries', default: 2, writes: true, delay: { default: 1000, factor: 2, cap: 60000 }, see: 'square 46.0.0' },
      see: 'square 46.0.0',
    },
  ],
};
