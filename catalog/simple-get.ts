import type { Library, Limit } from './schema.js';

const limits: readonly Limit[] = [{ limits: 'idle', at: ['0.timeout'], default: 5000, note: 'silence of the connection: an answer that trickles outlives it', see: 'simple-get 4.0.1 index.js: the 5 s of the shared agent since Node 20, an agent of its own has none (ran)' }];

export const library: Library = {
  package: 'simple-get',
  source: 'simple-get@4.0.1 index.js; ran',
  checkedOn: ['simple-get@4.0.1', '@types/simple-get@4.0.3'],
  same: [{ path: 'default', is: '' }],
  callbacks: [{ call: '', callback: '1', runs: 'now' }, { call: '*', callback: '1', runs: 'now' }],
  operations: [
    { call: '', is: 'outbound', effect: 'method', methodAt: '0.method', methodDefault: 'GET', partnerAt: ['0.url', '0'], limits, see: 'simple-get 4.0.1: nothing is retried' },
    { call: 'concat', is: 'outbound', effect: 'method', methodAt: '0.method', methodDefault: 'GET', partnerAt: ['0.url', '0'], limits, see: 'simple-get 4.0.1' },
    { call: '*', members: ['get', 'head'], is: 'outbound', effect: 'read', partnerAt: ['0.url', '0'], limits, see: 'simple-get 4.0.1' },
    { call: '*', members: ['put', 'delete'], is: 'outbound', effect: 'idempotent', partnerAt: ['0.url', '0'], limits, see: 'simple-get 4.0.1' },
    { call: '*', members: ['post', 'patch'], is: 'outbound', effect: 'write', partnerAt: ['0.url', '0'], keys: ['0.headers.Idempotency-Key', '0.headers.idempotency-key'], dataAt: ['0.body'], limits, see: 'simple-get 4.0.1' },
  ],
};
