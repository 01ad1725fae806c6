import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:dns',
  modules: ['dns', 'node:dns/promises', 'dns/promises'],
  source: 'nodejs.org dns; ran on Node 20.20.2',
  same: [
    { path: 'default', is: '' },
    { path: 'promises', is: '' },
  ],
};
