import type { Library } from './schema.js';

export const library: Library = {
  package: 'mkdirp',
  source: 'mkdirp@3.0.1',
  checkedOn: ['mkdirp@3.0.1'],
  same: [
    { path: 'default', is: '' },
    { path: 'mkdirp', is: '' },
  ],
  blocking: [{ calls: ['mkdirpSync', 'sync', 'nativeSync', 'manualSync', 'mkdirpManualSync', 'mkdirpNativeSync'], blocks: 'disk', cost: 'low', instead: 'mkdirp', see: 'mkdirp 3.0.1' }],
};
