import type { Library } from './schema.js';

export const library: Library = {
  package: 'memcached',
  name: 'memcached',
  source: 'memcached@2.2.2 lib/memcached.js; ran',
  checkedOn: ['memcached@2.2.2', '@types/memcached@2.2.10'],
  same: [{ path: 'default', is: '' }],
  callbacks: [
    { call: '().get', callback: '-1', runs: 'now' },
    { call: '().set', callback: '-1', runs: 'now' },
    { call: '().del', callback: '-1', runs: 'now' },
  ],
  resources: [
    {
      create: '', is: 'client', name: 'memcached client', close: [{ call: 'end', awaitable: false, waits: false }], mustClose: true,
      limits: [{ limits: 'size', at: ['1.poolSize'], unit: 'count', default: 10, see: 'memcached 2.2.2' }], see: 'memcached 2.2.2',
    },
  ],
  operations: [
    {
      call: '().*', members: ['get', 'getMulti', 'gets'], is: 'command', effect: 'read',
      limits: [
        { limits: 'connect', at: ['creation:1.timeout'], default: 5000, see: 'memcached 2.2.2 lib/memcached.js: only until the connection stands' },
        { limits: 'total', at: [], default: 'never', note: '`timeout` covers connecting alone, `idle` drops the connection without telling the command', see: 'memcached 2.2.2: pending after 9 s with both at 200 ms (ran)' },
      ],
      see: 'memcached 2.2.2',
    },
    {
      call: '().*', members: ['set', 'add', 'replace', 'del', 'touch'], is: 'command', effect: 'idempotent',
      limits: [{ limits: 'total', at: [], default: 'never', see: 'memcached 2.2.2 (ran)' }], see: 'memcached 2.2.2',
    },
    {
      call: '().*', members: ['incr', 'decr', 'append', 'prepend'], is: 'command', effect: 'write',
      limits: [{ limits: 'total', at: [], default: 'never', see: 'memcached 2.2.2 (ran)' }], see: 'memcached 2.2.2',
    },
  ],
};
