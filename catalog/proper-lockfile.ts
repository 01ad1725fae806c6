import type { Library } from './schema.js';

export const library: Library = {
  package: 'proper-lockfile',
  source: 'proper-lockfile exports',
  checkedOn: ['proper-lockfile@4.1.2', '@types/proper-lockfile@4.1.4'],
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['lockSync', 'unlockSync', 'checkSync'], blocks: 'disk', cost: 'low', instead: 'the asynchronous form', see: 'proper-lockfile' }],
};
