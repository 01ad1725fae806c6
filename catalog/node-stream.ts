import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:stream',
  modules: ['stream'],
  name: 'Node streams',
  source: 'nodejs.org stream: implementers call these for each chunk',
  types: { Readable: 'Readable()', Writable: 'Writable()', Transform: 'Transform()', Duplex: 'Duplex()' },
  callbacks: [
    { call: 'Transform', callback: '0.transform', runs: 'now' },
    { call: 'Transform', callback: '0.flush', runs: 'now' },
    { call: 'Writable', callback: '0.write', runs: 'now' },
    { call: 'Writable', callback: '0.final', runs: 'now' },
    { call: 'Readable', callback: '0.read', runs: 'now' },
    { call: 'Duplex', callback: '0.read', runs: 'now' },
    { call: 'Duplex', callback: '0.write', runs: 'now' },
  ],
};
