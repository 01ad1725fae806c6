import type { Library } from './schema.js';

export const library: Library = {
  package: 'kafkajs',
  name: 'KafkaJS',
  source: 'kafkajs@2.2.4 src/index.js, src/retry/defaults.js, src/producer, src/consumer',
  checkedOn: ['kafkajs@2.2.4'],

  types: { Kafka: 'Kafka()', Producer: 'Kafka().producer()', Consumer: 'Kafka().consumer()', Admin: 'Kafka().admin()' },
  same: [{ path: 'default', is: '' }],
  callbacks: [{ call: 'Kafka().consumer().on', callback: '1', runs: 'later' }],

  entryPoints: [
    {
      kind: 'consumer', call: 'Kafka().consumer().run', nameAt: 'of:chain:subscribe:0.*', name: 'Kafka consumer', handlers: ['0.eachMessage', '0.eachBatch'], answers: false, repeats: 'redelivery',
      see: 'kafkajs 2.2.4: a throwing handler is retried 5 times, then the consumer restarts',
    },
  ],

  provisions: [
    { call: 'Kafka().consumer().run', is: 'concurrency', covers: 'consumer', atOnce: { limits: 'size', at: ['0.partitionsConsumedConcurrently'], unit: 'count', default: 1, see: 'kafkajs 2.2.4 src/consumer' } },
  ],

  resources: [
    {
      create: 'Kafka().producer', is: 'producer', name: 'Kafka producer', mustClose: true, opens: ['connect'],
      close: [{ call: 'disconnect', awaitable: true, waits: true }], see: 'kafkajs 2.2.4 src/network/connection.js: pending requests are awaited',
    },
    {
      create: 'Kafka().consumer', is: 'consumer', name: 'Kafka consumer', mustClose: true, opens: ['run'],
      close: [{ call: 'disconnect', awaitable: true, waits: true }, { call: 'stop', awaitable: true, waits: true }], see: 'kafkajs 2.2.4 runner.js: waits for the running handler',
    },
    {
      create: 'Kafka().admin', is: 'client', name: 'Kafka admin client', mustClose: true, opens: ['connect'], close: [{ call: 'disconnect', awaitable: true, waits: true }],
      see: 'kafkajs 2.2.4: no connection before connect()',
    },
  ],

  operations: [
    {
      call: 'Kafka().producer().*', members: ['send', 'sendBatch'], is: 'publish', effect: 'write', keys: ['0.messages[].headers.Idempotency-Key', '0.messages[].headers.messageId'], dataAt: ['0.messages[].value', '0.messages[].headers', '0.topicMessages[].messages[].value'],
      limits: [
        { limits: 'attempt', at: ['creation:creation:0.requestTimeout'], default: 30000, offAt: [0], note: 'of one request to a broker', see: 'kafkajs 2.2.4; 30.0 s a try (ran)' },
        { limits: 'connect', at: ['creation:creation:0.connectionTimeout'], default: 1000, see: 'kafkajs 2.2.4' },
      ],
      retries: {
        at: ['creation:0.retry.retries', 'creation:creation:0.retry.retries'], counts: 'retries', default: 5, writes: true, writesUnless: { at: 'creation:0.idempotent', is: [true] },
        delay: { at: ['creation:0.retry.initialRetryTime', 'creation:creation:0.retry.initialRetryTime'], default: 300, factor: 2, cap: 30000, jitter: true, capAt: ['creation:0.retry.maxRetryTime', 'creation:creation:0.retry.maxRetryTime'] }, see: 'kafkajs 2.2.4 src/retry/defaults.js',
      },
      see: 'kafkajs 2.2.4',
    },
    {
      call: 'Kafka().producer().transaction().*', members: ['send', 'sendBatch', 'sendOffsets', 'commit', 'abort'], is: 'publish', effect: 'write',
      limits: [{ limits: 'attempt', at: ['creation:creation:creation:0.requestTimeout'], default: 30000, see: 'kafkajs 2.2.4' }],
      see: 'kafkajs 2.2.4',
    },
    {
      call: 'Kafka().*().connect', is: 'command', effect: 'none',
      limits: [{ limits: 'attempt', at: ['creation:creation:0.connectionTimeout'], default: 1000, see: 'kafkajs 2.2.4; 9.1 s for a refused broker (ran)' }],
      retries: { at: ['creation:0.retry.retries', 'creation:creation:0.retry.retries'], counts: 'retries', default: 5, writes: true, delay: { default: 300, factor: 2, cap: 30000, jitter: true }, see: 'kafkajs 2.2.4' },
      see: 'kafkajs 2.2.4',
    },
    {
      call: 'Kafka().admin().*', members: ['createTopics', 'deleteTopics', 'listTopics', 'fetchTopicMetadata', 'fetchOffsets', 'describeCluster', 'createPartitions'], is: 'command', effect: 'idempotent',
      limits: [{ limits: 'attempt', at: ['creation:creation:0.requestTimeout'], default: 30000, see: 'kafkajs 2.2.4' }],
      see: 'kafkajs 2.2.4',
    },
  ],

  remarks: [
    { options: ['maxWaitTimeInMs'], default: 5000, unit: 'ms', says: 'how long a fetch may wait for messages at the broker; no limit of the handler', see: 'kafkajs@2.2.4 src/consumer' },
    { says: 'autoCommit true by default: offsets of messages resolved before a crash are committed; a throwing eachMessage is retried 5x then the consumer crashes/restarts -> duplicates', see: 'kafkajs@2.2.4 src/index.js' },
    { says: 'acks:0 means no response at all', see: 'kafkajs@2.2.4 src/index.js' },
    { says: 'autoCommit true: a handler that throws is retried and then the consumer restarts (at-least-once)', see: 'kafkajs@2.2.4' },
    { says: 'send() on an unconnected producer rejects at once', see: 'kafkajs@2.2.4' },
    { says: 'sessionTimeout 30000 ms, heartbeat 3000 ms: a handler longer than the session timeout causes rebalance', see: 'kafkajs@2.2.4' },
  ],
};
