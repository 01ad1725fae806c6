import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:v8',
  modules: ['v8'],
  source: 'exports of Node 24.21.0',
  same: [{ path: 'default', is: '' }],
  blocking: [
    { calls: ['writeHeapSnapshot', 'getHeapSnapshot', 'queryObjects'], blocks: 'cpu', cost: 'high', see: 'Node 24.21.0: seconds per GB' },
    { calls: ['serialize', 'deserialize'], blocks: 'cpu', cost: 'low', see: 'Node 24.21.0: grows with the value' },
  ],
};
