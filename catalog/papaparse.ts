import type { Library } from './schema.js';

export const library: Library = {
  package: 'papaparse',
  source: 'papaparse@5.7.1 exports',
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['parse', 'unparse'], blocks: 'cpu', cost: 'low', see: 'papaparse 5.7.1' }],
};
