import type { Library } from './schema.js';

export const library: Library = {
  package: 'graphql-yoga',
  name: 'GraphQL Yoga',
  source: 'graphql-yoga@5.24.1 cjs/server.js; ran',
  checkedOn: ['graphql-yoga@5.24.1'],
  entryPoints: [
    {
      kind: 'graphql', call: 'createSchema', handlers: ['0.resolvers.Mutation.*', '0.resolvers.Mutation.*.resolve'], method: 'MUTATION', contextAt: '2', repeats: 'client', answers: true,
      see: 'graphql-yoga 5.24.1',
    },
    { kind: 'graphql', call: 'createSchema', handlers: ['0.resolvers.Query.*', '0.resolvers.Query.*.resolve'], method: 'QUERY', contextAt: '2', repeats: 'client', answers: true, see: 'graphql-yoga 5.24.1' },
    { kind: 'graphql', call: 'createSchema', handlers: ['0.resolvers.*.*'], method: 'FIELD', contextAt: '2', repeats: 'client', answers: true, see: 'graphql-yoga 5.24.1' },
    { kind: 'middleware', call: 'createYoga', name: 'GraphQL context', context: true, handlers: ['0.context'], mount: { childAt: '0.schema' }, answers: true, see: 'graphql-yoga 5.24.1' },
  ],
  resources: [
    { create: 'createYoga', is: 'app', name: 'GraphQL Yoga', serves: ['fetch', 'handle', 'handleRequest', 'handleNodeRequest', 'handleNodeRequestAndResponse'], see: 'graphql-yoga 5.24.1' },
    { create: 'createSchema', is: 'router', name: 'GraphQL schema', see: 'graphql-yoga 5.24.1' },
  ],
  bodies: [
    {
      call: 'createYoga', covers: 'server',
      limit: { limits: 'body', at: ['0.maxRequestBodySize'], unit: 'bytes', default: 25000000, offAt: [false], see: 'graphql-yoga 5.24.1: 26 MB -> 413 (ran)' },
    },
  ],
  remarks: [
    { options: ['batching', 'limit'], default: 10, says: 'how many operations one request may hold once batching is on', see: 'graphql-yoga@5' },
  ],
};
