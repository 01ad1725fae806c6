import type { Library } from './schema.js';

export const library: Library = {
  package: 'graceful-fs',
  source: 'graceful-fs@4.2.12 exports',
  checkedOn: ['graceful-fs@4.2.12', '@types/graceful-fs@4.1.9'],
  same: [{ path: 'default', is: '' }],
  blocking: [
    {
      calls: [
        'readFileSync', 'writeFileSync', 'appendFileSync', 'copyFileSync', 'readdirSync', 'mkdirSync', 'mkdtempSync', 'rmSync', 'rmdirSync', 'unlinkSync', 'renameSync', 'openSync',
        'closeSync', 'readSync', 'writeSync', 'symlinkSync', 'linkSync', 'truncateSync', 'chmodSync', 'chownSync', 'fsyncSync',
      ],
      blocks: 'disk', cost: 'high', instead: 'the same name without Sync', see: 'graceful-fs 4.2.12',
    },
    { calls: ['existsSync', 'accessSync', 'statSync', 'lstatSync', 'realpathSync', 'fstatSync'], blocks: 'disk', cost: 'low', see: 'graceful-fs 4.2.12' },
  ],
};
