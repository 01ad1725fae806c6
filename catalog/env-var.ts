import type { Library } from './schema.js';

export const library: Library = {
  package: 'env-var',
  source: 'env-var (README)',
  checkedOn: ['env-var@7.5.0'],
  same: [
    { path: 'default', is: '' },
    { path: 'from()', is: '' },
  ],
  values: [
    { call: 'get().default().*', gives: 'argument', from: 'creation:0' },
    { call: 'get().*', gives: 'environment' },
  ],
};
