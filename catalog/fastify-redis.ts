import type { Library } from './schema.js';

export const library: Library = {
  package: '@fastify/redis',
  source: '@fastify/redis@9.0.0 index.js',
  checkedOn: ['@fastify/redis@9.0.0'],
  same: [
    { path: 'default', is: '' },
    { path: 'register()', is: 'ioredis|()' },
  ],
  plugins: [{ plugin: '', registeredBy: 'fastify|().register', as: 'register', member: 'redis' }],
  resources: [{ create: 'register', is: 'client', name: '@fastify/redis client', see: '@fastify/redis 9.0.0: closes itself in onClose' }],
};
