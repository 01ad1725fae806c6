import type { Library } from './schema.js';

export const library: Library = {
  package: 'express-request-id',
  source: 'express-request-id@3.0.0 index.js, README',
  checkedOn: ['express-request-id@3.0.0'],
  same: [{ path: 'default', is: '' }],
  provisions: [{ call: '', is: 'request-id' }],
};
