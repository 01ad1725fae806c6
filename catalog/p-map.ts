import type { Library } from './schema.js';

export const library: Library = {
  package: 'p-map',
  modules: ['p-map-series', 'p-each-series', 'p-filter'],
  source: 'p-map (README)',
  same: [{ path: 'default', is: '' }],
  callbacks: [{ call: '', callback: '1', runs: 'now' }],
};
