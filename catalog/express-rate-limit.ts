import type { Library } from './schema.js';

export const library: Library = {
  package: 'express-rate-limit',
  source: 'express-rate-limit@8.7.4 dist/index.mjs; ran',
  same: [
    { path: 'default', is: '' },
    { path: 'rateLimit', is: '' },
  ],
};
