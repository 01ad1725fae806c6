import type { Library } from './schema.js';

export const library: Library = {
  package: 'express-async-errors',
  source: 'express-async-errors@3.1.1 index.js',
  checkedOn: ['express-async-errors@3.1.1'],
};
