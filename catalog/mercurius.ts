import type { Library } from './schema.js';

export const library: Library = {
  package: 'mercurius',
  name: 'Mercurius',
  source: 'mercurius (README)',
  same: [{ path: 'default', is: '' }],
  plugins: [{ plugin: '', registeredBy: 'fastify|().register', as: 'register', member: 'graphql' }],
  entryPoints: [
    { kind: 'graphql', call: 'register', handlers: ['1.resolvers.Mutation.*'], method: 'MUTATION', repeats: 'client', answers: true, see: 'mercurius' },
    { kind: 'graphql', call: 'register', handlers: ['1.resolvers.Query.*'], method: 'QUERY', repeats: 'client', answers: true, see: 'mercurius' },
    { kind: 'graphql', call: 'register', handlers: ['1.resolvers.*.*', '1.loaders.*.*'], method: 'FIELD', repeats: 'client', answers: true, see: 'mercurius' },
    { kind: 'middleware', call: 'register', name: 'GraphQL context', handlers: ['1.context'], answers: true, see: 'mercurius' },
  ],
};
