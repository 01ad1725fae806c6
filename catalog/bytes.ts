import type { Library } from './schema.js';

export const library: Library = {
  package: 'bytes',
  source: 'bytes (README)',
  same: [
    { path: 'default', is: '' },
    { path: 'parse', is: '' },
  ],
  values: [{ call: '', gives: 'number', from: '0' }],
};
