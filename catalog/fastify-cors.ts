import type { Library } from './schema.js';

export const library: Library = {
  package: '@fastify/cors',
  modules: ['@fastify/helmet', '@fastify/sensible', '@fastify/cookie', '@fastify/jwt', '@fastify/swagger', '@fastify/swagger-ui', '@fastify/static', '@fastify/formbody'],
  source: '@fastify/cors index.js',
  checkedOn: ['@fastify/cors@11.4.3', '@fastify/formbody@9.0.1'],
  same: [{ path: 'default', is: '' }],
};
