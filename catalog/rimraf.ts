import type { Library } from './schema.js';

export const library: Library = {
  package: 'rimraf',
  source: 'rimraf@6.1.4',
  checkedOn: ['rimraf@6.1.4'],
  same: [
    { path: 'default', is: '' },
    { path: 'rimraf', is: '' },
  ],
  blocking: [{ calls: ['rimrafSync', 'sync', 'nativeSync', 'manualSync', 'posixSync', 'windowsSync', 'moveRemoveSync'], blocks: 'disk', cost: 'high', instead: 'rimraf', see: 'rimraf 6.1.4' }],
};
