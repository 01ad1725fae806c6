import type { Library } from './schema.js';

export const library: Library = {
  package: 'jszip',
  source: 'jszip@3.10.2; measured',
  checkedOn: ['jszip@3.10.2'],
  remarks: [{ says: 'generateAsync and loadAsync run on the main thread in slices: 8 MiB took 365 ms with stalls of 22 ms', see: 'jszip 3.10.2 (measured)' }],
};
