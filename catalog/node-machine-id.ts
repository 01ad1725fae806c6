import type { Library } from './schema.js';

export const library: Library = {
  package: 'node-machine-id',
  source: 'node-machine-id@1.1.12 exports',
  checkedOn: ['node-machine-id@1.1.12'],
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['machineIdSync'], blocks: 'process', cost: 'high', instead: 'machineId', see: 'node-machine-id 1.1.12: spawns a command' }],
};
