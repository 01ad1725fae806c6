import type { Library } from './schema.js';

export const library: Library = {
  package: 'bunyan',
  source: 'bunyan@1.8 lib/bunyan.js exports',
  same: [{ path: 'default', is: '' }],
  provisions: [{ call: 'createLogger', is: 'logger' }, { call: '', is: 'logger' }],
};
