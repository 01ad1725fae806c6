import type { Library } from './schema.js';

export const library: Library = {
  package: 'express-async-handler',
  modules: ['express-async-wrapper'],
  source: 'express-async-handler@1.2.0 index.js',
  checkedOn: ['express-async-handler@1.2.0'],
  same: [{ path: 'default', is: '' }],
  values: [{ call: '', gives: 'function', from: '0' }],
};
