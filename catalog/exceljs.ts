import type { Library } from './schema.js';

export const library: Library = {
  package: 'exceljs',
  source: 'exceljs@4.4.0; measured',
  checkedOn: ['exceljs@4.4.0'],
  same: [{ path: 'default', is: '' }],
  types: { Workbook: 'Workbook()' },
  blocking: [
    {
      calls: ['Workbook().xlsx.writeBuffer', 'Workbook().xlsx.load', 'Workbook().xlsx.write', 'Workbook().xlsx.writeFile', 'Workbook().xlsx.readFile', 'Workbook().xlsx.read'],
      blocks: 'cpu', cost: 'high', instead: 'stream.xlsx or a worker thread', see: 'exceljs 4.4.0: stalls 674 ms for 5000 x 10 although it gives a promise (measured)',
    },
  ],
};
