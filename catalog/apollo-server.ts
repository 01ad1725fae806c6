import type { Library } from './schema.js';

export const library: Library = {
  package: '@apollo/server',
  modules: ['@apollo/server/standalone', '@apollo/server/express4', '@as-integrations/express5', '@as-integrations/express4', '@as-integrations/fastify', '@as-integrations/koa', '@as-integrations/aws-lambda'],
  name: 'Apollo Server',
  source: '@apollo/server@5.5.1 dist/cjs/standalone/index.js',
  checkedOn: ['@apollo/server@5.5.1', '@as-integrations/express5@1.1.2', '@as-integrations/koa@3.0.0', '@as-integrations/aws-lambda@4.1.0'],
  types: { ApolloServer: 'ApolloServer()' },
  entryPoints: [
    {
      kind: 'graphql', call: 'ApolloServer', handlers: ['0.resolvers.Mutation.*', '0.resolvers.Mutation.*.resolve', '0.resolvers[].Mutation.*', '0.resolvers[].Mutation.*.resolve'], method: 'MUTATION', contextAt: '2', repeats: 'client', answers: true,
      see: '@apollo/server 5.5.1',
    },
    {
      kind: 'graphql', call: 'ApolloServer', handlers: ['0.resolvers.Query.*', '0.resolvers.Query.*.resolve', '0.resolvers[].Query.*', '0.resolvers[].Query.*.resolve'], method: 'QUERY', contextAt: '2', repeats: 'client', answers: true,
      see: '@apollo/server 5.5.1',
    },
    { kind: 'graphql', call: 'ApolloServer', handlers: ['0.resolvers.*.*'], method: 'FIELD', contextAt: '2', repeats: 'client', answers: true, see: '@apollo/server 5.5.1' },
    { kind: 'middleware', call: 'ApolloServer', handlers: [], mount: { childAt: '0.schema' }, answers: true, see: '@apollo/server 5.5.1' },
    { kind: 'serverless', call: 'startServerAndCreateLambdaHandler', name: 'handler', handlers: [], mount: { childAt: '0' }, platform: { framework: 'AWS Lambda', servesAt: ['0'] }, answers: true, see: '@as-integrations/aws-lambda 4.1.0' },
    { kind: 'middleware', call: 'startServerAndCreateLambdaHandler', name: 'GraphQL context', context: true, handlers: ['2.context'], mount: { childAt: '0' }, answers: true, see: '@as-integrations/aws-lambda 4.1.0' },
    { kind: 'middleware', call: 'startStandaloneServer', name: 'GraphQL context', context: true, handlers: ['1.context'], mount: { childAt: '0' }, answers: true, see: '@apollo/server 5.5.1' },
    { kind: 'middleware', call: 'koaMiddleware', name: 'GraphQL context', context: true, handlers: ['1.context'], mount: { childAt: '0' }, answers: true, see: '@as-integrations/koa 1.1.1' },
    { kind: 'middleware', call: 'expressMiddleware', name: 'GraphQL context', context: true, handlers: ['1.context'], mount: { childAt: '0' }, answers: true, see: '@apollo/server 5.5.1' },
  ],
  resources: [
    { create: 'expressMiddleware', is: 'router', name: 'Apollo middleware', see: '@apollo/server 4.11.3 dist/cjs/express4' },
    { create: 'koaMiddleware', is: 'router', name: 'Apollo middleware', see: '@as-integrations/koa 1.1.1' },
    { create: 'ApolloServer', is: 'app', name: 'Apollo Server', close: [{ call: 'stop', awaitable: true, waits: true }], see: '@apollo/server 5.5.1' },
    {
      create: 'startStandaloneServer', is: 'server', name: 'Apollo standalone server', close: [{ call: 'stop', awaitable: true, waits: true, of: '0' }], mustClose: true, uses: ['0'],
      see: '@apollo/server 5.5.1',
    },
  ],
  closers: [
    {
      call: 'ApolloServer().stop', serverAt: 'creation:0.plugins[]|0.httpServer', signals: false, server: 'first',
      deadline: {
        limits: 'total', at: ['creation:0.plugins[]|0.stopGracePeriodMillis'], default: 10000, offAt: ['Infinity'], note: 'requests still running are cut',
        see: '@apollo/server 5.5.1 dist/cjs/plugin/drainHttpServer/index.js',
      },
      see: '@apollo/server 5.5.1 and 4.11.3: stop() closes the HTTP server that ApolloServerPluginDrainHttpServer is given, and waits for it',
    },
  ],
  bodies: [{ call: 'startStandaloneServer', covers: 'server', limit: { limits: 'body', at: [], unit: 'bytes', default: 52428800, see: '@apollo/server 5.5.1: 50mb, fixed' } }],
};
