import type { Library } from './schema.js';

export const library: Library = {
  package: 'zx',
  source: 'zx (README)',
  checkedOn: ['zx@8.8.5'],
  blocking: [{ calls: ['$.sync'], blocks: 'process', cost: 'high', instead: '$', see: 'zx' }],
};
