import type { Library } from './schema.js';

export const library: Library = {
  package: 'mercurius',
  name: 'Mercurius',
  source: 'mercurius@16.10.1 (README)',
  checkedOn: ['mercurius@16.10.1'],
  same: [{ path: 'default', is: '' }],
  plugins: [{ plugin: '', registeredBy: 'fastify|().register', as: 'register', member: 'graphql' }],
  entryPoints: [
    { kind: 'graphql', call: 'register', handlers: ['1.resolvers.Mutation.*'], method: 'MUTATION', repeats: 'client', answers: true, see: 'mercurius' },
    { kind: 'graphql', call: 'register', handlers: ['1.resolvers.Query.*'], method: 'QUERY', repeats: 'client', answers: true, see: 'mercurius' },
    { kind: 'graphql', call: 'register', handlers: ['1.resolvers.*.*', '1.loaders.*.*'], method: 'FIELD', repeats: 'client', answers: true, see: 'mercurius' },
    { kind: 'http', call: 'register', name: 'GraphQL context', handlers: ['1.context'], method: 'ALL', answers: true, see: 'mercurius' },
  ],
};
