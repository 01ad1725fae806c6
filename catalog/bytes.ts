import type { Library } from './schema.js';

export const library: Library = {
  package: 'bytes',
  source: 'bytes (README)',
  checkedOn: ['bytes@3.1.2', '@types/bytes@3.1.6'],
  same: [
    { path: 'default', is: '' },
    { path: 'parse', is: '' },
  ],
  values: [{ call: '', gives: 'number', from: '0' }],
};
