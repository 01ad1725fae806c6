import type { Library } from './schema.js';

export const library: Library = {
  package: '@fastify/cors',
  modules: ['@fastify/helmet', '@fastify/sensible', '@fastify/cookie', '@fastify/jwt', '@fastify/swagger', '@fastify/swagger-ui', '@fastify/static', '@fastify/formbody'],
  source: '@fastify/cors index.js',
  same: [{ path: 'default', is: '' }],
};
