import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:fs',
  modules: ['fs'],
  name: 'Node fs',
  source: 'exports of Node 24.21.0, timings measured',
  same: [{ path: 'default', is: '' }],
  callbacks: [
    { call: 'readFile', callback: '-1', runs: 'now' },
    { call: 'writeFile', callback: '-1', runs: 'now' },
    { call: 'readdir', callback: '-1', runs: 'now' },
    { call: 'stat', callback: '-1', runs: 'now' },
    { call: 'access', callback: '-1', runs: 'now' },
    { call: 'mkdir', callback: '-1', runs: 'now' },
    { call: 'unlink', callback: '-1', runs: 'now' },
    { call: 'watch', callback: '-1', runs: 'later' },
    { call: 'watchFile', callback: '-1', runs: 'later' },
  ],
  blocking: [
    {
      calls: ['readFileSync', 'writeFileSync', 'appendFileSync', 'copyFileSync', 'cpSync'],
      blocks: 'disk', cost: 'high', instead: 'the same call of node:fs/promises', see: 'Node 24.21.0: 28 ms for 10 MiB cached; plus the disk',
      promised: { member: 'promises', calls: ['readFileSync', 'writeFileSync', 'appendFileSync', 'copyFileSync', 'cpSync'] },
    },
    { calls: ['readSync', 'readvSync', 'writeSync', 'writevSync'], blocks: 'disk', cost: 'high', instead: 'the same call of a FileHandle', see: 'Node 24.21.0: 28 ms for 10 MiB cached; plus the disk' },
    { calls: ['fsyncSync', 'fdatasyncSync'], blocks: 'disk', cost: 'high', instead: 'FileHandle.sync()', see: 'Node 24.21.0: 8.6 ms for 1 KiB' },
    { calls: ['existsSync'], blocks: 'disk', cost: 'low', instead: 'fs.promises.access', see: 'Node 24.21.0: 0.004 ms cached, seconds on a hung network mount' },
    { calls: ['fstatSync'], blocks: 'disk', cost: 'low', instead: 'the same call of a FileHandle', see: 'Node 24.21.0: 0.004 ms cached, seconds on a hung network mount' },
    {
      calls: ['accessSync', 'statSync', 'lstatSync', 'statfsSync', 'realpathSync', 'realpathSync.native', 'readlinkSync'],
      blocks: 'disk', cost: 'low', instead: 'the same call of node:fs/promises', see: 'Node 24.21.0: 0.004 ms cached, seconds on a hung network mount',
      promised: { member: 'promises', calls: ['accessSync', 'statSync', 'lstatSync', 'statfsSync', 'realpathSync', 'readlinkSync'] },
    },
    { calls: ['readdirSync', 'opendirSync', 'opendirSync().readSync'], blocks: 'disk', cost: 'high', instead: 'fs.promises.readdir', see: 'Node 24.21.0: 0.9 ms for 1000 entries; recursive unbounded', promised: { member: 'promises', calls: ['readdirSync', 'opendirSync'] } },
    { calls: ['globSync'], blocks: 'disk', cost: 'high', instead: 'fs.promises.glob', versions: '>=22.0.0', see: 'Node 22' },
    { calls: ['rmSync', 'rmdirSync'], blocks: 'disk', cost: 'high', instead: 'fs.promises.rm', see: 'Node 24.21.0: recursive unbounded', promised: { member: 'promises', calls: ['rmSync', 'rmdirSync'] } },
    {
      calls: ['openSync', 'mkdirSync', 'mkdtempSync', 'mkdtempDisposableSync', 'unlinkSync', 'renameSync', 'linkSync', 'symlinkSync', 'truncateSync'],
      blocks: 'disk', cost: 'high', instead: 'the same call of node:fs/promises', see: 'Node 24.21.0: below 1 ms each on a local disk',
      promised: { member: 'promises', calls: ['mkdirSync', 'mkdtempSync', 'unlinkSync', 'renameSync', 'linkSync', 'symlinkSync', 'truncateSync'] },
    },
    { calls: ['closeSync', 'ftruncateSync', 'fchmodSync', 'fchownSync', 'futimesSync'], blocks: 'disk', cost: 'high', instead: 'the same call of a FileHandle', see: 'Node 24.21.0: below 1 ms each on a local disk' },
    {
      calls: ['chmodSync', 'chownSync', 'lchmodSync', 'lchownSync', 'utimesSync', 'lutimesSync'],
      blocks: 'disk', cost: 'high', instead: 'the same call of node:fs/promises', see: 'Node 24.21.0: below 1 ms each on a local disk',
      promised: { member: 'promises', calls: ['chmodSync', 'chownSync', 'lchownSync', 'utimesSync', 'lutimesSync'] },
    },
  ],
};
