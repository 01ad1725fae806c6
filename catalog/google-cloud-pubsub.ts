import type { Library } from './schema.js';

export const library: Library = {
  package: '@google-cloud/pubsub',
  name: 'Google Pub/Sub',
  source: '@google-cloud/pubsub@5.3.1 build/src/subscriber.js, publisher_client_config.json; google-gax@6.17.0',
  checkedOn: ['@google-cloud/pubsub@5.3.1'],
  types: { PubSub: 'PubSub()', Topic: 'PubSub().topic()', Subscription: 'PubSub().subscription()' },
  entryPoints: [
    {
      kind: 'consumer', call: 'PubSub().subscription().on', when: { at: '0', is: ['message'] }, nameAt: 'creation:0', handlers: ['1'], answers: false, repeats: 'redelivery',
      see: '@google-cloud/pubsub 5.3.1: at-least-once',
    },
    {
      kind: 'consumer', call: 'PubSub().topic().subscription().on', when: { at: '0', is: ['message'] }, nameAt: 'creation:0', handlers: ['1'], answers: false, repeats: 'redelivery',
      see: '@google-cloud/pubsub 5.3.1',
    },
  ],
  resources: [
    {
      create: 'PubSub().subscription', is: 'consumer', name: 'Pub/Sub subscription', close: [{ call: 'close', awaitable: true, waits: false }], mustClose: true,
      see: '@google-cloud/pubsub 5.3.1: close() does not wait for running handlers by default',
    },
    { create: 'PubSub', is: 'client', name: 'Pub/Sub client', close: [{ call: 'close', awaitable: true, waits: false }], see: '@google-cloud/pubsub 5.3.1' },
  ],
  operations: [
    {
      call: 'PubSub().topic().*', members: ['publishMessage', 'publish', 'publishJSON'], is: 'publish', effect: 'write',
      limits: [{ limits: 'total', at: ['creation:1.gaxOpts.timeout'], default: 600000, see: '@google-cloud/pubsub 5.3.1: total_timeout of its service config' }],
      retries: { at: [], counts: 'retries', default: 'Infinity', unrun: 'needs a Pub/Sub or its emulator', writes: true, delay: { default: 100, factor: 4, cap: 60000 }, see: '@google-cloud/pubsub 5.3.1: listed codes until 600 s' },
      see: '@google-cloud/pubsub 5.3.1',
    },
  ],

  remarks: [
    { default: '30000 (CallSettings) or per-method service config', unit: 'ms', says: 'whole call / per RPC', see: 'google-gax@6.17.0 build/src/gax.js' },
  ],
};
