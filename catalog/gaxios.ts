import type { Library } from './schema.js';

export const library: Library = {
  package: 'gaxios',
  name: 'gaxios',
  source: 'gaxios@8.3.3, 7.3.1 build/cjs/src/retry.js; ran',
  checkedOn: ['gaxios@8.3.3'],
  same: [
    { path: 'default', is: '' },
    { path: 'Gaxios().request', is: 'request' },
  ],
  operations: [
    {
      call: 'request', is: 'outbound', effect: 'method', methodAt: '0.method', methodDefault: 'GET', partnerAt: ['0.url'],
      keys: ['0.headers.Idempotency-Key', '0.headers.X-Idempotency-Key', '0.headers.PayPal-Request-Id'],
      limits: [
        { limits: 'total', at: ['0.timeout'], default: 'never', see: 'gaxios 8.3.3: pending after 640 s (ran)' },
        { limits: 'total', at: ['0.signal'], unit: 'signal', default: 'never', see: 'gaxios 8.3.3' },
      ],
      retries: {
        at: ['0.retryConfig.retry'], counts: 'retries', default: 0, writes: false, writesAt: ['0.retryConfig.httpMethodsToRetry'], delay: { default: 100, factor: 2 },
        see: 'gaxios 8.3.3: retry: true makes 3 (ran)',
      },
      see: 'gaxios 8.3.3',
    },
  ],
};
