import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:fs/promises',
  modules: ['fs/promises'],
  source: 'exports of Node 24.21.0',
  same: [{ path: 'default', is: '' }],
};
