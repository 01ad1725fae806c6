import type { Library } from './schema.js';

export const library: Library = {
  package: 'apollo-server-lambda',
  name: 'Apollo Server on AWS Lambda',
  source: 'apollo-server-lambda@3.13.0 dist/ApolloServer.js',
  checkedOn: ['apollo-server-lambda@3.13.0'],
  types: { ApolloServer: 'ApolloServer()' },
  entryPoints: [
    {
      kind: 'graphql', call: 'ApolloServer', handlers: ['0.resolvers.Mutation.*', '0.resolvers.Mutation.*.resolve', '0.resolvers[].Mutation.*', '0.resolvers[].Mutation.*.resolve'], method: 'MUTATION', repeats: 'client', answers: true,
      see: 'apollo-server-lambda 3.13.0',
    },
    { kind: 'graphql', call: 'ApolloServer', handlers: ['0.resolvers.Query.*', '0.resolvers.Query.*.resolve', '0.resolvers[].Query.*', '0.resolvers[].Query.*.resolve'], method: 'QUERY', repeats: 'client', answers: true, see: 'apollo-server-lambda 3.13.0' },
    { kind: 'serverless', call: 'ApolloServer().createHandler', name: 'handler', handlers: [], platform: { framework: 'AWS Lambda', servesAt: ['of:'] }, answers: true, see: 'apollo-server-lambda 3.13.0' },
    { kind: 'graphql', call: 'ApolloServer', handlers: ['0.resolvers.*.*'], method: 'FIELD', repeats: 'client', answers: true, see: 'apollo-server-lambda 3.13.0' },
  ],
  resources: [{ create: 'ApolloServer', is: 'app', name: 'Apollo Server on AWS Lambda', close: [{ call: 'stop', awaitable: true, waits: true }], see: 'apollo-server-lambda 3.13.0' }],
};
