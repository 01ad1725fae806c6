import type { Library } from './schema.js';

export const library: Library = {
  package: 'p-map',
  modules: ['p-map-series', 'p-each-series', 'p-filter'],
  source: 'p-map (README)',
  checkedOn: ['p-map@7.1.1', 'p-each-series@3.0.0', 'p-filter@4.1.0', 'p-map-series@3.0.0'],
  same: [{ path: 'default', is: '' }],
  callbacks: [{ call: '', callback: '1', runs: 'now' }],
};
