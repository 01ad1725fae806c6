import type { Library } from './schema.js';

export const library: Library = {
  package: '@graphql-tools/schema',
  modules: ['graphql-tools', '@apollo/subgraph'],
  source: '@graphql-tools/schema (d.ts)',
  checkedOn: ['@graphql-tools/schema@11.0.6', '@apollo/subgraph@2.14.4'],
  entryPoints: [
    {
      kind: 'graphql', call: 'makeExecutableSchema', handlers: ['0.resolvers.Mutation.*', '0.resolvers.Mutation.*.resolve', '0.resolvers[].Mutation.*', '0.resolvers[].Mutation.*.resolve'], method: 'MUTATION', contextAt: '2', repeats: 'client', answers: true,
      see: '@graphql-tools/schema',
    },
    {
      kind: 'graphql', call: 'makeExecutableSchema', handlers: ['0.resolvers.Query.*', '0.resolvers.Query.*.resolve', '0.resolvers[].Query.*', '0.resolvers[].Query.*.resolve'], method: 'QUERY', contextAt: '2', repeats: 'client', answers: true,
      see: '@graphql-tools/schema',
    },
    { kind: 'graphql', call: 'makeExecutableSchema', handlers: ['0.resolvers.*.*'], method: 'FIELD', contextAt: '2', repeats: 'client', answers: true, see: '@graphql-tools/schema' },
    {
      kind: 'graphql', call: 'buildSubgraphSchema', handlers: ['0.resolvers.Mutation.*', '0.resolvers.Mutation.*.resolve', '0.resolvers[].Mutation.*', '0.resolvers[].Mutation.*.resolve'], method: 'MUTATION', contextAt: '2', repeats: 'client', answers: true,
      see: '@apollo/subgraph',
    },
    {
      kind: 'graphql', call: 'buildSubgraphSchema', handlers: ['0.resolvers.Query.*', '0.resolvers.Query.*.resolve', '0.resolvers[].Query.*', '0.resolvers[].Query.*.resolve'], method: 'QUERY', contextAt: '2', repeats: 'client', answers: true,
      see: '@apollo/subgraph',
    },
    { kind: 'graphql', call: 'buildSubgraphSchema', handlers: ['0.resolvers.*.*'], method: 'FIELD', contextAt: '2', repeats: 'client', answers: true, see: '@apollo/subgraph' },
    {
      kind: 'graphql', call: 'buildSubgraphSchema', handlers: ['0[].resolvers.Mutation.*', '0[].resolvers.Mutation.*.resolve', '0[].resolvers[].Mutation.*', '0[].resolvers[].Mutation.*.resolve'], method: 'MUTATION', contextAt: '2', repeats: 'client', answers: true,
      see: '@apollo/subgraph',
    },
    {
      kind: 'graphql', call: 'buildSubgraphSchema', handlers: ['0[].resolvers.Query.*', '0[].resolvers.Query.*.resolve', '0[].resolvers[].Query.*', '0[].resolvers[].Query.*.resolve'], method: 'QUERY', contextAt: '2', repeats: 'client', answers: true,
      see: '@apollo/subgraph',
    },
  ],
  resources: [
    { create: 'makeExecutableSchema', is: 'router', name: 'GraphQL schema', see: '@graphql-tools/schema' },
    { create: 'buildSubgraphSchema', is: 'router', name: 'GraphQL schema', see: '@apollo/subgraph' },
  ],
};
