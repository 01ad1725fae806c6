import type { Library } from './schema.js';

export const library: Library = {
  package: 'node-fetch',
  name: 'node-fetch',
  source: 'node-fetch@3.3.2 src, 2.7.0 lib/index.js; ran',
  checkedOn: ['node-fetch@3.3.2', '@types/node-fetch@3.0.3', '@types/node-fetch@2.6.12', 'node-fetch@2.7.0'],
  same: [{ path: 'default', is: '' }],
  operations: [
    {
      call: '', is: 'outbound', effect: 'method', methodAt: '1.method', methodDefault: 'GET',
      dataAt: ['1.body'], keys: ['1.headers.Idempotency-Key', '1.headers.X-Idempotency-Key', '1.headers.PayPal-Request-Id'], partnerAt: ['0'],
      limits: [
        { limits: 'total', at: ['1.signal'], unit: 'signal', default: 'never', see: 'node-fetch 3.3.2: pending after 640 s without (ran)' },
        { limits: 'attempt', at: ['1.timeout'], default: 'never', versions: '<3.0.0', offAt: [0], see: 'node-fetch 2.7.0; version 3 ignores it (ran)' },
      ],
      see: 'node-fetch 3.3.2',
    },
  ],

  remarks: [
    { says: '3.x silently ignores the timeout option', see: 'node-fetch@2.7.0 lib/index.js' },
    { says: 'no 300 s undici limit: uses node:http, pending after 640 s', see: 'node-fetch@2.7.0 lib/index.js' },
  ],
};
