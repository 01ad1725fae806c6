import type { Library } from './schema.js';

export const library: Library = {
  package: 'morgan',
  source: 'morgan@1.10 README',
  checkedOn: ['morgan@1.12.1', '@types/morgan@1.9.10'],
  same: [{ path: 'default', is: '' }],
  provisions: [{ call: '', is: 'logger' }],
};
