import type { Library } from './schema.js';

export const library: Library = {
  package: 'memjs',
  name: 'memjs',
  source: 'memjs@1.3.2 lib/memjs/memjs.js, server.js; ran',
  checkedOn: ['memjs@1.3.2', '@types/memjs@1.3.3'],
  same: [{ path: 'default', is: '' }, { path: 'Client.create()', is: 'Client()' }],
  types: { Client: 'Client()' },
  resources: [
    {
      create: 'Client.create', is: 'client', name: 'memjs client', mustClose: true, close: [{ call: 'quit', awaitable: false, waits: true }, { call: 'close', awaitable: false, waits: false }],
      see: 'memjs 1.3.2',
    },
  ],
  operations: [
    {
      call: 'Client().get', is: 'command', effect: 'read', limits: [{ limits: 'attempt', at: ['creation:1.timeout'], unit: 's', default: 500, see: 'memjs 1.3.2 server.js: half a second' }],
      retries: { at: ['creation:1.retries'], counts: 'attempts', default: 2, writes: true, delay: { default: 200 }, see: 'memjs 1.3.2 memjs.js' }, see: 'memjs 1.3.2',
    },
    {
      call: 'Client().*', members: ['set', 'add', 'replace', 'delete', 'touch'], is: 'command', effect: 'idempotent', limits: [{ limits: 'attempt', at: ['creation:1.timeout'], unit: 's', default: 500, see: 'memjs 1.3.2 server.js' }],
      retries: { at: ['creation:1.retries'], counts: 'attempts', default: 2, writes: true, delay: { default: 200 }, see: 'memjs 1.3.2 memjs.js' }, see: 'memjs 1.3.2',
    },
    {
      call: 'Client().*', members: ['increment', 'decrement', 'append', 'prepend'], is: 'command', effect: 'write', limits: [{ limits: 'attempt', at: ['creation:1.timeout'], unit: 's', default: 500, see: 'memjs 1.3.2 server.js' }],
      retries: { at: ['creation:1.retries'], counts: 'attempts', default: 2, writes: true, delay: { default: 200 }, see: 'memjs 1.3.2 memjs.js' }, see: 'memjs 1.3.2',
    },
  ],
};
