import type { Library } from './schema.js';

export const library: Library = {
  package: 'p-all',
  modules: ['p-series', 'p-any', 'p-race'],
  source: 'p-all (README)',
  checkedOn: ['p-all@5.0.1', 'p-any@4.0.0', 'p-race@3.1.0'],
  same: [{ path: 'default', is: '' }],
  callbacks: [{ call: '', callback: '0[]', runs: 'now' }],
};
