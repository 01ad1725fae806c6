import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:cluster',
  modules: ['cluster'],
  source: 'nodejs.org cluster',
  same: [{ path: 'default', is: '' }],
  callbacks: [{ call: 'on', callback: '1', runs: 'later' }],
};
