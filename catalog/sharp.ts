import type { Library } from './schema.js';

export const library: Library = {
  package: 'sharp',
  source: 'sharp@0.35.5 exports: no synchronous API',
  checkedOn: ['sharp@0.35.5'],
  same: [{ path: 'default', is: '' }],
};
