import type { Library } from './schema.js';

export const library: Library = {
  package: 'ky',
  name: 'ky',
  source: 'ky@2.1.0, 1.14.3 distribution/utils/normalize.js, core/Ky.js; ran',
  checkedOn: ['ky@2.1.0', 'ky@1.9.1'],
  same: [
    { path: 'default', is: '' },
    { path: 'create()', is: '' },
    { path: 'extend()', is: '' },
  ],
  types: { KyInstance: '' },
  callbacks: [
    { call: 'create', callback: '0.hooks.beforeRequest[]', runs: 'now' },
    { call: 'create', callback: '0.hooks.afterResponse[]', runs: 'now' },
  ],
  resources: [
    { create: 'create', is: 'client', name: 'ky instance', see: 'ky 2.1.0' },
    { create: 'extend', is: 'client', name: 'ky instance', see: 'ky 2.1.0: options of the instance it is made from stay where it sets none' },
  ],
  operations: [
    {
      call: '*', members: ['get', 'head'], is: 'outbound', effect: 'read',
      limits: [
        { limits: 'total', at: ['1.signal', 'creation:0.signal'], unit: 'signal', default: 'never', see: 'ky 2.1.0' },
        { limits: 'total', at: ['1.totalTimeout', 'creation:0.totalTimeout'], default: 'never', versions: '>=2.0.0', offAt: [false], see: 'ky 2.1.0' },
        { limits: 'attempt', at: ['1.timeout', 'creation:0.timeout'], default: 10000, versions: '>=2.0.0', offAt: [false], see: 'ky 2.1.0: 10 s (ran)' },
        {
          limits: 'total', at: ['1.timeout', 'creation:0.timeout'], default: 10000, versions: '<2.0.0', offAt: [false], note: 'until the headers; a stalled body outlives it',
          see: 'ky 1.14.3: 10 s over all attempts (ran)',
        },
      ],
      retries: {
        at: ['1.retry.limit', '1.retry', 'creation:0.retry.limit', 'creation:0.retry'], counts: 'retries', default: 2, writes: false,
        writesAt: ['1.retry.methods', 'creation:0.retry.methods'],
        delay: { default: 300, factor: 2, capAt: ['1.retry.backoffLimit', 'creation:0.retry.backoffLimit'], jitterAt: ['1.retry.jitter', 'creation:0.retry.jitter'] },
        see: 'ky 2.1.0: not POST, not timeouts (ran)',
      },
      partnerAt: ['0', 'creation:0.prefixUrl', 'creation:0.prefix'], see: 'ky 2.1.0',
    },
    {
      call: '*', members: ['put', 'delete'], is: 'outbound', effect: 'idempotent',
      limits: [
        { limits: 'total', at: ['1.signal', 'creation:0.signal'], unit: 'signal', default: 'never', see: 'ky 2.1.0' },
        { limits: 'total', at: ['1.totalTimeout', 'creation:0.totalTimeout'], default: 'never', versions: '>=2.0.0', offAt: [false], see: 'ky 2.1.0' },
        { limits: 'attempt', at: ['1.timeout', 'creation:0.timeout'], default: 10000, versions: '>=2.0.0', offAt: [false], see: 'ky 2.1.0: 10 s (ran)' },
        {
          limits: 'total', at: ['1.timeout', 'creation:0.timeout'], default: 10000, versions: '<2.0.0', offAt: [false], note: 'until the headers; a stalled body outlives it',
          see: 'ky 1.14.3: 10 s over all attempts (ran)',
        },
      ],
      retries: {
        at: ['1.retry.limit', '1.retry', 'creation:0.retry.limit', 'creation:0.retry'], counts: 'retries', default: 2, writes: false,
        writesAt: ['1.retry.methods', 'creation:0.retry.methods'],
        delay: { default: 300, factor: 2, capAt: ['1.retry.backoffLimit', 'creation:0.retry.backoffLimit'], jitterAt: ['1.retry.jitter', 'creation:0.retry.jitter'] },
        see: 'ky 2.1.0: not POST, not timeouts (ran)',
      },
      partnerAt: ['0', 'creation:0.prefixUrl', 'creation:0.prefix'], see: 'ky 2.1.0',
    },
    {
      call: '*', members: ['post', 'patch'], is: 'outbound', effect: 'write', dataAt: ['1.json', '1.body'], keys: ['1.headers.Idempotency-Key', '1.headers.X-Idempotency-Key', '1.headers.PayPal-Request-Id'],
      limits: [
        { limits: 'total', at: ['1.signal', 'creation:0.signal'], unit: 'signal', default: 'never', see: 'ky 2.1.0' },
        { limits: 'total', at: ['1.totalTimeout', 'creation:0.totalTimeout'], default: 'never', versions: '>=2.0.0', offAt: [false], see: 'ky 2.1.0' },
        { limits: 'attempt', at: ['1.timeout', 'creation:0.timeout'], default: 10000, versions: '>=2.0.0', offAt: [false], see: 'ky 2.1.0: 10 s (ran)' },
        {
          limits: 'total', at: ['1.timeout', 'creation:0.timeout'], default: 10000, versions: '<2.0.0', offAt: [false], note: 'until the headers; a stalled body outlives it',
          see: 'ky 1.14.3: 10 s over all attempts (ran)',
        },
      ],
      retries: {
        at: ['1.retry.limit', '1.retry', 'creation:0.retry.limit', 'creation:0.retry'], counts: 'retries', default: 2, writes: false,
        writesAt: ['1.retry.methods', 'creation:0.retry.methods'],
        delay: { default: 300, factor: 2, capAt: ['1.retry.backoffLimit', 'creation:0.retry.backoffLimit'], jitterAt: ['1.retry.jitter', 'creation:0.retry.jitter'] },
        see: 'ky 2.1.0: not POST, not timeouts (ran)',
      },
      partnerAt: ['0', 'creation:0.prefixUrl', 'creation:0.prefix'], see: 'ky 2.1.0',
    },
    {
      call: '', is: 'outbound', effect: 'method', methodAt: '1.method', methodDefault: 'GET',
      dataAt: ['1.json', '1.body'], keys: ['1.headers.Idempotency-Key', '1.headers.X-Idempotency-Key', '1.headers.PayPal-Request-Id'],
      limits: [
        { limits: 'total', at: ['1.signal', 'creation:0.signal'], unit: 'signal', default: 'never', see: 'ky 2.1.0' },
        { limits: 'total', at: ['1.totalTimeout', 'creation:0.totalTimeout'], default: 'never', versions: '>=2.0.0', offAt: [false], see: 'ky 2.1.0' },
        { limits: 'attempt', at: ['1.timeout', 'creation:0.timeout'], default: 10000, versions: '>=2.0.0', offAt: [false], see: 'ky 2.1.0: 10 s (ran)' },
        {
          limits: 'total', at: ['1.timeout', 'creation:0.timeout'], default: 10000, versions: '<2.0.0', offAt: [false], note: 'until the headers; a stalled body outlives it',
          see: 'ky 1.14.3: 10 s over all attempts (ran)',
        },
      ],
      retries: {
        at: ['1.retry.limit', '1.retry', 'creation:0.retry.limit', 'creation:0.retry'], counts: 'retries', default: 2, writes: false,
        writesAt: ['1.retry.methods', 'creation:0.retry.methods'],
        delay: { default: 300, factor: 2, capAt: ['1.retry.backoffLimit', 'creation:0.retry.backoffLimit'], jitterAt: ['1.retry.jitter', 'creation:0.retry.jitter'] },
        see: 'ky 2.1.0: not POST, not timeouts (ran)',
      },
      partnerAt: ['0', 'creation:0.prefixUrl', 'creation:0.prefix'], see: 'ky 2.1.0',
    },
  ],

  remarks: [
    { says: 'ky 1 timeout leaves a stalled body unbounded', see: 'ky@2.1.0 distribution/utils/normalize.js' },
    { says: 'throws HTTPError on non-2xx', see: 'ky@2.1.0 distribution/utils/normalize.js' },
  ],
};
