import type { Library } from './schema.js';

export const library: Library = {
  package: 'tmp',
  source: 'tmp exports',
  checkedOn: ['tmp@0.2.7', '@types/tmp@0.2.6'],
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['dirSync', 'fileSync', 'tmpNameSync'], blocks: 'disk', cost: 'high', instead: 'the asynchronous form', see: 'tmp' }],
};
