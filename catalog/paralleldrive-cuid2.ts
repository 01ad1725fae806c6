import type { Library } from './schema.js';

export const library: Library = {
  package: '@paralleldrive/cuid2',
  source: '@paralleldrive/cuid2@2 README',
  checkedOn: ['@paralleldrive/cuid2@3.3.0'],
  same: [{ path: 'default', is: '' }],
  draws: [{ call: 'createId' }, { call: 'init()' }],
};
