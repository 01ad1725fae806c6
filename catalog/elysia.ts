import type { Library } from './schema.js';

export const library: Library = {
  package: 'elysia',
  name: 'Elysia',
  source: 'elysia@1.4.30 instance methods, dist/universal/server.d.ts',
  same: [
    { path: 'default', is: 'Elysia' },
    { path: 'Elysia().*()', is: 'Elysia()' },
  ],
  types: { Elysia: 'Elysia()' },
  callbacks: [{ call: 'Elysia().group', callback: '-1', runs: 'start', parameters: ['Elysia()'] }],
  entryPoints: [
    { kind: 'http', call: 'Elysia().get', method: 'GET', nameAt: '0', handlers: ['1'], answers: true, repeats: 'client', see: 'elysia 1.4.30' },
    { kind: 'http', call: 'Elysia().post', method: 'POST', nameAt: '0', handlers: ['1'], answers: true, repeats: 'client', see: 'elysia 1.4.30' },
    { kind: 'http', call: 'Elysia().put', method: 'PUT', nameAt: '0', handlers: ['1'], answers: true, repeats: 'client', see: 'elysia 1.4.30' },
    { kind: 'http', call: 'Elysia().patch', method: 'PATCH', nameAt: '0', handlers: ['1'], answers: true, repeats: 'client', see: 'elysia 1.4.30' },
    { kind: 'http', call: 'Elysia().delete', method: 'DELETE', nameAt: '0', handlers: ['1'], answers: true, repeats: 'client', see: 'elysia 1.4.30' },
    { kind: 'http', call: 'Elysia().head', method: 'HEAD', nameAt: '0', handlers: ['1'], answers: true, repeats: 'client', see: 'elysia 1.4.30' },
    { kind: 'http', call: 'Elysia().options', method: 'OPTIONS', nameAt: '0', handlers: ['1'], answers: true, repeats: 'client', see: 'elysia 1.4.30' },
    { kind: 'http', call: 'Elysia().all', method: 'ALL', nameAt: '0', handlers: ['1'], answers: true, repeats: 'client', see: 'elysia 1.4.30' },
    { kind: 'middleware', call: 'Elysia().onRequest', name: 'onRequest', handlers: ['-1'], answers: true, see: 'elysia 1.4.30' },
    { kind: 'middleware', call: 'Elysia().onParse', name: 'onParse', handlers: ['-1'], answers: true, see: 'elysia 1.4.30' },
    { kind: 'middleware', call: 'Elysia().onTransform', name: 'onTransform', handlers: ['-1'], answers: true, see: 'elysia 1.4.30' },
    { kind: 'middleware', call: 'Elysia().onBeforeHandle', name: 'onBeforeHandle', handlers: ['-1'], answers: true, see: 'elysia 1.4.30' },
    { kind: 'middleware', call: 'Elysia().onAfterHandle', name: 'onAfterHandle', handlers: ['-1'], answers: true, see: 'elysia 1.4.30' },
    { kind: 'middleware', call: 'Elysia().derive', name: 'derive', handlers: ['-1'], answers: true, see: 'elysia 1.4.30' },
    { kind: 'middleware', call: 'Elysia().resolve', name: 'resolve', handlers: ['-1'], answers: true, see: 'elysia 1.4.30' },
    { kind: 'middleware', call: 'Elysia().use', handlers: [], mount: { childAt: '0' }, answers: true, see: 'elysia 1.4.30' },
    { kind: 'error-handler', call: 'Elysia().onError', name: 'onError', handlers: ['-1'], answers: true, see: 'elysia 1.4.30' },
  ],
  resources: [{ create: 'Elysia', is: 'server', name: 'Elysia server', close: [{ call: 'stop', awaitable: true, waits: true }], opens: ['listen'], mustClose: true, see: 'elysia 1.4.30' }],
  bodies: [{ call: 'Elysia', covers: 'server', limit: { limits: 'body', at: ['0.serve.maxRequestBodySize'], unit: 'bytes', default: 134217728, unrun: 'needs the Bun runtime', see: 'elysia 1.4.30; Bun' } }],
};
