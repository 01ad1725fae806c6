import type { Library } from './schema.js';

export const library: Library = {
  package: 'tar',
  source: 'tar@7.5.23 exports',
  checkedOn: ['tar@7.5.23', '@types/tar@7.0.87'],
  same: [{ path: 'default', is: '' }],
  blocking: [
    { calls: ['UnpackSync', 'PackSync', 'WriteEntrySync'], blocks: 'disk', cost: 'high', instead: 'the streams', see: 'tar 7.5.23' },
    {
      calls: ['create', 'c', 'extract', 'x', 'list', 't', 'update', 'u', 'replace', 'r'], blocks: 'disk', cost: 'high', when: { at: '0.sync', is: [true] }, instead: 'without sync',
      see: 'tar 7.5.23: with sync: true',
    },
  ],
};
