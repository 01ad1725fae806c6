import type { Library } from './schema.js';

export const library: Library = {
  package: 'phin',
  source: 'phin@4.0.0 lib/phin.js, 3.7.1; ran',
  checkedOn: ['phin@4.0.0'],
  same: [
    { path: 'default', is: '' },
    { path: 'promisified', is: '' },
    { path: 'defaults()', is: '' },
  ],
  operations: [
    {
      call: '', is: 'outbound', effect: 'method', methodAt: '0.method', methodDefault: 'GET', partnerAt: ['0.url', '0'], keys: ['0.headers.Idempotency-Key', '0.headers.idempotency-key'], dataAt: ['0.data', '0.form'],
      limits: [
        { limits: 'total', at: ['0.axiosOpts.signal'], unit: 'signal', default: 'never', versions: '>=4.0.0', see: 'phin 4.0.0 lib/phin.js' },
        { limits: 'attempt', at: ['0.axiosOpts.timeout', '0.timeout', 'creation:0.timeout'], default: 'never', offAt: [0], note: 'a body that trickles outlives it', see: 'phin 4.0.0: axios (ran)' },
      ],
      see: 'phin 4.0.0: nothing is retried',
    },
  ],
};
