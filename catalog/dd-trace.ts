import type { Library } from './schema.js';

export const library: Library = {
  package: 'dd-trace',
  source: 'dd-trace@5 documentation',
  same: [{ path: 'default', is: '' }],
  provisions: [{ call: 'init', is: 'tracer' }],
};
