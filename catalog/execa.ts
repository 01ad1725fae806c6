import type { Library } from './schema.js';

export const library: Library = {
  package: 'execa',
  source: 'execa@10.2.1 exports',
  checkedOn: ['execa@10.2.1', 'execa@5.1.1', 'execa@8.0.1'],
  same: [
    { path: 'default', is: '' },
    { path: 'execa', is: '' },
  ],
  blocking: [{ calls: ['execaSync', 'sync', 'commandSync', 'execaCommandSync', '$.sync'], blocks: 'process', cost: 'high', instead: 'execa', see: 'execa 10.2.1' }],
};
