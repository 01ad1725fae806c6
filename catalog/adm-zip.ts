import type { Library } from './schema.js';

export const library: Library = {
  package: 'adm-zip',
  source: 'adm-zip@0.6.1; measured',
  checkedOn: ['adm-zip@0.6.1', '@types/adm-zip@0.5.8'],
  same: [{ path: 'default', is: '' }],
  types: { AdmZip: '()' },
  blocking: [
    {
      calls: [''], textAt: '0', blocks: 'disk', cost: 'high', instead: 'yauzl or a worker thread',
      see: 'adm-zip 0.6.1: reads the whole file; of a Buffer only the directory at its end (ran)',
    },
    {
      calls: [
        '().extractAllTo', '().extractEntryTo', '().getData', '().toBuffer', '().writeZip', '().readFile', '().readAsText', '().addLocalFile', '().addLocalFolder',
        '().getEntries().getData',
      ],
      blocks: 'disk', cost: 'high', instead: 'yauzl or a worker thread', see: 'adm-zip 0.6.1: 194 ms to inflate 50 x 200 KB (measured)',
    },
  ],
};
