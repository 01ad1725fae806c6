import type { Library } from './schema.js';

export const library: Library = {
  package: 'pkg-up',
  source: 'pkg-up exports',
  checkedOn: ['pkg-up@5.0.0', 'pkg-up@3.1.0'],
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['pkgUpSync', 'sync'], blocks: 'disk', cost: 'low', instead: 'the asynchronous form', see: 'pkg-up' }],
};
