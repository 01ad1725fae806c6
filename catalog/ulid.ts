import type { Library } from './schema.js';

export const library: Library = {
  package: 'ulid',
  source: 'ulid@3.0.2 dist/ulid.d.ts',
  checkedOn: ['ulid@3.0.2', 'ulid@2.3.0'],
  same: [{ path: 'default', is: '' }],
  draws: [{ call: 'ulid' }, { call: 'monotonicFactory()' }, { call: 'factory()' }],
};
