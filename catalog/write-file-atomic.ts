import type { Library } from './schema.js';

export const library: Library = {
  package: 'write-file-atomic',
  source: 'write-file-atomic exports',
  checkedOn: ['write-file-atomic@8.0.0', '@types/write-file-atomic@4.0.3'],
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['sync', 'writeFileSync'], blocks: 'disk', cost: 'high', instead: 'the asynchronous form', see: 'write-file-atomic' }],
};
