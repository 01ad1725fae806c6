import type { Library } from './schema.js';

export const library: Library = {
  package: 'sqs-consumer',
  name: 'sqs-consumer',
  source: 'sqs-consumer@15.0.3 types.d.ts, consumer.js',
  checkedOn: ['sqs-consumer@15.0.3'],
  same: [{ path: 'Consumer()', is: 'Consumer.create()' }],
  types: { Consumer: 'Consumer.create()' },
  callbacks: [{ call: 'Consumer.create().on', callback: '1', runs: 'later' }],
  entryPoints: [
    {
      kind: 'consumer', call: 'Consumer.create', nameAt: '0.queueUrl', handlers: ['0.handleMessage', '0.handleMessageBatch'], answers: false, repeats: 'redelivery',
      see: 'sqs-consumer 15.0.3: at-least-once; undefined does not acknowledge',
    },
    { kind: 'consumer', call: 'Consumer', nameAt: '0.queueUrl', handlers: ['0.handleMessage', '0.handleMessageBatch'], answers: false, repeats: 'redelivery', see: 'sqs-consumer 15.0.3' },
  ],
  resources: [
    {
      create: 'Consumer.create', is: 'consumer', name: 'SQS consumer', close: [{ call: 'stop', awaitable: false, waits: false }], opens: ['start'], mustClose: true,
      see: 'sqs-consumer 15.0.3: stop() does not wait',
    },
  ],
  budgets: [{ call: 'Consumer.create', covers: 'route', limit: { limits: 'total', at: ['0.handleMessageTimeout'], default: 'never', see: 'sqs-consumer 15.0.3' } }],

  remarks: [
    { options: ['waitTimeSeconds'], default: '20', unit: 'SECONDS', says: 'long poll', see: 'sqs-consumer@15.0.3 types.d.ts' },
    { options: ['visibilityTimeout'], default: 'queue\'s', unit: 'SECONDS', says: 'redelivery', see: 'sqs-consumer@15.0.3 types.d.ts' },
    { options: ['heartbeatInterval'], default: 'off', unit: 'SECONDS', says: 'extends visibility', see: 'sqs-consumer@15.0.3 types.d.ts' },
    { options: ['authenticationErrorTimeout', 'pollingWaitTimeMs'], default: '10000 / 0', unit: 'ms', says: 'a time limit', see: 'sqs-consumer@15.0.3 types.d.ts' },
    { options: ['batchSize'], default: '1', unit: 'messages (max 10)', says: 'a threshold', see: 'sqs-consumer@15.0.3 types.d.ts' },
    { says: 'a handler that returns undefined does NOT acknowledge the message (it is redelivered) unless alwaysAcknowledge:true; must return the message', see: 'sqs-consumer@15.0.3 types.d.ts' },
    { says: 'delivery is at-least-once: handler must be idempotent', see: 'sqs-consumer@15.0.3 types.d.ts' },
  ],
};
