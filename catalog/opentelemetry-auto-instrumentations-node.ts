import type { Library } from './schema.js';

export const library: Library = {
  package: '@opentelemetry/auto-instrumentations-node',
  name: 'OpenTelemetry instrumentations',
  source: 'package metadata',
  checkedOn: ['@opentelemetry/auto-instrumentations-node@0.82.0'],
  remarks: [{ says: 'instruments only what is loaded after it: start it in a file loaded first', see: 'package metadata' }],
};
