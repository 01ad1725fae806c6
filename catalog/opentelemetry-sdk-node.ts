import type { Library } from './schema.js';

export const library: Library = {
  package: '@opentelemetry/sdk-node',
  source: 'package metadata',
  checkedOn: ['@opentelemetry/sdk-node@0.223.0'],
  resources: [
    {
      create: 'NodeSDK', is: 'client', name: 'OpenTelemetry SDK', close: [{ call: 'shutdown', awaitable: true, waits: true }], opens: ['start'], mustClose: true,
      see: '@opentelemetry/sdk-node',
    },
  ],
  provisions: [{ call: 'NodeSDK', is: 'tracer' }],
};
