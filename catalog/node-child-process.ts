import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:child_process',
  modules: ['child_process'],
  name: 'Node child_process',
  source: 'exports of Node 24.21.0, timings measured',
  same: [{ path: 'default', is: '' }],
  callbacks: [
    { call: 'exec', callback: '-1', runs: 'now' },
    { call: 'execFile', callback: '-1', runs: 'now' },
  ],
  blocking: [
    { calls: ['execSync'], blocks: 'process', cost: 'high', instead: 'exec', see: 'Node 24.21.0: the whole run time of the child; no default timeout' },
    { calls: ['execFileSync'], blocks: 'process', cost: 'high', instead: 'execFile', see: 'Node 24.21.0: 12 ms for `true`' },
    { calls: ['spawnSync'], blocks: 'process', cost: 'high', instead: 'spawn', see: 'Node 24.21.0' },
  ],
};
