import type { Library } from './schema.js';

export const library: Library = {
  package: 'make-dir',
  source: 'make-dir exports',
  checkedOn: ['make-dir@5.1.0', 'make-dir@3.1.0'],
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['makeDirectorySync', 'sync'], blocks: 'disk', cost: 'low', instead: 'the asynchronous form', see: 'make-dir' }],
};
