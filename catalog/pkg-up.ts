import type { Library } from './schema.js';

export const library: Library = {
  package: 'pkg-up',
  source: 'pkg-up exports',
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['pkgUpSync', 'sync'], blocks: 'disk', cost: 'low', instead: 'the asynchronous form', see: 'pkg-up' }],
};
