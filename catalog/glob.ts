import type { Library } from './schema.js';

export const library: Library = {
  package: 'glob',
  source: 'glob@14.0.6 exports',
  checkedOn: ['glob@14.0.6'],
  same: [{ path: 'default', is: '' }],
  blocking: [
    {
      calls: ['globSync', 'sync', 'glob.sync', 'globIterateSync', 'globStreamSync', 'streamSync', 'iterateSync'], blocks: 'disk', cost: 'high', instead: 'the asynchronous form',
      see: 'glob@14.0.6',
    },
  ],
};
