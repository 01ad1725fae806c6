import type { Library } from './schema.js';

export const library: Library = {
  package: 'tmp',
  source: 'tmp exports',
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['dirSync', 'fileSync', 'tmpNameSync'], blocks: 'disk', cost: 'high', instead: 'the asynchronous form', see: 'tmp' }],
};
