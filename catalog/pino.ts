import type { Library } from './schema.js';

export const library: Library = {
  package: 'pino',
  source: 'pino@10.4.0, 9.14.0',
  same: [{ path: 'default', is: '' }],
};
