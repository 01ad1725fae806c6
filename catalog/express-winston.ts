import type { Library } from './schema.js';

export const library: Library = {
  package: 'express-winston',
  source: 'express-winston@4.2.0 index.js, README',
  checkedOn: ['express-winston@4.2.0'],
  same: [{ path: 'default', is: '' }],
  provisions: [{ call: 'logger', is: 'logger' }, { call: 'errorLogger', is: 'logger' }],
};
