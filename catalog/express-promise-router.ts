import type { Library } from './schema.js';

export const library: Library = {
  package: 'express-promise-router',
  source: 'express-promise-router@4.1.1',
  checkedOn: ['express-promise-router@4.1.1'],
  same: [
    { path: 'default', is: '' },
    { path: '()', is: 'express|()' },
  ],
};
