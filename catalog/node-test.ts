import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:test',
  source: 'nodejs.org test',
  same: [{ path: 'default', is: '' }],
  callbacks: [
    { call: 'test', callback: '-1', runs: 'start' },
    { call: 'it', callback: '-1', runs: 'start' },
    { call: 'describe', callback: '-1', runs: 'start' },
    { call: 'before', callback: '-1', runs: 'start' },
    { call: 'after', callback: '-1', runs: 'start' },
    { call: 'beforeEach', callback: '-1', runs: 'start' },
    { call: 'afterEach', callback: '-1', runs: 'start' },
    { call: '', callback: '-1', runs: 'start' },
  ],
};
