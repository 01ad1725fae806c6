import type { Library } from './schema.js';

export const library: Library = {
  package: 'proper-lockfile',
  source: 'proper-lockfile exports',
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['lockSync', 'unlockSync', 'checkSync'], blocks: 'disk', cost: 'low', instead: 'the asynchronous form', see: 'proper-lockfile' }],
};
