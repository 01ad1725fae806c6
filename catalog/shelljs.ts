import type { Library } from './schema.js';

export const library: Library = {
  package: 'shelljs',
  source: 'shelljs@0.10.0; measured',
  checkedOn: ['shelljs@0.10.0', '@types/shelljs@0.10.0'],
  same: [{ path: 'default', is: '' }],
  blocking: [
    { calls: ['exec'], blocks: 'process', cost: 'high', instead: 'child_process.execFile', unlessCallback: true, see: 'shelljs 0.10.0: the whole run time of the child' },
    {
      calls: ['cp', 'rm', 'mkdir', 'mv', 'cat', 'sed', 'grep', 'find', 'ls', 'test', 'touch', 'head', 'tail', 'sort', 'uniq', 'ln', 'chmod', 'which', 'cmd', 'pwd', 'tempdir'],
      blocks: 'disk', cost: 'high', instead: 'node:fs/promises', see: 'shelljs 0.10.0',
    },
  ],
};
