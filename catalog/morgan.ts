import type { Library } from './schema.js';

export const library: Library = {
  package: 'morgan',
  source: 'morgan@1.10 README',
  same: [{ path: 'default', is: '' }],
  provisions: [{ call: '', is: 'logger' }],
};
