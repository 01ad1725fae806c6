import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:vm',
  modules: ['vm'],
  source: 'exports of Node 24.21.0',
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['runInThisContext', 'runInNewContext', 'runInContext'], blocks: 'cpu', cost: 'low', see: 'Node 24.21.0' }],
};
