import type { Library } from './schema.js';

export const library: Library = {
  package: '@trpc/server',
  modules: [
    '@trpc/server/adapters/standalone', '@trpc/server/adapters/express', '@trpc/server/adapters/fastify', '@trpc/server/adapters/fetch', '@trpc/server/adapters/aws-lambda',
    '@trpc/server/adapters/next',
  ],
  name: 'tRPC',
  source: '@trpc/server@11.25.2 dist .d.mts; ran',
  checkedOn: ['@trpc/server@11.25.2'],
  same: [
    { path: 'initTRPC.context()', is: 'initTRPC' },
    { path: 'initTRPC.meta()', is: 'initTRPC' },
    { path: 'initTRPC.create().procedure.*()', is: 'initTRPC.create().procedure' },
    { path: 'createHTTPServer().listen()', is: 'createHTTPServer()' },
  ],
  values: [{ call: 'initTRPC.create().middleware', gives: 'function', from: '0' }],
  plugins: [{ plugin: 'fastifyTRPCPlugin', registeredBy: 'fastify|().register', as: 'fastifyTRPCPlugin' }],
  entryPoints: [
    {
      kind: 'middleware', call: 'fastifyTRPCPlugin', name: 'tRPC context', context: true, handlers: ['1.trpcOptions.createContext'], mount: { prefixAt: '1.prefix', childAt: '1.trpcOptions.router' },
      answers: true, see: '@trpc/server 11.4.3 src/adapters/fastify/fastifyTRPCPlugin.ts',
    },
    { kind: 'middleware', call: 'initTRPC.create().router', handlers: [], mount: { childAt: '0.*' }, answers: true, see: '@trpc/server 11.25.2' },
    { kind: 'middleware', call: 'initTRPC.create().mergeRouters', handlers: [], mount: { childAt: '0..' }, answers: true, see: '@trpc/server 11.25.2' },
    { kind: 'rpc', call: 'initTRPC.create().procedure.query', method: 'QUERY', handlers: ['0'], contextAt: '0.ctx', repeats: 'client', answers: true, see: '@trpc/server 11.25.2' },
    { kind: 'rpc', call: 'initTRPC.create().procedure.mutation', method: 'MUTATION', handlers: ['0'], contextAt: '0.ctx', repeats: 'client', answers: true, see: '@trpc/server 11.25.2' },
    { kind: 'rpc', call: 'initTRPC.create().procedure.subscription', method: 'SUBSCRIPTION', handlers: ['0'], contextAt: '0.ctx', repeats: 'never', answers: true, see: '@trpc/server 11.25.2' },
    {
      kind: 'middleware', call: 'initTRPC.create().procedure.use', name: 'tRPC middleware', handlers: ['0'], continues: '0.next', answers: true,
      see: '@trpc/server 11.25.2: the procedures built on it',
    },
    { kind: 'middleware', call: 'createHTTPServer', name: 'tRPC context', context: true, handlers: ['0.createContext'], mount: { childAt: '0.router' }, answers: true, see: '@trpc/server 11.25.2' },
    { kind: 'middleware', call: 'createExpressMiddleware', name: 'tRPC context', context: true, handlers: ['0.createContext'], mount: { childAt: '0.router' }, answers: true, see: '@trpc/server 11.25.2' },
    { kind: 'middleware', call: 'createHTTPHandler', name: 'tRPC context', context: true, handlers: ['0.createContext'], mount: { childAt: '0.router' }, answers: true, see: '@trpc/server 11.25.2' },
    { kind: 'middleware', call: 'fetchRequestHandler', name: 'tRPC context', context: true, handlers: ['0.createContext'], mount: { childAt: '0.router' }, answers: true, see: '@trpc/server 11.25.2' },
    { kind: 'middleware', call: 'awsLambdaRequestHandler', name: 'tRPC context', context: true, handlers: ['0.createContext'], mount: { childAt: '0.router' }, answers: true, see: '@trpc/server 11.25.2' },
    { kind: 'middleware', call: 'createNextApiHandler', name: 'tRPC context', context: true, handlers: ['0.createContext'], mount: { childAt: '0.router' }, answers: true, see: '@trpc/server 11.25.2' },
  ],
  resources: [
    { create: 'initTRPC.create().router', is: 'router', name: 'tRPC router', see: '@trpc/server 11.25.2' },
    { create: 'initTRPC.create().mergeRouters', is: 'router', name: 'tRPC router', see: '@trpc/server 11.25.2' },
    // What is mounted on an application hands its requests to the router.
    { create: 'createExpressMiddleware', is: 'router', name: 'tRPC middleware', see: '@trpc/server 11.25.2' },
    {
      create: 'createHTTPServer', is: 'server', name: 'tRPC HTTP server', close: [{ call: 'close', awaitable: false, waits: true, callbackAt: '0' }], opens: ['listen'],
      mustClose: true, see: '@trpc/server 11.25.2',
    },
  ],
  bodies: [
    { call: 'createHTTPServer', covers: 'server', limit: { limits: 'body', at: ['0.maxBodySize'], unit: 'bytes', default: 'never', see: '@trpc/server 11.25.2: 20 MiB accepted (ran)' } },
    {
      call: 'createNextApiHandler', covers: 'chain', unparsed: true,
      limit: { limits: 'body', at: ['0.maxBodySize'], unit: 'bytes', default: 'never', see: '@trpc/server 11.25.2 src/adapters/node-http/incomingMessageToRequest.ts: what is parsed already is taken as it is' },
    },
    {
      call: 'createExpressMiddleware', covers: 'chain', unparsed: true,
      limit: { limits: 'body', at: ['0.maxBodySize'], unit: 'bytes', default: 'never', see: '@trpc/server 11.25.2 src/adapters/node-http/incomingMessageToRequest.ts' },
    },
    { call: 'createHTTPHandler', covers: 'server', limit: { limits: 'body', at: ['0.maxBodySize'], unit: 'bytes', default: 'never', see: '@trpc/server 11.25.2' } },
  ],
};
