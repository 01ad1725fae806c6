import type { Library } from './schema.js';

export const library: Library = {
  package: 'fastify',
  name: 'Fastify',
  source: 'fastify@5.12.8, 5.7.4, 4.29.1: fastify.js, lib/route.js, docs/Reference/Server.md; ran on loopback',
  checkedOn: ['fastify@5.12.8', '@types/proxy-addr@2.0.3'],

  same: [
    { path: 'fastify', is: '' },
    { path: 'default', is: '' },
    { path: '().withTypeProvider()', is: '()' },
    { path: '().register()', is: '()' },
    { path: '().after()', is: '()' },
    { path: '().get()', is: '()' },
    { path: '().post()', is: '()' },
    { path: '().route()', is: '()' },
    { path: '().addHook()', is: '()' },
    { path: '().decorate()', is: '()' },
    { path: '().server', is: 'node:http|createServer()' },
  ],
  types: { FastifyInstance: '()' },

  answersBy: ['FastifyReply()'],

  callbacks: [
    { call: '().register', callback: '0', runs: 'start', parameters: ['()', '@1'] },
    { call: '().after', callback: '0', runs: 'start' },
    { call: '().addHook', callback: '1', runs: 'start', when: { at: '0', is: ['onReady', 'onListen', 'onRoute', 'onRegister'] }, parameters: ['()'] },
    { call: '().ready', callback: '0', runs: 'start' },
    { call: '().listen', callback: '-1', runs: 'later' },
  ],

  assigns: [{ call: '().decorate', nameAt: '0', valueAt: '1', on: '()' }],

  entryPoints: [
    { kind: 'http', call: '().get', method: 'GET', nameAt: '0', handlers: ['-1', '1.handler'], answersAt: ['1'], before: ['1.onRequest', '1.preParsing', '1.preValidation', '1.preHandler'], self: 'of:', answers: true, repeats: 'client', see: 'fastify 5.12.8' },
    { kind: 'http', call: '().post', method: 'POST', nameAt: '0', handlers: ['-1', '1.handler'], answersAt: ['1'], before: ['1.onRequest', '1.preParsing', '1.preValidation', '1.preHandler'], self: 'of:', answers: true, repeats: 'client', see: 'fastify 5.12.8' },
    { kind: 'http', call: '().put', method: 'PUT', nameAt: '0', handlers: ['-1', '1.handler'], answersAt: ['1'], before: ['1.onRequest', '1.preParsing', '1.preValidation', '1.preHandler'], self: 'of:', answers: true, repeats: 'client', see: 'fastify 5.12.8' },
    { kind: 'http', call: '().patch', method: 'PATCH', nameAt: '0', handlers: ['-1', '1.handler'], answersAt: ['1'], before: ['1.onRequest', '1.preParsing', '1.preValidation', '1.preHandler'], self: 'of:', answers: true, repeats: 'client', see: 'fastify 5.12.8' },
    { kind: 'http', call: '().delete', method: 'DELETE', nameAt: '0', handlers: ['-1', '1.handler'], answersAt: ['1'], before: ['1.onRequest', '1.preParsing', '1.preValidation', '1.preHandler'], self: 'of:', answers: true, repeats: 'client', see: 'fastify 5.12.8' },
    { kind: 'http', call: '().head', method: 'HEAD', nameAt: '0', handlers: ['-1', '1.handler'], answersAt: ['1'], self: 'of:', answers: true, repeats: 'client', see: 'fastify 5.12.8' },
    { kind: 'http', call: '().options', method: 'OPTIONS', nameAt: '0', handlers: ['-1', '1.handler'], answersAt: ['1'], self: 'of:', answers: true, repeats: 'client', see: 'fastify 5.12.8' },
    { kind: 'http', call: '().all', method: 'ALL', nameAt: '0', handlers: ['-1', '1.handler'], answersAt: ['1'], before: ['1.onRequest', '1.preValidation', '1.preHandler'], self: 'of:', answers: true, repeats: 'client', see: 'fastify 5.12.8' },
    { kind: 'http', call: '().route', methodAt: '0.method', nameAt: '0.url', handlers: ['0.handler'], answersAt: ['1'], before: ['0.onRequest', '0.preParsing', '0.preValidation', '0.preHandler'], self: 'of:', answers: true, repeats: 'client', see: 'fastify 5.12.8' },
    { kind: 'http', call: '().setNotFoundHandler', method: 'ALL', name: 'not found', handlers: ['-1'], answersAt: ['1'], self: 'of:', answers: true, repeats: 'client', see: 'fastify 5.12.8; handlerTimeout does not cover it' },
    { kind: 'middleware', call: '().addHook', name: 'hook', phase: 0, handlers: ['1'], answersAt: ['1', '2'], self: 'of:', answers: true, when: { at: '0', is: ['onRequest'] }, see: 'fastify 5.12.8: routes of the same or a child scope registered after it (ran)' },
    { kind: 'middleware', call: '().addHook', name: 'hook', phase: 1, handlers: ['1'], answersAt: ['1', '3'], self: 'of:', answers: true, when: { at: '0', is: ['preParsing'] }, see: 'fastify 5.12.8' },
    { kind: 'middleware', call: '().addContentTypeParser', name: 'content type parser', phase: 1, handlers: ['-1'], answersAt: ['2'], self: 'of:', answers: true, see: 'fastify 5.12.8: between preParsing and preValidation; without parseAs it is given the stream, and no limit' },
    { kind: 'middleware', call: '().addHook', name: 'hook', phase: 2, handlers: ['1'], answersAt: ['1', '2'], self: 'of:', answers: true, when: { at: '0', is: ['preValidation'] }, see: 'fastify 5.12.8' },
    { kind: 'middleware', call: '().addHook', name: 'hook', phase: 3, handlers: ['1'], answersAt: ['1', '2'], self: 'of:', answers: true, when: { at: '0', is: ['preHandler'] }, see: 'fastify 5.12.8' },
    { kind: 'middleware', call: '().addHook', name: 'hook', phase: 4, after: true, handlers: ['1'], answersAt: ['1', '3'], self: 'of:', answers: true, when: { at: '0', is: ['preSerialization', 'onSend', 'onError'] }, see: 'fastify 5.12.8' },
    { kind: 'middleware', call: '().addHook', name: 'hook', phase: 4, after: 'answered', handlers: ['1'], answersAt: ['1', '2'], self: 'of:', answers: true, when: { at: '0', is: ['onResponse', 'onTimeout', 'onRequestAbort'] }, see: 'fastify 5.12.8' },
    { kind: 'error-handler', call: '().setErrorHandler', name: 'error handler', handlers: ['0'], answers: true, see: 'fastify 5.12.8' },
    { kind: 'middleware', call: '().register', handlers: [], answers: true, mount: { prefixAt: '1.prefix', childAt: '0', unscopedBy: 'fastify-plugin|' }, see: 'fastify 5.12.8: encapsulated child scope' },
  ],

  resources: [
    {
      create: '', is: 'server', name: 'Fastify server', opens: ['listen'], mustClose: true,
      close: [{ call: 'close', awaitable: true, waits: true }],
      limits: [
        { limits: 'headers', at: ['0.requestTimeout'], default: 'never', offAt: [0], note: 'receives the request; no budget for the handler', see: 'fastify 5.12.8 (ran)' },
        { limits: 'idle', keepsAlive: true, at: ['0.keepAliveTimeout'], default: 72000, see: 'fastify 5.12.8 (ran)' },
      ],
      see: 'fastify 5.12.8 close(): waits without limit (ran)',
    },
  ],

  budgets: [
    { call: '', covers: 'server', limit: { limits: 'total', at: ['0.handlerTimeout'], default: 'never', offAt: [0], versions: '>=5.8.0', note: 'the handler keeps running after the 503; up to 5.12.8 it does not end a request whose body was read', see: 'fastify 5.8.0 fastify.js; ran; https://github.com/fastify/fastify/pull/6725' } },
    { call: '().get', covers: 'route', limit: { limits: 'total', at: ['1.handlerTimeout'], default: 'never', versions: '>=5.8.0', see: 'fastify 5.8.0; ran' } },
    { call: '().post', covers: 'route', limit: { limits: 'total', at: ['1.handlerTimeout'], default: 'never', versions: '>=5.8.0', see: 'fastify 5.8.0; ran' } },
    { call: '().put', covers: 'route', limit: { limits: 'total', at: ['1.handlerTimeout'], default: 'never', versions: '>=5.8.0', see: 'fastify 5.8.0; ran' } },
    { call: '().patch', covers: 'route', limit: { limits: 'total', at: ['1.handlerTimeout'], default: 'never', versions: '>=5.8.0', see: 'fastify 5.8.0; ran' } },
    { call: '().delete', covers: 'route', limit: { limits: 'total', at: ['1.handlerTimeout'], default: 'never', versions: '>=5.8.0', see: 'fastify 5.8.0; ran' } },
    { call: '().all', covers: 'route', limit: { limits: 'total', at: ['1.handlerTimeout'], default: 'never', versions: '>=5.8.0', see: 'fastify 5.8.0; ran' } },
    { call: '().route', covers: 'route', limit: { limits: 'total', at: ['0.handlerTimeout'], default: 'never', versions: '>=5.8.0', see: 'fastify 5.8.0; ran' } },
  ],

  provisions: [
    { call: '', is: 'logger', needs: ['0.logger', '0.loggerInstance'] },
    // Each line of a request's log carries its `reqId`.
    { call: '', is: 'request-id', needs: ['0.logger', '0.loggerInstance'] },
  ],

  bodies: [
    { call: '', covers: 'server', limit: { limits: 'body', at: ['0.bodyLimit'], unit: 'bytes', default: 1048576, see: 'fastify 5.12.8: 1100 KiB -> 413 (ran)' } },
    { call: '().post', covers: 'route', limit: { limits: 'body', at: ['1.bodyLimit'], unit: 'bytes', default: 1048576, see: 'fastify 5.12.8' } },
    { call: '().put', covers: 'route', limit: { limits: 'body', at: ['1.bodyLimit'], unit: 'bytes', default: 1048576, see: 'fastify 5.12.8' } },
    { call: '().patch', covers: 'route', limit: { limits: 'body', at: ['1.bodyLimit'], unit: 'bytes', default: 1048576, see: 'fastify 5.12.8' } },
    { call: '().route', covers: 'route', limit: { limits: 'body', at: ['0.bodyLimit'], unit: 'bytes', default: 1048576, see: 'fastify 5.12.8' } },
    { call: '().addContentTypeParser', covers: 'chain', limit: { limits: 'body', at: ['1.bodyLimit'], unit: 'bytes', default: 1048576, note: 'a parser without parseAs reads the stream by hand', see: 'fastify 5.12.8' } },
  ],

  closers: [
    { call: '().addHook', when: { at: '0', is: ['onClose'] }, serverAt: 'of:', cleanups: ['1'], passes: ['of:'], self: 'of:', server: 'first', order: 'reverse', see: 'fastify 5.12.8: onClose runs after the drain, last registered first (ran)' },
    { call: '().addHook', when: { at: '0', is: ['preClose'] }, serverAt: 'of:', cleanups: ['1'], self: 'of:', server: 'last', see: 'fastify 5.12.8: preClose runs before the drain (ran)' },
  ],

  words: [{ is: 'url-part', names: ['query'], see: 'fastify@5.12.8' }, { is: 'request-part', names: ['body', 'method'], see: 'fastify@5.12.8' }, { is: 'request', names: ['raw'], see: 'fastify@5.12.8' }],
  remarks: [
    { options: ['connectionTimeout'], default: '0 (off)', unit: 'ms', says: 'socket inactivity (server.setTimeout); then ECONNRESET, no status', see: 'fastify@5.12.8 build/build-validation.js' },
    { options: ['pluginTimeout'], default: '10000', unit: 'ms', says: 'plugin boot, not requests', see: 'fastify@5.12.8 build/build-validation.js' },
    { options: ['http2SessionTimeout'], default: '72000', unit: 'ms', says: 'http2 session idle', see: 'fastify@5.12.8 build/build-validation.js' },
    { options: ['maxParamLength'], default: '100', unit: 'chars', says: 'a threshold', see: 'fastify@5.12.8 build/build-validation.js' },
    { says: 'a bare fastify() has NO receive timeout at all, unlike bare node:http', see: 'fastify@5.12.8 build/build-validation.js' },
    { says: 'requestTimeout does not bound handlers', see: 'fastify@5.12.8 build/build-validation.js' },
    { says: 'fastify({requestTimeout:n}) with n < 60000 is assigned after creation while headersTimeout stays 60000, so a slow body is cut only at 60 s; add http:{headersTimeout:<=n} and it is cut at 1.0 s', see: 'fastify@5.12.8 build/build-validation.js' },
    { says: 'with serverFactory the timeout options are ignored', see: 'fastify@5.12.8 build/build-validation.js' },
    { says: 'request ids: genReqId counter per process, requestIdHeader false by default in v5, so ids collide across instances', see: 'fastify@5.12.8 build/build-validation.js' },
    { says: 'closing, onClose hooks vs in-flight requests: onClose runs only after the HTTP server is fully closed, so pools closed in onClose are safe for in-flight requests', see: 'fastify@5.12.8' },
    { says: 'closing, request in flight on a keep-alive connection: after its response the connection stays open for keepAliveTimeout, default 72000 ms: close() took 73.8 s with a 1 s request, and was still pending at 12 s in every forceCloseConnections mode except true; with keepAliveTimeout:500 it took 2.4 s. A next request on that connection gets 503 + Connection: close and ends it', see: 'fastify@5.12.8' },
    { says: 'closing, forceCloseConnections: default "idle" (closeIdleConnections once, where Node has it); true = closeAllConnections: in-flight requests are killed; false = nothing', see: 'fastify@5.12.8' },
    { says: 'closing, onClose hook throws: close() rejects with it; the other onClose hooks still run', see: 'fastify@5.12.8' },
    { says: 'closing, onClose hook that never settles: close() hangs; pluginTimeout does not apply', see: 'fastify@5.12.8' },
    { says: 'closing, close() twice: both resolve', see: 'fastify@5.12.8' },
  ],
};
