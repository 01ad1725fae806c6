import type { Library } from './schema.js';

export const library: Library = {
  package: 'ofetch',
  name: 'ofetch',
  source: 'ofetch@1.5.1 dist/shared; ran',
  checkedOn: ['ofetch@1.5.1'],
  same: [
    { path: 'default', is: 'ofetch' },
    { path: '$fetch', is: 'ofetch' },
    { path: 'ofetch.create()', is: 'ofetch' },
    { path: 'createFetch()', is: 'ofetch' },
  ],
  operations: [
    {
      call: 'ofetch', is: 'outbound', effect: 'method', methodAt: '1.method', methodDefault: 'GET',
      keys: ['1.headers.Idempotency-Key', '1.headers.X-Idempotency-Key', '1.headers.PayPal-Request-Id'], partnerAt: ['0', 'creation:0.baseURL'],
      limits: [
        { limits: 'total', at: ['1.signal', 'creation:0.signal'], unit: 'signal', default: 'never', see: 'ofetch 1.5.1' },
        { limits: 'headers', at: ['1.timeout', 'creation:0.timeout'], default: 300000, see: 'ofetch 1.5.1: the headers only; a body is unbounded (ran)' },
        {
          limits: 'attempt', at: ['1.timeout', 'creation:0.timeout'], default: 'never', note: 'until the headers; the body is unbounded',
          see: 'ofetch 1.5.1',
        },
      ],
      retries: {
        at: ['1.retry', 'creation:0.retry'], counts: 'retries', default: 1, writes: false, writesOnceSet: true, delay: { at: ['1.retryDelay', 'creation:0.retryDelay'], default: 0 },
        see: 'ofetch 1.5.1: GET once more by default; a number repeats POST too (ran)',
      },
      see: 'ofetch 1.5.1',
    },
    {
      call: 'ofetch.raw', is: 'outbound', effect: 'method', methodAt: '1.method', methodDefault: 'GET',
      keys: ['1.headers.Idempotency-Key', '1.headers.X-Idempotency-Key', '1.headers.PayPal-Request-Id'], partnerAt: ['0', 'creation:0.baseURL'],
      limits: [
        { limits: 'total', at: ['1.signal', 'creation:0.signal'], unit: 'signal', default: 'never', see: 'ofetch 1.5.1' },
        { limits: 'headers', at: ['1.timeout', 'creation:0.timeout'], default: 300000, see: 'ofetch 1.5.1: the headers only; a body is unbounded (ran)' },
        {
          limits: 'attempt', at: ['1.timeout', 'creation:0.timeout'], default: 'never', note: 'until the headers; the body is unbounded',
          see: 'ofetch 1.5.1',
        },
      ],
      retries: {
        at: ['1.retry', 'creation:0.retry'], counts: 'retries', default: 1, writes: false, writesOnceSet: true, delay: { at: ['1.retryDelay', 'creation:0.retryDelay'], default: 0 },
        see: 'ofetch 1.5.1: GET once more by default; a number repeats POST too (ran)',
      },
      see: 'ofetch 1.5.1',
    },
  ],
};
