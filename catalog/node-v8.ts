import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:v8',
  modules: ['v8'],
  source: 'exports of Node 24.21.0',
  same: [{ path: 'default', is: '' }],
  blocking: [
    { calls: ['writeHeapSnapshot', 'getHeapSnapshot'], blocks: 'cpu', cost: 'high', instead: 'node --heapsnapshot-signal, on an instance that takes no requests,', see: 'Node 24.21.0: seconds per GB; in a worker it shows the worker’s heap' },
    { calls: ['queryObjects'], blocks: 'cpu', cost: 'high', see: 'Node 24.21.0: seconds per GB' },
    { calls: ['serialize', 'deserialize'], blocks: 'cpu', cost: 'low', see: 'Node 24.21.0: grows with the value' },
  ],
};
