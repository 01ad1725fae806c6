import type { Library } from './schema.js';

export const library: Library = {
  package: 'dotenv',
  modules: ['dotenv/config'],
  source: 'dotenv (README)',
  checkedOn: ['dotenv@18.0.10'],
  same: [{ path: 'default', is: '' }],
};
