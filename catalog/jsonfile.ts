import type { Library } from './schema.js';

export const library: Library = {
  package: 'jsonfile',
  source: 'jsonfile exports',
  checkedOn: ['jsonfile@6.2.1', '@types/jsonfile@6.1.4'],
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['readFileSync', 'writeFileSync'], blocks: 'disk', cost: 'high', instead: 'the asynchronous form', see: 'jsonfile' }],
};
