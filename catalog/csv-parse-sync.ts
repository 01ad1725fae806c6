import type { Library } from './schema.js';

export const library: Library = {
  package: 'csv-parse/sync',
  modules: ['csv-stringify/sync'],
  source: 'csv-parse@7.0.3 exports',
  checkedOn: ['csv-parse@7.0.3'],
  blocking: [{ calls: ['parse', 'stringify'], blocks: 'cpu', cost: 'low', instead: 'csv-parse', see: 'csv-parse 7.0.3' }],
};
