import type { Library } from './schema.js';

export const library: Library = {
  package: 'bunyan',
  source: 'bunyan@1.8 lib/bunyan.js exports',
  checkedOn: ['bunyan@2.0.5', '@types/bunyan@1.8.11'],
  same: [{ path: 'default', is: '' }],
  provisions: [{ call: 'createLogger', is: 'logger' }, { call: '', is: 'logger' }],
};
