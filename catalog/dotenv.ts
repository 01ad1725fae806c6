import type { Library } from './schema.js';

export const library: Library = {
  package: 'dotenv',
  modules: ['dotenv/config'],
  source: 'dotenv (README)',
  same: [{ path: 'default', is: '' }],
};
