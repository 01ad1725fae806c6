import type { Library } from './schema.js';

export const library: Library = {
  package: '@opentelemetry/auto-instrumentations-node',
  name: 'OpenTelemetry instrumentations',
  source: 'package metadata',
  remarks: [{ says: 'instruments only what is loaded after it: start it in a file loaded first', see: 'package metadata' }],
};
