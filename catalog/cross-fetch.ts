import type { Library } from './schema.js';

export const library: Library = {
  package: 'cross-fetch',
  modules: ['isomorphic-fetch', 'isomorphic-unfetch', 'unfetch', 'node-fetch-native', 'make-fetch-happen'],
  name: 'cross-fetch',
  source: 'cross-fetch (README); on Node 18 and later node-fetch 2',
  checkedOn: ['cross-fetch@4.1.0', '@types/make-fetch-happen@10.0.4', 'make-fetch-happen@15.0.6'],
  same: [
    { path: 'default', is: '' },
    { path: 'fetch', is: '' },
  ],
  operations: [
    {
      call: '', is: 'outbound', effect: 'method', methodAt: '1.method', methodDefault: 'GET',
      dataAt: ['1.body'], keys: ['1.headers.Idempotency-Key', '1.headers.X-Idempotency-Key', '1.headers.PayPal-Request-Id'], partnerAt: ['0'],
      limits: [{ limits: 'total', at: ['1.signal'], unit: 'signal', default: 'never', see: 'cross-fetch' }], see: 'cross-fetch: node-fetch 2',
    },
  ],
};
