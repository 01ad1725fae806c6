import type { Library } from './schema.js';

export const library: Library = {
  package: 'xior',
  source: 'xior@0.8.5 README.md, dist/index-node.js; ran',
  checkedOn: ['xior@0.8.5'],
  same: [{ path: 'default', is: '' }, { path: 'create()', is: 'Xior()' }],
  types: { XiorInstance: 'Xior()' },
  shown: [
    { shows: ['total never'], call: 'get', given: [['$url']], server: 'trickling' },
    { shows: ['attempt never'], call: 'create().get', given: [[{ baseURL: '$url' }], ['/orders']], server: 'trickling' },
    { shows: ['headers 300000'], call: 'get', given: [['$url']] },
    { shows: ['retries 0'], call: 'Xior().post', given: [[{ baseURL: '$url' }], ['/orders', { a: 1 }]] },
  ],
  operations: [
    {
      call: '*', members: ['get', 'head', 'options'], is: 'outbound', effect: 'read', partnerAt: ['0'],
      limits: [
        { limits: 'total', at: ['1.signal'], unit: 'signal', default: 'never', see: 'xior 0.8.5 (ran)' }, { limits: 'attempt', at: ['1.timeout'], default: 'never', offAt: [0], see: 'xior 0.8.5 (ran)' },
        { limits: 'headers', at: [], default: 300000, see: 'that of fetch (ran)' },
      ],
      retries: { at: [], counts: 'retries', default: 0, writes: false, see: 'xior 0.8.5 (ran)' }, see: 'xior 0.8.5',
    },
    {
      call: 'Xior().*', members: ['get', 'head', 'options'], is: 'outbound', effect: 'read', partnerAt: ['creation:0.baseURL', '0'],
      limits: [
        { limits: 'total', at: ['1.signal', 'creation:0.signal'], unit: 'signal', default: 'never', see: 'xior 0.8.5 (ran)' },
        { limits: 'attempt', at: ['1.timeout', 'creation:0.timeout'], default: 'never', offAt: [0], see: 'xior 0.8.5 (ran)' },
      ],
      see: 'xior 0.8.5',
    },
    {
      call: 'Xior().*', members: ['post', 'patch'], is: 'outbound', effect: 'write', partnerAt: ['creation:0.baseURL', '0'], dataAt: ['1'], keys: ['2.headers.Idempotency-Key'],
      limits: [
        { limits: 'total', at: ['2.signal', 'creation:0.signal'], unit: 'signal', default: 'never', see: 'xior 0.8.5 (ran)' },
        { limits: 'attempt', at: ['2.timeout', 'creation:0.timeout'], default: 'never', offAt: [0], see: 'xior 0.8.5 (ran)' },
      ],
      see: 'xior 0.8.5',
    },
  ],
  remarks: [{ options: ['retryTimes'], default: 2, says: 'how often the plugin xior/plugins/error-retry tries a GET again', see: 'xior@0.8.5 plugins/error-retry.d.ts' }],
};
