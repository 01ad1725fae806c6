import type { Library } from './schema.js';

export const library: Library = {
  package: 'deasync-promise',
  source: 'deasync-promise (README)',
  checkedOn: ['deasync-promise@1.0.1'],
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: [''], blocks: 'wait', cost: 'high', instead: 'await', see: 'deasync-promise' }],
};
