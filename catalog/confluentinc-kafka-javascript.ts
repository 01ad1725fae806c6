import type { Library } from './schema.js';

export const library: Library = {
  package: '@confluentinc/kafka-javascript',
  name: 'Confluent Kafka',
  source: '@confluentinc/kafka-javascript@1.10.1 lib/kafkajs/_producer.js, MIGRATION.md',
  checkedOn: ['@confluentinc/kafka-javascript@1.10.1'],
  same: [
    { path: 'default', is: '' },
    { path: 'KafkaJS.Kafka', is: 'Kafka' },
  ],
  entryPoints: [
    {
      kind: 'consumer', call: 'Kafka().consumer().run', name: 'Kafka consumer', nameAt: 'of:chain:subscribe:0.topic', handlers: ['0.eachMessage', '0.eachBatch'], answers: false,
      repeats: 'redelivery', see: '@confluentinc/kafka-javascript 1.10.1',
    },
  ],
  resources: [
    {
      create: 'Kafka().producer', is: 'producer', name: 'Kafka producer', close: [{ call: 'disconnect', awaitable: true, waits: true }], mustClose: true,
      see: '@confluentinc/kafka-javascript 1.10.1: up to 5000 ms',
    },
    {
      create: 'Kafka().consumer', is: 'consumer', name: 'Kafka consumer', close: [{ call: 'disconnect', awaitable: true, waits: true }], mustClose: true, opens: ['run'],
      see: '@confluentinc/kafka-javascript 1.10.1',
    },
  ],
  operations: [
    {
      call: 'Kafka().producer().*', members: ['send', 'sendBatch'], is: 'publish', effect: 'write',
      limits: [{ limits: 'attempt', at: ['creation:0.kafkaJS.requestTimeout', 'creation:creation:0.kafkaJS.requestTimeout'], default: 30000, unrun: 'needs its native part and a Kafka broker', see: '@confluentinc/kafka-javascript 1.10.1' }],
      retries: { at: ['creation:0.kafkaJS.retry.retries', 'creation:creation:0.kafkaJS.retry.retries'], counts: 'retries', default: 5, unrun: 'needs its native part and a Kafka broker', writes: true, see: '@confluentinc/kafka-javascript 1.10.1' },
      see: '@confluentinc/kafka-javascript 1.10.1',
    },
  ],

  remarks: [
    { says: 'kafkaJS.requestTimeout: enforceRequestTimeout:false only raises it to 300000', see: '@confluentinc/kafka-javascript@1.10.1 (source and MIGRATION.md only, not run)' },
    { says: 'acks, compression and timeout are producer-level, not per send', see: '@confluentinc/kafka-javascript@1.10.1 (source and MIGRATION.md only, not run)' },
    { says: 'disconnect() while connecting is not handled', see: '@confluentinc/kafka-javascript@1.10.1 (source and MIGRATION.md only, not run)' },
  ],
};
