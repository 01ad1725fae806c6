import type { Library } from './schema.js';

export const library: Library = {
  package: 'superagent',
  name: 'superagent',
  source: 'superagent@10.4.2 lib/request-base.js; ran',
  checkedOn: ['superagent@10.4.2', '@types/superagent@8.1.11'],
  same: [
    { path: 'default', is: '' },
    { path: 'agent()', is: '' },
    { path: 'get().*()', is: 'get()' },
    { path: 'post().*()', is: 'post()' },
    { path: 'put().*()', is: 'put()' },
    { path: 'patch().*()', is: 'patch()' },
    { path: 'delete().*()', is: 'delete()' },
    { path: 'del().*()', is: 'del()' },
    { path: 'head().*()', is: 'head()' },
  ],
  sentBy: ['end', 'pipe'],
  operations: [
    {
      call: '*', members: ['get', 'head'], is: 'outbound', effect: 'read', lazy: true,
      limits: [
        { limits: 'total', at: ['chain:timeout:0.deadline', 'chain:timeout:0'], default: 'never', offAt: [0], see: 'superagent 10.4.2: pending after 640 s (ran)' },
        { limits: 'attempt', at: ['chain:timeout:0.response'], default: 'never', note: 'until the first byte; the body is unbounded', see: 'superagent 10.4.2 (ran)' },
      ],
      retries: { at: ['chain:retry:0'], counts: 'retries', bare: 1, default: 0, writes: true, delay: { default: 0 }, see: 'superagent 10.4.2: every method; .retry() alone is 1 (ran)' },
      partnerAt: ['0'], see: 'superagent 10.4.2',
    },
    {
      call: '*', members: ['put', 'delete', 'del'], is: 'outbound', effect: 'idempotent', lazy: true,
      limits: [
        { limits: 'total', at: ['chain:timeout:0.deadline', 'chain:timeout:0'], default: 'never', offAt: [0], see: 'superagent 10.4.2: pending after 640 s (ran)' },
        { limits: 'attempt', at: ['chain:timeout:0.response'], default: 'never', note: 'until the first byte; the body is unbounded', see: 'superagent 10.4.2 (ran)' },
      ],
      retries: { at: ['chain:retry:0'], counts: 'retries', bare: 1, default: 0, writes: true, delay: { default: 0 }, see: 'superagent 10.4.2: every method; .retry() alone is 1 (ran)' },
      partnerAt: ['0'], see: 'superagent 10.4.2',
    },
    {
      call: '*', members: ['post', 'patch'], is: 'outbound', effect: 'write', lazy: true,
      limits: [
        { limits: 'total', at: ['chain:timeout:0.deadline', 'chain:timeout:0'], default: 'never', offAt: [0], see: 'superagent 10.4.2: pending after 640 s (ran)' },
        { limits: 'attempt', at: ['chain:timeout:0.response'], default: 'never', note: 'until the first byte; the body is unbounded', see: 'superagent 10.4.2 (ran)' },
      ],
      retries: { at: ['chain:retry:0'], counts: 'retries', bare: 1, default: 0, writes: true, delay: { default: 0 }, see: 'superagent 10.4.2: every method; .retry() alone is 1 (ran)' },
      partnerAt: ['0'], keys: ['chain:set:0.Idempotency-Key'], see: 'superagent 10.4.2',
    },
  ],

  remarks: [
    { default: 'none', unit: 'ms', says: 'upload inactivity', see: 'superagent@10.4.2 lib/request-base.js' },
  ],
};
