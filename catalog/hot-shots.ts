import type { Library } from './schema.js';

export const library: Library = {
  package: 'hot-shots',
  source: 'hot-shots@11 README',
  checkedOn: ['hot-shots@17.1.1'],
  same: [{ path: 'default', is: '' }],
  provisions: [{ call: '', is: 'metrics' }, { call: 'StatsD', is: 'metrics' }],
};
