import type { Library } from './schema.js';

export const library: Library = {
  package: '@adyen/api-library',
  name: 'Adyen',
  source: '@adyen/api-library@32.1.0 lib/src/config.js, httpURLConnectionClient.js',
  checkedOn: ['@adyen/api-library@32.1.0'],
  types: { CheckoutAPI: 'CheckoutAPI()', Client: 'Client()' },
  operations: [
    {
      call: 'CheckoutAPI().*.*', is: 'outbound', effect: 'write',
      limits: [{ limits: 'attempt', at: ['creation:0|0|0.connectionTimeoutMillis', 'creation:0|0.config|0.connectionTimeoutMillis', 'creation:0|0.connectionTimeoutMillis'], default: 30000, see: '@adyen/api-library 32.1.0' }], keys: ['-1.idempotencyKey'],
      see: '@adyen/api-library 32.1.0',
    },
  ],
};
