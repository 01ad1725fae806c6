import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:zlib',
  modules: ['zlib'],
  name: 'Node zlib',
  source: 'exports of Node 24.21.0, timings measured',
  same: [{ path: 'default', is: '' }],
  callbacks: [
    { call: 'gzip', callback: '-1', runs: 'now' },
    { call: 'gunzip', callback: '-1', runs: 'now' },
    { call: 'deflate', callback: '-1', runs: 'now' },
    { call: 'inflate', callback: '-1', runs: 'now' },
    { call: 'brotliCompress', callback: '-1', runs: 'now' },
    { call: 'brotliDecompress', callback: '-1', runs: 'now' },
  ],
  blocking: [
    {
      calls: ['gzipSync', 'gunzipSync', 'deflateSync', 'inflateSync', 'deflateRawSync', 'inflateRawSync', 'unzipSync'],
      blocks: 'cpu', cost: 'high', instead: 'the callback form or a stream', see: 'Node 24.21.0: up to 146 ms for 1 MiB of text',
    },
    { calls: ['brotliCompressSync', 'brotliDecompressSync'], blocks: 'cpu', cost: 'high', instead: 'brotliCompress, brotliDecompress', see: 'Node 24.21.0: 413 ms for 1 MiB at quality 11' },
    { calls: ['zstdCompressSync', 'zstdDecompressSync'], blocks: 'cpu', cost: 'high', instead: 'zstdCompress, zstdDecompress', versions: '>=22.15.0', see: 'Node 22.23.3: 2.3 ms for 1 MiB' },
  ],
};
