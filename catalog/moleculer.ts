import type { Library } from './schema.js';

export const library: Library = {
  package: 'moleculer',
  name: 'Moleculer',
  source: 'moleculer@0.15.2, 0.14.36 src/service-broker.js',
  checkedOn: ['moleculer@0.15.2'],
  types: { ServiceBroker: 'ServiceBroker()', Context: 'Context()' },
  entryPoints: [
    {
      kind: 'rpc', call: 'ServiceBroker().createService', handlers: ['0.actions.*', '0.actions.*.handler'], parameters: ['Context()'], repeats: 'client', answers: true,
      see: 'moleculer 0.15.2',
    },
    { kind: 'consumer', call: 'ServiceBroker().createService', name: 'event', handlers: ['0.events.*', '0.events.*.handler'], answers: false, repeats: 'redelivery', see: 'moleculer 0.15.2' },
  ],
  resources: [{ create: 'ServiceBroker', is: 'server', name: 'Moleculer broker', close: [{ call: 'stop', awaitable: true, waits: true }], opens: ['start'], mustClose: true, see: 'moleculer 0.15.2' }],
  operations: [
    {
      call: 'ServiceBroker().call', is: 'outbound', effect: 'write',
      limits: [{ limits: 'total', at: ['2.timeout', 'creation:0.requestTimeout'], default: 'never', offAt: [0], see: 'moleculer 0.15.2' }],
      retries: { at: ['2.retries'], counts: 'retries', default: 0, writes: true, delay: { default: 100, factor: 2, cap: 1000 }, see: 'moleculer 0.15.2' }, see: 'moleculer 0.15.2',
    },
    {
      call: 'Context().call', is: 'outbound', effect: 'write',
      limits: [{ limits: 'total', at: ['2.timeout', 'creation:0.requestTimeout'], default: 'never', offAt: [0], see: 'moleculer 0.15.2' }],
      retries: { at: ['2.retries'], counts: 'retries', default: 0, writes: true, delay: { default: 100, factor: 2, cap: 1000 }, see: 'moleculer 0.15.2' }, see: 'moleculer 0.15.2',
    },
  ],
  remarks: [
    { options: ['circuitBreaker'], default: 'off', says: 'once enabled: threshold 0.5, windowTime 60 SECONDS, minRequestCount 20, halfOpenTime 10000 ms', see: 'moleculer@0.14.36 src/service-broker.js' },
    { options: ['bulkhead'], default: 'off', says: 'once enabled: concurrency 10, maxQueueSize 100', see: 'moleculer@0.14.36 src/service-broker.js' },
  ],
};
