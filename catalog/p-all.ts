import type { Library } from './schema.js';

export const library: Library = {
  package: 'p-all',
  modules: ['p-series', 'p-any', 'p-race'],
  source: 'p-all (README)',
  same: [{ path: 'default', is: '' }],
  callbacks: [{ call: '', callback: '0[]', runs: 'now' }],
};
