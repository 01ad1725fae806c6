import type { Library } from './schema.js';

export const library: Library = {
  package: 'dd-trace',
  source: 'dd-trace@5 documentation',
  checkedOn: ['dd-trace@5.132.0'],
  same: [{ path: 'default', is: '' }],
  provisions: [{ call: 'init', is: 'tracer' }],
};
