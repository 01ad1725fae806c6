import type { Library } from './schema.js';

export const library: Library = {
  package: 'square',
  name: 'Square',
  source: 'square@46.0.0 core/fetcher/requestWithRetries.js, BaseClient.d.ts; square@39.1.1 defaultConfiguration.js',
  checkedOn: ['square@46.0.0'],
  modules: ['square/legacy'],
  types: { SquareClient: 'SquareClient()', Client: 'Client()' },
  operations: [
    {
      call: 'Client().*.*', members: ['createPayment', 'completePayment', 'cancelPayment', 'updatePayment', 'refundPayment', 'createOrder', 'payOrder', 'createInvoice', 'createSubscription', 'createCustomer', 'createCard'],
      is: 'outbound', effect: 'write',
      limits: [{ limits: 'total', at: ['creation:0.httpClientOptions.timeout', 'creation:0.timeout'], default: 60000, see: 'square 39.1.1 defaultConfiguration.js; also square/legacy of later ones' }],
      retries: { at: ['creation:0.httpClientOptions.retryConfig.maxNumberOfRetries'], counts: 'retries', default: 0, writes: false, see: 'square 39.1.1 defaultConfiguration.js: GET and PUT alone' },
      keys: ['0.idempotencyKey'], see: 'square 39.1.1',
    },
    {
      call: 'SquareClient().*.*', members: ['create', 'refundPayment', 'pay', 'cancel', 'complete', 'update', 'upsert'], is: 'outbound', effect: 'write',
      limits: [{ limits: 'total', at: ['1.timeoutInSeconds', 'creation:0.timeoutInSeconds'], unit: 's', default: 60000, see: 'square 46.0.0' }],
      retries: { at: ['1.maxRetries', 'creation:0.maxRetries'], counts: 'retries', default: 2, writes: true, delay: { default: 1000, factor: 2, cap: 60000, jitter: true }, see: 'square 46.0.0 core/fetcher/requestWithRetries.js: a tenth more or less' },
      keys: ['0.idempotencyKey'], see: 'square 46.0.0',
    },
    {
      call: 'SquareClient().*.*', members: ['get', 'list', 'search', 'batchGet'], is: 'outbound', effect: 'read',
      limits: [{ limits: 'total', at: ['1.timeoutInSeconds', 'creation:0.timeoutInSeconds'], unit: 's', default: 60000, see: 'square 46.0.0' }],
      retries: { at: ['1.maxRetries', 'creation:0.maxRetries'], counts: 'retries', default: 2, writes: true, delay: { default: 1000, factor: 2, cap: 60000, jitter: true }, see: 'square 46.0.0 core/fetcher/requestWithRetries.js: a tenth more or less' },
      see: 'square 46.0.0',
    },
    {
      call: 'SquareClient().*.*.*', members: ['create', 'refundPayment', 'pay', 'cancel', 'complete', 'update', 'upsert'], is: 'outbound', effect: 'write',
      limits: [{ limits: 'total', at: ['1.timeoutInSeconds', 'creation:0.timeoutInSeconds'], unit: 's', default: 60000, see: 'square 46.0.0' }],
      retries: { at: ['1.maxRetries', 'creation:0.maxRetries'], counts: 'retries', default: 2, writes: true, delay: { default: 1000, factor: 2, cap: 60000, jitter: true }, see: 'square 46.0.0 core/fetcher/requestWithRetries.js: a tenth more or less' },
      keys: ['0.idempotencyKey'], see: 'square 46.0.0',
    },
    {
      call: 'SquareClient().*.*.*', members: ['get', 'list', 'search', 'batchGet'], is: 'outbound', effect: 'read',
      limits: [{ limits: 'total', at: ['1.timeoutInSeconds', 'creation:0.timeoutInSeconds'], unit: 's', default: 60000, see: 'square 46.0.0' }],
      retries: { at: ['1.maxRetries', 'creation:0.maxRetries'], counts: 'retries', default: 2, writes: true, delay: { default: 1000, factor: 2, cap: 60000, jitter: true }, see: 'square 46.0.0 core/fetcher/requestWithRetries.js: a tenth more or less' },
      see: 'square 46.0.0',
    },
  ],
};
