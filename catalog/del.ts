import type { Library } from './schema.js';

export const library: Library = {
  package: 'del',
  source: 'del@9.0.1',
  checkedOn: ['del@9.0.1', 'del@6.1.1'],
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['deleteSync', 'sync'], blocks: 'disk', cost: 'high', instead: 'deleteAsync', see: 'del 9.0.1' }],
};
