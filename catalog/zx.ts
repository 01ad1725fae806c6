import type { Library } from './schema.js';

export const library: Library = {
  package: 'zx',
  source: 'zx (README)',
  blocking: [{ calls: ['$.sync'], blocks: 'process', cost: 'high', instead: '$', see: 'zx' }],
};
