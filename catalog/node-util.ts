import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:util',
  modules: ['util'],
  name: 'Node util',
  source: 'nodejs.org util',
  same: [{ path: 'default', is: '' }],
  values: [
    { call: 'promisify', gives: 'promised', from: '0' },
    { call: 'callbackify', gives: 'function', from: '0' },
    { call: 'deprecate', gives: 'function', from: '0' },
  ],
};
