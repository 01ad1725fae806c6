import type { Library } from './schema.js';

export const library: Library = {
  package: 'elastic-apm-node',
  source: 'elastic-apm-node@4 documentation',
  same: [{ path: 'default', is: '' }],
  provisions: [{ call: 'start', is: 'tracer' }],
};
