import type { Library } from './schema.js';

export const library: Library = {
  package: 'hot-shots',
  source: 'hot-shots@11 README',
  same: [{ path: 'default', is: '' }],
  provisions: [{ call: '', is: 'metrics' }, { call: 'StatsD', is: 'metrics' }],
};
