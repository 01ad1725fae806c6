import type { Library } from './schema.js';

export const library: Library = {
  package: 'nats',
  modules: ['@nats-io/transport-node', '@nats-io/nats-core', '@nats-io/jetstream'],
  name: 'NATS',
  source: 'nats@2.29.3; @nats-io/transport-node@3.4.0; ran against nats-server 2.9.10',
  checkedOn: ['nats@2.29.3', '@nats-io/jetstream@3.4.0', '@nats-io/nats-core@3.4.0', '@nats-io/transport-node@3.4.0'],
  types: { NatsConnection: 'connect()', JetStreamClient: 'connect().jetstream()' },
  entryPoints: [
    { kind: 'consumer', call: 'connect().subscribe', nameAt: '0', handlers: ['1.callback'], answers: false, repeats: 'never', see: 'nats 2.29.3' },
    {
      kind: 'consumer', call: 'connect().jetstream().consumers.get().consume', name: 'JetStream consumer', handlers: ['0.callback'], answers: false, repeats: 'redelivery',
      see: 'nats 2.29.3',
    },
  ],
  resources: [
    {
      create: 'connect', is: 'client', name: 'NATS connection', close: [{ call: 'drain', awaitable: true, waits: false }, { call: 'close', awaitable: true, waits: false }],
      mustClose: true, limits: [{ limits: 'connect', at: ['0.timeout'], default: 20000, see: 'nats 2.29.3: 20.0 s (ran)' }],
      see: 'nats 2.29.3: drain() does not wait for a consumer loop (ran)',
    },
  ],
  operations: [
    { call: 'connect().publish', is: 'publish', effect: 'write', limits: [{ limits: 'total', at: [], default: 0, see: 'nats 2.29.3' }], see: 'nats 2.29.3: fire and forget' },
    { call: 'connect().request', is: 'outbound', effect: 'write', limits: [{ limits: 'total', at: ['2.timeout'], default: 1000, see: 'nats 2.29.3 (ran)' }], see: 'nats 2.29.3' },
    {
      call: 'connect().jetstream().publish', is: 'publish', effect: 'write', keys: ['2.msgID'],
      limits: [{ limits: 'total', at: ['2.timeout', 'creation:0.timeout'], default: 5000, see: 'nats 2.29.3' }], see: 'nats 2.29.3',
    },
    { call: 'connect().flush', is: 'publish', effect: 'none', limits: [{ limits: 'total', at: [], default: 'never', see: 'nats 2.29.3' }], see: 'nats 2.29.3' },
  ],

  remarks: [
    { says: 'set maxReconnectAttempts:-1 or exit on nc.closed(): otherwise the process lives on with a dead client', see: 'nats@2.29.3' },
    { says: 'nc.close() does not wait for work in flight: pending requests reject', see: 'nats@2.29.3' },
  ],
};
