import type { Library } from './schema.js';

export const library: Library = {
  package: 'memcached',
  modules: ['memjs'],
  name: 'memcached',
  source: 'memcached@2.2.2 (README)',
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
        { limits: 'idle', at: ['creation:1.timeout'], default: 5000, note: 'socket inactivity', see: 'memcached 2.2.2' },
        { limits: 'total', at: ['creation:1.timeout'], default: 5000, see: 'memcached 2.2.2' },
      ],
      see: 'memcached 2.2.2',
    },
    {
      call: '().*', members: ['set', 'add', 'replace', 'del', 'touch'], is: 'command', effect: 'idempotent',
      limits: [{ limits: 'total', at: ['creation:1.timeout'], default: 5000, see: 'memcached 2.2.2' }], see: 'memcached 2.2.2',
    },
    {
      call: '().*', members: ['incr', 'decr', 'append', 'prepend'], is: 'command', effect: 'write',
      limits: [{ limits: 'total', at: ['creation:1.timeout'], default: 5000, see: 'memcached 2.2.2' }], see: 'memcached 2.2.2',
    },
  ],
};
