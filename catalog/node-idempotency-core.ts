import type { Library } from './schema.js';

export const library: Library = {
  package: '@node-idempotency/core',
  modules: ['@node-idempotency/nestjs', '@node-idempotency/fastify', '@node-idempotency/express'],
  source: '@node-idempotency/core@1.0.11, nestjs 1.0.4, fastify 1.0.6 (docs)',
  plugins: [{ plugin: 'idempotencyAsPlugin', registeredBy: 'fastify|().register', as: 'idempotencyAsPlugin' }],
  claims: [
    { call: 'idempotencyAsPlugin', is: 'middleware', see: '@node-idempotency/fastify: replays by itself' },
    { call: 'idempotencyAsMiddleware', is: 'middleware', see: '@node-idempotency/express' },
    { call: 'Idempotent', is: 'middleware', decorates: true, see: '@node-idempotency/nestjs' },
  ],

  remarks: [
    { says: 'key is method+path+header only: not scoped per user/tenant', see: '@node-idempotency/core@1.0.11 dist/idempotency.js' },
  ],
};
