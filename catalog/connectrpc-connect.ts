import type { Library } from './schema.js';

export const library: Library = {
  package: '@connectrpc/connect',
  modules: ['@connectrpc/connect-node', '@connectrpc/connect-fastify', '@connectrpc/connect-express', '@connectrpc/connect-next'],
  name: 'Connect RPC',
  source: '@connectrpc/connect@2.2.0 call-options.d.ts, limit-io.js; @connectrpc/connect-node@2.2.0; ran',
  checkedOn: ['@connectrpc/connect@2.2.0', '@connectrpc/connect-express@2.1.1', '@connectrpc/connect-fastify@2.1.1', '@connectrpc/connect-next@2.1.1', '@connectrpc/connect-node@2.2.0', '@connectrpc/connect@1.6.1'],
  same: [{ path: 'createPromiseClient', is: 'createClient' }],
  types: { ConnectRouter: 'ConnectRouter()' },
  callbacks: [
    { call: 'connectNodeAdapter', callback: '0.routes', runs: 'now', parameters: ['ConnectRouter()'] },
    { call: 'expressConnectMiddleware', callback: '0.routes', runs: 'now', parameters: ['ConnectRouter()'] },
    { call: 'nextJsApiRouter', callback: '0.routes', runs: 'now', parameters: ['ConnectRouter()'] },
    { call: 'fastifyConnectPlugin', callback: '1.routes', runs: 'now', parameters: ['ConnectRouter()'] },
  ],
  plugins: [{ plugin: 'fastifyConnectPlugin', registeredBy: 'fastify|().register', as: 'fastifyConnectPlugin' }],
  entryPoints: [
    { kind: 'rpc', call: 'ConnectRouter().service', handlers: ['1.*'], members: [], repeats: 'client', answers: true, see: '@connectrpc/connect 2.2.0' },
    { kind: 'rpc', call: 'ConnectRouter().rpc', nameAt: '0', handlers: ['-1'], repeats: 'client', answers: true, see: '@connectrpc/connect 2.2.0' },
  ],
  budgets: [
    {
      call: 'timeoutMs', propagated: { kinds: ['rpc'], member: 'timeoutMs' }, covers: 'route',
      limit: { limits: 'total', at: [], default: 'unknown', see: '@connectrpc/connect 2.2.0 implementation.d.ts HandlerContext.timeoutMs(): what is left of the time that the client allows' },
    },
  ],
  operations: [
    {
      call: 'createClient().*', is: 'outbound', effect: 'named',
      limits: [
        { limits: 'total', at: ['1.signal'], unit: 'signal', default: 'never', see: '@connectrpc/connect 2.2.0' },
        { limits: 'total', at: ['1.timeoutMs', 'creation:1|0.defaultTimeoutMs'], default: 'never', see: '@connectrpc/connect 2.2.0: pending after 640 s (ran)' },
      ],
      partnerAt: ['creation:1|0.baseUrl'], keys: ['1.headers.Idempotency-Key', '1.headers.X-Idempotency-Key', '1.headers.PayPal-Request-Id'], see: '@connectrpc/connect 2.2.0',
    },
  ],

  remarks: [
    { options: ['readMaxBytes', 'writeMaxBytes'], default: '4294967295', unit: 'bytes', says: 'limits the size', see: '@connectrpc/connect@2.2.0 call-options.d.ts' },
  ],
};
