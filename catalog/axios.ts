import type { Library } from './schema.js';

export const library: Library = {
  package: 'axios',
  name: 'axios',
  source: 'axios@1.21.1, 1.7.9, 0.35.0 lib/defaults/index.js, lib/adapters/http.js; ran on loopback',
  checkedOn: ['axios@1.21.1'],

  same: [
    { path: 'default', is: '' },
    { path: 'create()', is: '' },
    { path: 'Axios()', is: '' },
  ],
  types: { AxiosInstance: '', AxiosStatic: '', Axios: '' },

  callbacks: [
    { call: 'interceptors.request.use', callback: '0', runs: 'now' },
    { call: 'interceptors.response.use', callback: '0', runs: 'now' },
    { call: 'interceptors.response.use', callback: '1', runs: 'now' },
  ],

  interceptors: [
    { call: 'interceptors.request.use', on: '', before: '0' },
    { call: 'interceptors.response.use', on: '', failure: '1' },
  ],

  resources: [{ create: 'create', is: 'client', name: 'axios instance', see: 'axios 1.21.1' }],

  operations: [
    {
      call: '*', members: ['get', 'head', 'options'], is: 'outbound', effect: 'read', partnerAt: ['0', 'creation:0.baseURL'],
      limits: [
        { limits: 'total', at: ['1.signal', 'creation:0.signal'], unit: 'signal', default: 'never', see: 'axios 1.21.1; ran' },
        { limits: 'attempt', at: ['1.timeout', 'of:.defaults.timeout', 'creation:0.timeout', 'library:.defaults.timeout'], default: 'never', offAt: [0], note: 'a trickling body outlives it', see: 'axios 1.21.1 lib/defaults/index.js; pending after 640 s (ran)' },
      ],
      see: 'axios 1.21.1',
    },
    {
      call: 'delete', is: 'outbound', effect: 'idempotent', partnerAt: ['0', 'creation:0.baseURL'],
      limits: [
        { limits: 'total', at: ['1.signal', 'creation:0.signal'], unit: 'signal', default: 'never', see: 'axios 1.21.1; ran' },
        { limits: 'attempt', at: ['1.timeout', 'of:.defaults.timeout', 'creation:0.timeout', 'library:.defaults.timeout'], default: 'never', offAt: [0], note: 'a trickling body outlives it', see: 'axios 1.21.1; pending after 640 s (ran)' },
      ],
      see: 'axios 1.21.1',
    },
    {
      call: '*', members: ['post', 'patch', 'postForm', 'patchForm'], is: 'outbound', effect: 'write', partnerAt: ['0', 'creation:0.baseURL'],
      dataAt: ['1'], keys: ['2.headers.Idempotency-Key', '2.headers.X-Idempotency-Key', '2.headers.PayPal-Request-Id'],
      limits: [
        { limits: 'total', at: ['2.signal', 'creation:0.signal'], unit: 'signal', default: 'never', see: 'axios 1.21.1; ran' },
        { limits: 'attempt', at: ['2.timeout', 'of:.defaults.timeout', 'creation:0.timeout', 'library:.defaults.timeout'], default: 'never', offAt: [0], note: 'a trickling body outlives it', see: 'axios 1.21.1; pending after 640 s (ran)' },
      ],
      see: 'axios 1.21.1',
    },
    {
      call: '*', members: ['put', 'putForm'], is: 'outbound', effect: 'idempotent', partnerAt: ['0', 'creation:0.baseURL'],
      limits: [
        { limits: 'total', at: ['2.signal', 'creation:0.signal'], unit: 'signal', default: 'never', see: 'axios 1.21.1; ran' },
        { limits: 'attempt', at: ['2.timeout', 'of:.defaults.timeout', 'creation:0.timeout', 'library:.defaults.timeout'], default: 'never', offAt: [0], note: 'a trickling body outlives it', see: 'axios 1.21.1; pending after 640 s (ran)' },
      ],
      see: 'axios 1.21.1',
    },
    {
      call: 'request', is: 'outbound', effect: 'method', methodAt: '0.method', methodDefault: 'GET', partnerAt: ['0.url', '0.baseURL', 'creation:0.baseURL'],
      dataAt: ['0.data'], keys: ['0.headers.Idempotency-Key', '0.headers.X-Idempotency-Key', '0.headers.PayPal-Request-Id'],
      limits: [
        { limits: 'total', at: ['0.signal', 'creation:0.signal'], unit: 'signal', default: 'never', see: 'axios 1.21.1; ran' },
        { limits: 'attempt', at: ['0.timeout', 'of:.defaults.timeout', 'creation:0.timeout', 'library:.defaults.timeout'], default: 'never', offAt: [0], note: 'a trickling body outlives it', see: 'axios 1.21.1; pending after 640 s (ran)' },
      ],
      see: 'axios 1.21.1',
    },
    {
      // `axios(config)` and `axios(url, config)`.
      call: '', is: 'outbound', effect: 'method', methodAt: '*.method', methodDefault: 'GET', partnerAt: ['0', '0.url', '0.baseURL', 'creation:0.baseURL'],
      dataAt: ['*.data'], keys: ['*.headers.Idempotency-Key', '*.headers.X-Idempotency-Key', '*.headers.PayPal-Request-Id'],
      limits: [
        { limits: 'total', at: ['0.signal', '1.signal', 'creation:0.signal'], unit: 'signal', default: 'never', see: 'axios 1.21.1; ran' },
        { limits: 'attempt', at: ['0.timeout', '1.timeout', 'of:.defaults.timeout', 'creation:0.timeout', 'library:.defaults.timeout'], default: 'never', offAt: [0], note: 'a trickling body outlives it', see: 'axios 1.21.1; pending after 640 s (ran)' },
      ],
      see: 'axios 1.21.1',
    },
  ],

  remarks: [
    { options: ['maxContentLength'], default: '-1 unlimited (response)', unit: 'bytes', says: 'limits the size', see: 'axios@1.21.1 lib/defaults/index.js' },
    { options: ['maxBodyLength'], default: '-1 unlimited (request)', unit: 'bytes', says: 'limits the size', see: 'axios@1.21.1 lib/defaults/index.js' },
    { says: 'timeout on 1.7.x with maxRedirects:0 did not cover TCP connect (5.1 s observed for 1000 ms); 1.21.1 does (1.0 s)', see: 'axios@1.21.1 lib/defaults/index.js' },
    { says: 'rejects on non-2xx (validateStatus)', see: 'axios@1.21.1 lib/defaults/index.js' },
    { says: 'timeout may be overridden per call with 0', see: 'axios@1.21.1 lib/defaults/index.js' },
  ],
};
