import type { Library } from './schema.js';

export const library: Library = {
  package: 'cross-spawn',
  source: 'cross-spawn@7.0.6',
  checkedOn: ['cross-spawn@7.0.6', '@types/cross-spawn@6.0.6'],
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['sync', 'spawnSync'], blocks: 'process', cost: 'high', instead: 'spawn', see: 'cross-spawn 7.0.6' }],
};
