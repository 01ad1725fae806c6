import type { Library } from './schema.js';

export const library: Library = {
  package: 'ulid',
  source: 'ulid@3.0.2 dist/ulid.d.ts',
  same: [{ path: 'default', is: '' }],
  draws: [{ call: 'ulid' }, { call: 'monotonicFactory()' }, { call: 'factory()' }],
};
