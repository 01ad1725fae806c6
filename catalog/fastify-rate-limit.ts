import type { Library } from './schema.js';

export const library: Library = {
  package: '@fastify/rate-limit',
  source: '@fastify/rate-limit@11.2.0 index.js; ran',
  same: [{ path: 'default', is: '' }],
};
