import type { Library } from './schema.js';

export const library: Library = {
  package: 'apollo-server',
  modules: ['apollo-server-express', 'apollo-server-koa', 'apollo-server-fastify', 'apollo-server-micro'],
  name: 'Apollo Server',
  source: 'apollo-server@3 (d.ts)',
  checkedOn: ['apollo-server@3.13.0'],
  types: { ApolloServer: 'ApolloServer()' },
  entryPoints: [
    {
      kind: 'graphql', call: 'ApolloServer', handlers: ['0.resolvers.Mutation.*', '0.resolvers.Mutation.*.resolve', '0.resolvers[].Mutation.*', '0.resolvers[].Mutation.*.resolve'], method: 'MUTATION', repeats: 'client', answers: true,
      see: 'apollo-server 3',
    },
    { kind: 'graphql', call: 'ApolloServer', handlers: ['0.resolvers.Query.*', '0.resolvers.Query.*.resolve', '0.resolvers[].Query.*', '0.resolvers[].Query.*.resolve'], method: 'QUERY', repeats: 'client', answers: true, see: 'apollo-server 3' },
    { kind: 'graphql', call: 'ApolloServer', handlers: ['0.resolvers.*.*'], method: 'FIELD', repeats: 'client', answers: true, see: 'apollo-server 3' },
  ],
  resources: [{ create: 'ApolloServer', is: 'server', name: 'Apollo Server', close: [{ call: 'stop', awaitable: true, waits: true }], opens: ['listen'], mustClose: true, see: 'apollo-server 3' }],
};
