import type { Library } from './schema.js';

export const library: Library = {
  package: 'ms',
  modules: ['@lukeed/ms', 'parse-duration', 'parse-ms'],
  source: 'ms@2.1.3 README',
  checkedOn: ['ms@2.1.3', '@types/ms@2.1.0'],
  same: [
    { path: 'default', is: '' },
    { path: 'ms', is: '' },
    { path: 'parse', is: '' },
  ],
  values: [{ call: '', gives: 'duration', from: '0' }],
};
