import type { Library } from './schema.js';

export const library: Library = {
  package: 'lodash/once.js',
  modules: ['lodash/once', 'lodash.once', 'once', 'onetime', 'lodash-es/once.js'],
  source: 'lodash@4 docs',
  same: [{ path: 'default', is: '' }],
  values: [{ call: '', gives: 'once', from: '0' }],
};
