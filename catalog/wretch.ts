import type { Library, Limit } from './schema.js';

const HEADERS: Limit = { limits: 'headers', at: [], default: 300000, see: 'wretch 3.0.9: on fetch (ran)' };

export const library: Library = {
  package: 'wretch',
  name: 'wretch',
  modules: ['wretch/middlewares'],
  source: 'wretch@3.0.9, 2.11.1 dist/middlewares/retry.js; ran',
  checkedOn: ['wretch@3.0.9'],
  same: [
    { path: 'default', is: '' },
    { path: '().url()', is: '()' },
    { path: '().headers()', is: '()' },
    { path: '().auth()', is: '()' },
    { path: '().addon()', is: '()' },
    { path: '().middlewares()', is: '()' },
    { path: '().options()', is: '()' },
    { path: '().query()', is: '()' },
    { path: '().json()', is: '()' },
    { path: '().body()', is: '()' },
  ],
  settings: [
    {
      call: '().middlewares', when: { at: '0[]', is: ['retry()'] }, client: 'result:',
      retries: { at: ['0[]|0.maxAttempts'], counts: 'retries', default: 10, endlessWhen: { at: '0[]|0.maxAttempts', is: [0] }, writes: true, sharesTimeout: {}, delay: { at: ['0[]|0.delayTimer'], default: 500, linear: true }, see: 'wretch 3.0.9 dist/middlewares/retry.js: every method; answers that are no client error, failures of the network with retryOnNetworkError; setTimeout and a signal end all attempts (ran)' },
      see: 'wretch 3.0.9 and 2.11.1 dist/middlewares/retry.js (ran)',
    },
  ],
  operations: [
    {
      call: '().*', members: ['get', 'head', 'opts'], is: 'outbound', effect: 'read', partnerAt: ['creation:0'],
      limits: [
        { limits: 'total', at: ['chain:setTimeout:0'], default: 'never', see: 'wretch 3.0.9: needs the abort addon' },
        { limits: 'total', at: ['of:chain:options:0.signal', 'creation:1.signal'], unit: 'signal', default: 'never', see: 'wretch 3.0.9' },
        HEADERS,
      ],
      see: 'wretch 3.0.9',
    },
    {
      call: '().*', members: ['post', 'patch'], is: 'outbound', effect: 'write', partnerAt: ['creation:0'],
      limits: [
        { limits: 'total', at: ['chain:setTimeout:0'], default: 'never', see: 'wretch 3.0.9: needs the abort addon' },
        { limits: 'total', at: ['of:chain:options:0.signal', 'creation:1.signal'], unit: 'signal', default: 'never', see: 'wretch 3.0.9' },
        HEADERS,
      ],
      keys: ['of:chain:headers:0.Idempotency-Key'], see: 'wretch 3.0.9',
    },
    {
      call: '().*', members: ['put', 'delete'], is: 'outbound', effect: 'idempotent', partnerAt: ['creation:0'],
      limits: [
        { limits: 'total', at: ['chain:setTimeout:0'], default: 'never', see: 'wretch 3.0.9: needs the abort addon' },
        { limits: 'total', at: ['of:chain:options:0.signal', 'creation:1.signal'], unit: 'signal', default: 'never', see: 'wretch 3.0.9' },
        HEADERS,
      ],
      see: 'wretch 3.0.9',
    },
  ],
  remarks: [
    { options: ['maxAttempts'], default: 10, says: 'of the retry middleware; 0 tries without end; the pause grows by delayTimer with each attempt', see: 'wretch 3.0.9 dist/middlewares/retry.js' },
    { options: ['retryOnNetworkError'], default: false, says: 'without it a failure of the network is not tried again', see: 'wretch 3.0.9' },
  ],
};
