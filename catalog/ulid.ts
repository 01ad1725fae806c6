import type { Library } from './schema.js';

export const library: Library = {
  package: 'ulid',
  source: 'ulid@2 README',
  same: [{ path: 'default', is: '' }],
  draws: [{ call: 'ulid' }, { call: 'monotonicFactory()' }, { call: 'ulidFactory()' }],
};
