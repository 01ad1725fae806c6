import type { Library } from './schema.js';

export const library: Library = {
  package: 'cassandra-driver',
  name: 'Cassandra',
  source: 'cassandra-driver@4.10.0 lib/client-options.js, lib/policies/retry.js; ran',
  checkedOn: ['cassandra-driver@4.10.0'],
  same: [{ path: 'default', is: '' }],
  types: { Client: 'Client()' },
  resources: [
    {
      create: 'Client', is: 'pool', name: 'Cassandra client', close: [{ call: 'shutdown', awaitable: true, waits: false }], mustClose: true,
      limits: [
        { limits: 'acquire-wait', at: [], default: 0, unrun: 'needs a Cassandra', see: 'cassandra-driver 4.10.0 lib/host-connection-pool.js: never waits, fails at once' },
        { limits: 'connect', at: ['0.socketOptions.connectTimeout'], default: 5000, see: 'cassandra-driver 4.10.0' },
      ],
      see: 'cassandra-driver 4.10.0: pools are shut without draining',
    },
  ],
  operations: [
    {
      call: 'Client().*', members: ['execute', 'eachRow', 'stream'], is: 'statement', effect: 'sql', textAt: '0', acquires: 'per-call', overwrites: true,
      limits: [{ limits: 'statement', at: ['2.readTimeout', 'creation:0.socketOptions.readTimeout'], default: 12000, offAt: [0], see: 'cassandra-driver 4.10.0' }],
      retries: { at: [], counts: 'retries', default: 1, writes: true, see: 'cassandra-driver 4.10.0 lib/policies/retry.js: on the next host whatever isIdempotent says' },
      see: 'cassandra-driver 4.10.0: every INSERT is an upsert',
    },
    {
      call: 'Client().batch', is: 'statement', effect: 'idempotent', acquires: 'per-call',
      limits: [{ limits: 'statement', at: ['creation:0.socketOptions.readTimeout'], default: 12000, offAt: [0], see: 'cassandra-driver 4.10.0' }], see: 'cassandra-driver 4.10.0',
    },
  ],

  remarks: [
    { options: ['coreConnectionsPerHost', 'maxRequestsPerConnection'], default: 'maxRequestsPerConnection 2048 (protocol v3+)', says: 'size of the pool', see: 'cassandra-driver@4.10.0' },
    { says: 'isIdempotent defaults to false but the default policy does not look at it', see: 'cassandra-driver@4.10.0' },
    { says: 'client.shutdown() does not wait for work in flight: pools are shut without draining (host.shutdown(false))', see: 'cassandra-driver@4.10.0' },
  ],
};
