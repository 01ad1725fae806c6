import type { Library } from './schema.js';

export const library: Library = {
  package: 'jsonfile',
  source: 'jsonfile exports',
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['readFileSync', 'writeFileSync'], blocks: 'disk', cost: 'high', instead: 'the asynchronous form', see: 'jsonfile' }],
};
