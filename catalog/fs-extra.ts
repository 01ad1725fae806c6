import type { Library } from './schema.js';

export const library: Library = {
  package: 'fs-extra',
  source: 'fs-extra@11.4.1 exports',
  checkedOn: ['fs-extra@11.4.1', '@types/fs-extra@11.0.4'],
  same: [{ path: 'default', is: '' }],
  blocking: [
    {
      calls: [
        'readFileSync', 'writeFileSync', 'appendFileSync', 'copyFileSync', 'readJsonSync', 'readJSONSync', 'writeJsonSync', 'writeJSONSync', 'outputFileSync', 'outputJsonSync',
        'outputJSONSync', 'copySync', 'moveSync', 'removeSync', 'emptyDirSync', 'emptydirSync', 'ensureDirSync', 'mkdirsSync', 'mkdirpSync', 'ensureFileSync', 'createFileSync',
        'ensureLinkSync', 'createLinkSync', 'ensureSymlinkSync', 'createSymlinkSync',
      ],
      blocks: 'disk', cost: 'high', instead: 'the same name without Sync', see: 'fs-extra 11.4.1',
      promised: { member: '', calls: ['readFileSync', 'writeFileSync', 'appendFileSync', 'copyFileSync', 'readJsonSync', 'writeJsonSync', 'outputFileSync', 'outputJsonSync', 'copySync', 'moveSync', 'removeSync', 'ensureDirSync', 'ensureFileSync'] },
    },
    { calls: ['existsSync', 'pathExistsSync', 'accessSync', 'statSync', 'lstatSync', 'realpathSync'], blocks: 'disk', cost: 'low', instead: 'pathExists', see: 'fs-extra 11.4.1' },
    {
      calls: [
        'readdirSync', 'mkdirSync', 'mkdtempSync', 'rmSync', 'rmdirSync', 'unlinkSync', 'renameSync', 'openSync', 'closeSync', 'readSync', 'writeSync', 'symlinkSync', 'linkSync',
        'truncateSync', 'chmodSync', 'chownSync', 'utimesSync', 'fsyncSync', 'opendirSync', 'cpSync',
      ],
      blocks: 'disk', cost: 'high', instead: 'the same name without Sync', see: 'fs-extra 11.4.1',
    },
  ],
};
