import type { Library } from './schema.js';

export const library: Library = {
  package: 'papaparse',
  source: 'papaparse@5.7.1 exports',
  checkedOn: ['papaparse@5.7.1', '@types/papaparse@5.5.2'],
  same: [{ path: 'default', is: '' }],
  // `parse` of a stream or with a worker does not block, and which it is stands in the value.
  blocking: [{ calls: ['unparse'], blocks: 'cpu', cost: 'low', see: 'papaparse 5.7.1' }],
};
