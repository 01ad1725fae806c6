import type { Library } from './schema.js';

export const library: Library = {
  package: 'fast-glob',
  source: 'fast-glob@3.3.3 exports',
  checkedOn: ['fast-glob@3.3.3'],
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['sync', 'globSync'], blocks: 'disk', cost: 'high', instead: 'the asynchronous form', see: 'fast-glob@3.3.3' }],
};
