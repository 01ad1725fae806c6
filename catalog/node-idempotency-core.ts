import type { Library } from './schema.js';

export const library: Library = {
  package: '@node-idempotency/core',
  modules: ['@node-idempotency/nestjs'],
  source: '@node-idempotency/core@1.0.11, @node-idempotency/nestjs@1.0.4',
  checkedOn: ['@node-idempotency/core@1.0.11', '@node-idempotency/nestjs@1.0.4'],
  claims: [
    { call: 'Idempotent', is: 'middleware', decorates: true, see: '@node-idempotency/nestjs' },
  ],

  remarks: [
    { says: 'key is method+path+header only: not scoped per user/tenant', see: '@node-idempotency/core@1.0.11 dist/idempotency.js' },
  ],
};
