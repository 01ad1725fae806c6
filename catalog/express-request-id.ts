import type { Library } from './schema.js';

export const library: Library = {
  package: 'express-request-id',
  source: 'express-request-id@3.0.0 index.js, README',
  same: [{ path: 'default', is: '' }],
  provisions: [{ call: '', is: 'request-id' }],
};
