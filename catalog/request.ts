import type { Library } from './schema.js';

export const library: Library = {
  package: 'request',
  modules: ['request-promise', 'request-promise-native'],
  name: 'request',
  source: 'request@2.88.2 README; ran',
  checkedOn: ['request@2.88.2', '@types/request@2.48.13'],
  same: [
    { path: 'default', is: '' },
    { path: 'defaults()', is: '' },
  ],
  operations: [
    {
      call: '*', members: ['get', 'head'], is: 'outbound', effect: 'read',
      limits: [{ limits: 'attempt', at: ['0.timeout', '1.timeout', 'creation:0.timeout'], default: 'never', note: 'a trickling body outlives it', see: 'request 2.88.2: pending after 640 s (ran)' }],
      partnerAt: ['0', '0.url', '0.uri'], see: 'request 2.88.2',
    },
    {
      call: '*', members: ['post', 'patch'], is: 'outbound', effect: 'write',
      limits: [{ limits: 'attempt', at: ['0.timeout', '1.timeout', 'creation:0.timeout'], default: 'never', note: 'a trickling body outlives it', see: 'request 2.88.2: pending after 640 s (ran)' }],
      partnerAt: ['0', '0.url', '0.uri'],
      keys: ['0.headers.Idempotency-Key', '0.headers.X-Idempotency-Key', '0.headers.PayPal-Request-Id', '1.headers.Idempotency-Key', '1.headers.X-Idempotency-Key', '1.headers.PayPal-Request-Id'],
      see: 'request 2.88.2',
    },
    {
      call: '*', members: ['put', 'delete', 'del'], is: 'outbound', effect: 'idempotent',
      limits: [{ limits: 'attempt', at: ['0.timeout', '1.timeout', 'creation:0.timeout'], default: 'never', note: 'a trickling body outlives it', see: 'request 2.88.2: pending after 640 s (ran)' }],
      partnerAt: ['0', '0.url', '0.uri'], see: 'request 2.88.2',
    },
    {
      call: '', is: 'outbound', effect: 'method', methodAt: '*.method', methodDefault: 'GET',
      limits: [{ limits: 'attempt', at: ['0.timeout', '1.timeout', 'creation:0.timeout'], default: 'never', note: 'a trickling body outlives it', see: 'request 2.88.2: pending after 640 s (ran)' }],
      partnerAt: ['0', '0.url', '0.uri'],
      keys: ['0.headers.Idempotency-Key', '0.headers.X-Idempotency-Key', '0.headers.PayPal-Request-Id', '1.headers.Idempotency-Key', '1.headers.X-Idempotency-Key', '1.headers.PayPal-Request-Id'],
      see: 'request 2.88.2',
    },
  ],
};
