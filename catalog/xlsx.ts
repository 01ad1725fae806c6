import type { Library } from './schema.js';

export const library: Library = {
  package: 'xlsx',
  source: 'xlsx@0.18.5; measured',
  checkedOn: ['xlsx@0.18.5'],
  same: [{ path: 'default', is: '' }],
  blocking: [
    {
      calls: ['read', 'readFile', 'readFileSync', 'write', 'writeFile', 'writeFileSync', 'writeXLSX', 'utils.sheet_to_json', 'utils.sheet_to_csv'], blocks: 'cpu', cost: 'high',
      instead: 'a worker thread', see: 'xlsx 0.18.5: 527 ms to read 10 000 rows (measured)',
    },
  ],
};
