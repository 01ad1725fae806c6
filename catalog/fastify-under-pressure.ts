import type { Library } from './schema.js';

export const library: Library = {
  package: '@fastify/under-pressure',
  source: '@fastify/under-pressure@9.2.0 index.js; ran',
  same: [{ path: 'default', is: '' }],
};
