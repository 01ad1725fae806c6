import type { Library } from './schema.js';

export const library: Library = {
  package: '@hapi/wreck',
  name: 'Wreck',
  source: '@hapi/wreck@18.1.2 lib/index.js; ran',
  checkedOn: ['@hapi/wreck@18.1.2'],
  same: [{ path: 'default', is: '' }, { path: 'defaults()', is: '' }],
  types: { Client: '' },
  shown: [
    { shows: ['attempt never'], call: 'get', given: [['$url']] },
    { shows: ['total never'], call: 'request', given: [['GET', '$url']] },
  ],
  operations: [
    {
      call: 'get', is: 'outbound', effect: 'read', partnerAt: ['0', '1.baseUrl', 'creation:0.baseUrl'],
      limits: [{ limits: 'attempt', at: ['1.timeout', 'creation:0.timeout'], default: 'never', offAt: [0], note: 'reading the body has so long once more', see: '@hapi/wreck 18.1.2 (ran)' }], see: '@hapi/wreck 18.1.2',
    },
    {
      call: '*', members: ['post', 'patch'], is: 'outbound', effect: 'write', dataAt: ['1.payload'], keys: ['1.headers.Idempotency-Key'], partnerAt: ['0', '1.baseUrl', 'creation:0.baseUrl'],
      limits: [{ limits: 'attempt', at: ['1.timeout', 'creation:0.timeout'], default: 'never', offAt: [0], note: 'reading the body has so long once more', see: '@hapi/wreck 18.1.2 (ran)' }], see: '@hapi/wreck 18.1.2',
    },
    {
      call: '*', members: ['put', 'delete'], is: 'outbound', effect: 'idempotent', partnerAt: ['0', '1.baseUrl', 'creation:0.baseUrl'],
      limits: [{ limits: 'attempt', at: ['1.timeout', 'creation:0.timeout'], default: 'never', offAt: [0], note: 'reading the body has so long once more', see: '@hapi/wreck 18.1.2 (ran)' }], see: '@hapi/wreck 18.1.2',
    },
    {
      call: 'request', is: 'outbound', effect: 'method', methodAt: '0', methodDefault: 'GET', dataAt: ['2.payload'], keys: ['2.headers.Idempotency-Key'], partnerAt: ['1', '2.baseUrl', 'creation:0.baseUrl'],
      limits: [{ limits: 'total', at: ['2.timeout', 'creation:0.timeout'], default: 'never', offAt: [0], note: 'until the headers; the body is read by read()', see: '@hapi/wreck 18.1.2 (ran)' }], see: '@hapi/wreck 18.1.2',
    },
  ],
};
