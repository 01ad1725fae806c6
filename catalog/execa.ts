import type { Library } from './schema.js';

export const library: Library = {
  package: 'execa',
  source: 'execa@10.2.1 exports',
  same: [
    { path: 'default', is: '' },
    { path: 'execa', is: '' },
  ],
  blocking: [{ calls: ['execaSync', 'sync', 'commandSync', 'execaCommandSync', '$.sync'], blocks: 'process', cost: 'high', instead: 'execa', see: 'execa 10.2.1' }],
};
