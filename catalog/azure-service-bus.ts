import type { Library } from './schema.js';

export const library: Library = {
  package: '@azure/service-bus',
  name: 'Azure Service Bus',
  source: '@azure/service-bus@7.9.5 types/latest/service-bus.d.ts, dist/index.js; @azure/core-amqp@4 dist/commonjs/retry.js, util/constants.js; not run, needs a Service Bus',
  checkedOn: ['@azure/service-bus@7.9.5'],
  types: { ServiceBusClient: 'ServiceBusClient()', ServiceBusSender: 'ServiceBusClient().createSender()', ServiceBusReceiver: 'ServiceBusClient().createReceiver()' },
  entryPoints: [
    {
      kind: 'consumer', call: 'ServiceBusClient().createReceiver().subscribe', nameAt: 'creation:0', handlers: ['0.processMessage'], answers: false, repeats: 'redelivery',
      see: '@azure/service-bus 7.9.5: a message that is not settled comes again',
    },
  ],
  resources: [
    {
      create: 'ServiceBusClient', is: 'client', name: 'Service Bus client', close: [{ call: 'close', awaitable: true, waits: false }], mustClose: true,
      see: '@azure/service-bus 7.9.5: closes its senders and receivers',
    },
  ],
  operations: [
    {
      call: 'ServiceBusClient().createSender().*', members: ['sendMessages', 'scheduleMessages'], is: 'publish', effect: 'write', keys: ['0.messageId', '0[].messageId'],
      limits: [
        { limits: 'total', at: ['1.abortSignal'], unit: 'signal', default: 'never', unrun: 'needs an Azure Service Bus', see: '@azure/service-bus 7.9.5' },
        { limits: 'attempt', at: ['creation:creation:1.retryOptions.timeoutInMs'], default: 60000, unrun: 'needs an Azure Service Bus', see: '@azure/core-amqp 4 util/constants.js' },
      ],
      retries: {
        at: ['creation:creation:1.retryOptions.maxRetries'], counts: 'retries', default: 3, writes: true, unrun: 'needs an Azure Service Bus',
        delay: { at: ['creation:creation:1.retryOptions.retryDelayInMs'], default: 30000 }, see: '@azure/core-amqp 4 dist/commonjs/retry.js: fixed delays',
      },
      see: '@azure/service-bus 7.9.5',
    },
    {
      call: 'ServiceBusClient().createReceiver().*', members: ['completeMessage', 'renewMessageLock', 'deferMessage', 'deadLetterMessage'], is: 'command', effect: 'idempotent',
      limits: [{ limits: 'attempt', at: ['creation:creation:1.retryOptions.timeoutInMs'], default: 60000, unrun: 'needs an Azure Service Bus', see: '@azure/core-amqp 4 util/constants.js' }],
      see: '@azure/service-bus 7.9.5',
    },
  ],
  words: [{ is: 'gives-back', names: ['abandonMessage'], see: '@azure/service-bus 7.9.5' }],
  remarks: [
    { options: ['messageId'], says: 'a key only where the queue or topic was made with requiresDuplicateDetection', see: '@azure/service-bus 7.9.5' },
    { options: ['autoCompleteMessages'], default: true, says: 'a handler that throws gives its message back', see: '@azure/service-bus 7.9.5' },
    { options: ['maxConcurrentCalls'], default: 1, says: 'how many messages are handled at once', see: '@azure/service-bus 7.9.5' },
  ],
};
