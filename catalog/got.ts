import type { Library } from './schema.js';

export const library: Library = {
  package: 'got',
  name: 'got',
  source: 'got@16.1.0, 14.6.6, 11.8.6 dist/source/core/options.js, calculate-retry-delay.js; ran on loopback',
  checkedOn: ['got@16.1.0'],

  same: [{ path: 'default', is: '' }, { path: 'got', is: '' }, { path: 'extend()', is: '' }],
  types: { Got: '' },

  resources: [{ create: 'extend', is: 'client', name: 'got instance', see: 'got 16.1.0' }],

  operations: [
    {
      call: '*', members: ['get', 'head'], is: 'outbound', effect: 'read', partnerAt: ['0', 'creation:0.prefixUrl'],
      limits: [
        { limits: 'total', at: ['1.signal', 'creation:0.signal'], unit: 'signal', default: 'never', see: 'got 16.1.0' },
        { limits: 'attempt', at: ['1.timeout.request', '1.timeout', 'creation:0.timeout.request', 'creation:0.timeout'], default: 'never', see: 'got 16.1.0; pending after 640 s (ran)' },
        { limits: 'attempt', at: ['1.timeout.response', '1.timeout.socket', 'creation:0.timeout.response', 'creation:0.timeout.socket'], default: 'never', note: 'a trickling body outlives it', see: 'got 16.1.0 (ran)' },
      ],
      retries: {
        at: ['1.retry.limit', '1.retry', 'creation:0.retry.limit', 'creation:0.retry'], counts: 'retries', default: 2, writes: false,
        delay: { default: 1000, factor: 2, jitter: true, capAt: ['1.retry.backoffLimit', 'creation:0.retry.backoffLimit'] }, see: 'got 16.1.0; timeouts are retried too (ran)',
      },
      see: 'got 16.1.0',
    },
    {
      call: '*', members: ['put', 'delete'], is: 'outbound', effect: 'idempotent', partnerAt: ['0', 'creation:0.prefixUrl'],
      limits: [
        { limits: 'total', at: ['1.signal', 'creation:0.signal'], unit: 'signal', default: 'never', see: 'got 16.1.0' },
        { limits: 'attempt', at: ['1.timeout.request', '1.timeout', 'creation:0.timeout.request', 'creation:0.timeout'], default: 'never', see: 'got 16.1.0; pending after 640 s (ran)' },
        { limits: 'attempt', at: ['1.timeout.response', '1.timeout.socket', 'creation:0.timeout.response', 'creation:0.timeout.socket'], default: 'never', note: 'a trickling body outlives it', see: 'got 16.1.0 (ran)' },
      ],
      retries: {
        at: ['1.retry.limit', '1.retry', 'creation:0.retry.limit', 'creation:0.retry'], counts: 'retries', default: 2, writes: false,
        delay: { default: 1000, factor: 2, jitter: true, capAt: ['1.retry.backoffLimit', 'creation:0.retry.backoffLimit'] }, see: 'got 16.1.0 (ran)',
      },
      see: 'got 16.1.0',
    },
    {
      call: '*', members: ['post', 'patch'], is: 'outbound', effect: 'write', partnerAt: ['0', 'creation:0.prefixUrl'],
      dataAt: ['1.json', '1.body', '1.form'], keys: ['1.headers.Idempotency-Key', '1.headers.X-Idempotency-Key', '1.headers.PayPal-Request-Id'],
      limits: [
        { limits: 'total', at: ['1.signal', 'creation:0.signal'], unit: 'signal', default: 'never', see: 'got 16.1.0' },
        { limits: 'attempt', at: ['1.timeout.request', '1.timeout', 'creation:0.timeout.request', 'creation:0.timeout'], default: 'never', see: 'got 16.1.0; pending after 640 s (ran)' },
        { limits: 'attempt', at: ['1.timeout.response', '1.timeout.socket', 'creation:0.timeout.response', 'creation:0.timeout.socket'], default: 'never', note: 'a trickling body outlives it', see: 'got 16.1.0 (ran)' },
      ],
      retries: {
        at: ['1.retry.limit', '1.retry', 'creation:0.retry.limit', 'creation:0.retry'], counts: 'retries', default: 2, writes: false, writesAt: ['1.retry.methods', 'creation:0.retry.methods'],
        delay: { default: 1000, factor: 2, jitter: true, capAt: ['1.retry.backoffLimit', 'creation:0.retry.backoffLimit'] }, see: 'got 16.1.0: raising the limit does not add POST (ran)',
      },
      see: 'got 16.1.0',
    },
    {
      call: '', is: 'outbound', effect: 'method', methodAt: '*.method', methodDefault: 'GET', partnerAt: ['0', '0.url', 'creation:0.prefixUrl'],
      dataAt: ['*.json', '*.body', '*.form'], keys: ['*.headers.Idempotency-Key', '*.headers.X-Idempotency-Key'],
      limits: [
        { limits: 'total', at: ['1.signal', '0.signal', 'creation:0.signal'], unit: 'signal', default: 'never', see: 'got 16.1.0' },
        { limits: 'attempt', at: ['1.timeout.request', '1.timeout', '0.timeout.request', 'creation:0.timeout.request', 'creation:0.timeout'], default: 'never', see: 'got 16.1.0; pending after 640 s (ran)' },
        { limits: 'attempt', at: ['1.timeout.response', '1.timeout.socket', '0.timeout.response', '0.timeout.socket', 'creation:0.timeout.response', 'creation:0.timeout.socket'], default: 'never', note: 'a trickling body outlives it', see: 'got 16.1.0 (ran)' },
      ],
      retries: {
        at: ['1.retry.limit', '1.retry', '0.retry.limit', 'creation:0.retry.limit', 'creation:0.retry'], counts: 'retries', default: 2, writes: false, writesAt: ['1.retry.methods', '0.retry.methods', 'creation:0.retry.methods'],
        delay: { default: 1000, factor: 2, jitter: true, capAt: ['1.retry.backoffLimit', 'creation:0.retry.backoffLimit'] }, see: 'got 16.1.0 (ran)',
      },
      see: 'got 16.1.0',
    },
  ],

  remarks: [
    { options: ['lookup', 'connect', 'secureConnect', 'socket'], default: 'none', unit: 'ms', says: 'that phase only; response and socket do not bound a trickling body', see: 'got@16.1.0 dist/source/core/options.js' },
    { says: '11.x accepts timeout:<number> and retry:<number>; 12+ require objects', see: 'got@16.1.0 dist/source/core/options.js' },
    { says: 'worst case = (limit+1)*timeout.request + backoffs', see: 'got@16.1.0 dist/source/core/options.js' },
    { says: 'Infinity maxRetryAfter when no timeout: server can make it wait', see: 'got@16.1.0 dist/source/core/options.js' },
  ],
};
