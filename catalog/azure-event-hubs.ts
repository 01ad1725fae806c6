import type { Library, Limit, RetryRow } from './schema.js';

const SEE = '@azure/event-hubs 6.0.4';
const UNRUN = 'needs an Azure Event Hub';
// new EventHubProducerClient(connection string, hub?, credential?, options).
const limits: readonly Limit[] = [
  { limits: 'total', at: ['1.abortSignal'], unit: 'signal', default: 'never', unrun: UNRUN, see: SEE },
  { limits: 'attempt', at: ['creation:1.retryOptions.timeoutInMs', 'creation:2.retryOptions.timeoutInMs', 'creation:3.retryOptions.timeoutInMs'], default: 60000, unrun: UNRUN, see: '@azure/core-amqp 4.3.2 dist/commonjs/util/constants.js' },
];
const retries: RetryRow = {
  at: ['creation:1.retryOptions.maxRetries', 'creation:2.retryOptions.maxRetries', 'creation:3.retryOptions.maxRetries'], counts: 'retries', default: 3, writes: true, unrun: UNRUN,
  delay: { at: ['creation:1.retryOptions.retryDelayInMs', 'creation:2.retryOptions.retryDelayInMs', 'creation:3.retryOptions.retryDelayInMs'], default: 30000 }, see: '@azure/core-amqp 4.3.2 dist/commonjs/retry.js: fixed delays',
};

export const library: Library = {
  package: '@azure/event-hubs',
  name: 'Azure Event Hubs',
  source: '@azure/event-hubs@6.0.4 dist/commonjs/eventHubSender.js, @azure/core-amqp@4.3.2; not run, needs an Event Hub',
  checkedOn: ['@azure/event-hubs@6.0.4'],
  types: { EventHubProducerClient: 'EventHubProducerClient()', EventHubBufferedProducerClient: 'EventHubBufferedProducerClient()', EventHubConsumerClient: 'EventHubConsumerClient()' },
  entryPoints: [
    {
      kind: 'consumer', call: 'EventHubConsumerClient().subscribe', name: 'events', handlers: ['0.processEvents', '1.processEvents'], answers: false, repeats: 'redelivery',
      see: '@azure/event-hubs 6.0.4: events after the last checkpoint come again',
    },
  ],
  resources: [
    { create: 'EventHubProducerClient', is: 'producer', name: 'Event Hubs producer', close: [{ call: 'close', awaitable: true, waits: false }], mustClose: true, see: SEE },
    {
      create: 'EventHubBufferedProducerClient', is: 'producer', name: 'Event Hubs producer', close: [{ call: 'close', awaitable: true, waits: true }], mustClose: true, gathers: true,
      see: '@azure/event-hubs 6.0.4: close() sends what was gathered, unless it is given { flush: false }',
    },
    { create: 'EventHubConsumerClient', is: 'consumer', name: 'Event Hubs consumer', close: [{ call: 'close', awaitable: true, waits: false }], mustClose: true, see: SEE },
  ],
  operations: [
    { call: 'EventHubProducerClient().sendBatch', is: 'publish', effect: 'write', dataAt: ['0'], limits, retries, see: '@azure/event-hubs 6.0.4: no key, a batch that is sent again is there twice' },
    { call: 'EventHubProducerClient().createBatch', is: 'command', effect: 'read', limits: [{ limits: 'total', at: ['0.abortSignal'], unit: 'signal', default: 'never', unrun: UNRUN, see: SEE }], see: '@azure/event-hubs 6.0.4: asks the hub for its largest message' },
    { call: 'EventHubBufferedProducerClient().flush', is: 'publish', effect: 'write', limits: [{ limits: 'total', at: ['0.abortSignal'], unit: 'signal', default: 'never', unrun: UNRUN, see: SEE }], see: SEE },
  ],
  remarks: [{ options: ['onSendEventsErrorHandler'], says: 'of the buffered producer: what could not be sent is told to it alone', see: SEE }],
};
