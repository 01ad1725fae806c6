import type { Library } from './schema.js';

export const library: Library = {
  package: 'needle',
  name: 'needle',
  source: 'needle@3.5.0 lib/needle.js; ran',
  checkedOn: ['needle@3.5.0', '@types/needle@3.3.0'],
  same: [{ path: 'default', is: '' }],
  operations: [
    {
      call: '*', members: ['get', 'head'], is: 'outbound', effect: 'read',
      limits: [
        { limits: 'attempt', at: ['1.response_timeout', 'library:chain:defaults:0.response_timeout'], default: 'never', offAt: [0], note: 'until the headers; the body is unbounded without read_timeout', see: 'needle 3.5.0 (ran)' },
        { limits: 'idle', at: ['1.read_timeout', 'library:chain:defaults:0.read_timeout'], default: 'never', offAt: [0], note: 'from the headers to the end of the body', see: 'needle 3.5.0: does not end the wait for headers (ran)' },
        { limits: 'connect', at: ['1.open_timeout', '1.timeout'], default: 10000, see: 'needle 3.5.0: the connection only (ran)' },
        { limits: 'total', at: ['1.signal'], unit: 'signal', default: 'never', see: 'needle 3.5.0' },
      ],
      partnerAt: ['0'], see: 'needle 3.5.0',
    },
    {
      call: '*', members: ['post', 'patch'], is: 'outbound', effect: 'write',
      limits: [
        { limits: 'attempt', at: ['2.response_timeout', 'library:chain:defaults:0.response_timeout'], default: 'never', offAt: [0], note: 'until the headers; the body is unbounded without read_timeout', see: 'needle 3.5.0 (ran)' },
        { limits: 'idle', at: ['2.read_timeout', 'library:chain:defaults:0.read_timeout'], default: 'never', offAt: [0], note: 'from the headers to the end of the body', see: 'needle 3.5.0: does not end the wait for headers (ran)' },
        { limits: 'connect', at: ['2.open_timeout', '2.timeout'], default: 10000, see: 'needle 3.5.0: the connection only (ran)' },
        { limits: 'total', at: ['2.signal'], unit: 'signal', default: 'never', see: 'needle 3.5.0' },
      ],
      partnerAt: ['0'], keys: ['2.headers.Idempotency-Key', '2.headers.X-Idempotency-Key', '2.headers.PayPal-Request-Id'], see: 'needle 3.5.0',
    },
    {
      call: '*', members: ['put', 'delete'], is: 'outbound', effect: 'idempotent',
      limits: [
        { limits: 'attempt', at: ['2.response_timeout', 'library:chain:defaults:0.response_timeout'], default: 'never', offAt: [0], note: 'until the headers; the body is unbounded without read_timeout', see: 'needle 3.5.0 (ran)' },
        { limits: 'idle', at: ['2.read_timeout', 'library:chain:defaults:0.read_timeout'], default: 'never', offAt: [0], note: 'from the headers to the end of the body', see: 'needle 3.5.0: does not end the wait for headers (ran)' },
        { limits: 'connect', at: ['2.open_timeout', '2.timeout'], default: 10000, see: 'needle 3.5.0: the connection only (ran)' },
        { limits: 'total', at: ['2.signal'], unit: 'signal', default: 'never', see: 'needle 3.5.0' },
      ],
      partnerAt: ['0'], see: 'needle 3.5.0',
    },
    {
      call: '', when: { at: '0', is: ['get', 'GET', 'head', 'HEAD'] }, is: 'outbound', effect: 'read',
      limits: [
        { limits: 'attempt', at: ['3.response_timeout', '2.response_timeout', 'library:chain:defaults:0.response_timeout'], default: 'never', offAt: [0], note: 'until the headers; the body is unbounded without read_timeout', see: 'needle 3.5.0 lib/needle.js: the options come third where there is no data (ran)' },
        { limits: 'idle', at: ['3.read_timeout', '2.read_timeout', 'library:chain:defaults:0.read_timeout'], default: 'never', offAt: [0], note: 'from the headers to the end of the body', see: 'needle 3.5.0: does not end the wait for headers (ran)' },
        { limits: 'connect', at: ['3.open_timeout', '3.timeout', '2.open_timeout', '2.timeout'], default: 10000, see: 'needle 3.5.0: the connection only (ran)' },
        { limits: 'total', at: ['3.signal', '2.signal'], unit: 'signal', default: 'never', see: 'needle 3.5.0' },
      ],
      partnerAt: ['1'], see: 'needle 3.5.0',
    },
    {
      call: '', is: 'outbound', effect: 'method', methodAt: '0', methodDefault: 'GET',
      limits: [
        { limits: 'attempt', at: ['3.response_timeout', 'library:chain:defaults:0.response_timeout'], default: 'never', offAt: [0], note: 'until the headers; the body is unbounded without read_timeout', see: 'needle 3.5.0 (ran)' },
        { limits: 'idle', at: ['3.read_timeout', 'library:chain:defaults:0.read_timeout'], default: 'never', offAt: [0], note: 'from the headers to the end of the body', see: 'needle 3.5.0: does not end the wait for headers (ran)' },
        { limits: 'connect', at: ['3.open_timeout', '3.timeout'], default: 10000, see: 'needle 3.5.0: the connection only (ran)' },
        { limits: 'total', at: ['3.signal'], unit: 'signal', default: 'never', see: 'needle 3.5.0' },
      ],
      partnerAt: ['1'], keys: ['3.headers.Idempotency-Key', '3.headers.X-Idempotency-Key', '3.headers.PayPal-Request-Id'], see: 'needle 3.5.0',
    },
  ],

  remarks: [
    { says: '{timeout:1000} does nothing against a server that accepts but never answers', see: 'needle@3.5.0 lib/needle.js' },
    { says: 'resolves on 5xx', see: 'needle@3.5.0 lib/needle.js' },
  ],
};
