import type { Library } from './schema.js';

export const library: Library = {
  package: 'hono',
  modules: ['hono/quick', 'hono/tiny', 'hono/timeout', 'hono/body-limit', 'hono/factory', '@hono/zod-openapi'],
  name: 'Hono',
  source: 'hono@4.13.19 middleware/timeout, middleware/body-limit; ran on loopback',
  same: [
    { path: 'default', is: '' },
    { path: 'Hono().basePath()', is: 'Hono()' },
    { path: 'Hono().*()', is: 'Hono()' },
    { path: 'createFactory().createApp()', is: 'Hono()' },
    { path: 'OpenAPIHono()', is: 'Hono()' },
  ],
  types: { Hono: 'Hono()', Context: 'Context()' },
  callbacks: [{ call: 'Hono().onError', callback: '0', runs: 'now' }],
  values: [
    { call: 'Context().get', gives: 'token', named: [{ by: 'Context().set', at: '1', under: '0' }] },
    { call: 'createRoute', gives: 'argument', from: '0' },
    { call: 'createMiddleware', gives: 'function', from: '0' },
    { call: 'createFactory().createMiddleware', gives: 'function', from: '0' },
    { call: 'createFactory().createHandlers', gives: 'list' },
  ],
  assigns: [{ call: 'Context().set', nameAt: '0', valueAt: '1', on: 'Context().var' }],

  entryPoints: [
    { kind: 'http', call: 'Hono().openapi', methodAt: '0.method', nameAt: '0.path', handlers: ['1'], parameters: ['Context()'], continues: '1', answers: true, repeats: 'client', see: '@hono/zod-openapi 1.6.3' },
    { kind: 'http', call: 'Hono().get', method: 'GET', nameAt: '0', handlers: ['1..'], parameters: ['Context()'], continues: '1', answers: true, repeats: 'client', see: 'hono 4.13.19' },
    { kind: 'http', call: 'Hono().post', method: 'POST', nameAt: '0', handlers: ['1..'], parameters: ['Context()'], continues: '1', answers: true, repeats: 'client', see: 'hono 4.13.19' },
    { kind: 'http', call: 'Hono().put', method: 'PUT', nameAt: '0', handlers: ['1..'], parameters: ['Context()'], continues: '1', answers: true, repeats: 'client', see: 'hono 4.13.19' },
    { kind: 'http', call: 'Hono().patch', method: 'PATCH', nameAt: '0', handlers: ['1..'], parameters: ['Context()'], continues: '1', answers: true, repeats: 'client', see: 'hono 4.13.19' },
    {
      kind: 'http', call: 'Hono().delete', method: 'DELETE', nameAt: '0', handlers: ['1..'], parameters: ['Context()'], continues: '1', answers: true, repeats: 'client',
      see: 'hono 4.13.19',
    },
    {
      kind: 'http', call: 'Hono().options', method: 'OPTIONS', nameAt: '0', handlers: ['1..'], parameters: ['Context()'], continues: '1', answers: true, repeats: 'client',
      see: 'hono 4.13.19',
    },
    { kind: 'http', call: 'Hono().all', method: 'ALL', nameAt: '0', handlers: ['1..'], parameters: ['Context()'], continues: '1', answers: true, repeats: 'client', see: 'hono 4.13.19' },
    { kind: 'http', call: 'Hono().on', methodAt: '0', nameAt: '1', handlers: ['2..'], parameters: ['Context()'], continues: '1', repeats: 'client', answers: true, see: 'hono 4.13.19' },
    {
      kind: 'middleware', call: 'Hono().use', nameAt: '0', handlers: ['0..'], parameters: ['Context()'], continues: '1', answers: true,
      see: 'hono 4.13.19: routes registered after it (ran)',
    },
    { kind: 'middleware', call: 'Hono().route', handlers: [], mount: { prefixAt: '0', childAt: '1' }, answers: true, see: 'hono 4.13.19' },
    { kind: 'middleware', call: 'Hono().mount', handlers: ['1'], nameAt: '0', answers: true, see: 'hono 4.13.19' },
    { kind: 'middleware', call: 'Hono().basePath', handlers: [], prefix: { at: '0' }, answers: true, see: 'hono 4.13.19' },
    { kind: 'error-handler', call: 'Hono().onError', name: 'error handler', handlers: ['0'], parameters: ['', 'Context()'], answers: true, see: 'hono 4.13.19' },
  ],
  resources: [{ create: 'Hono', is: 'app', name: 'Hono app', see: 'hono 4.13.19' }],
  budgets: [{ call: 'timeout', covers: 'chain', limit: { limits: 'total', at: ['0'], default: 'unknown', note: 'the handler keeps running', see: 'hono 4.13.19: 504 after 366 ms for 300 (ran)' } }],
  bodies: [
    { call: 'bodyLimit', covers: 'chain', limit: { limits: 'body', at: ['0.maxSize'], unit: 'bytes', default: 'unknown', see: 'hono 4.13.19' } },
    { call: 'Context().req.json', covers: 'route', limit: { limits: 'body', at: [], unit: 'bytes', default: 'never', see: 'hono 4.13.19: 20 MiB accepted (ran)' } },
    { call: 'Context().req.text', covers: 'route', limit: { limits: 'body', at: [], unit: 'bytes', default: 'never', see: 'hono 4.13.19' } },
    { call: 'Context().req.parseBody', covers: 'route', limit: { limits: 'body', at: [], unit: 'bytes', default: 'never', see: 'hono 4.13.19' } },
    { call: 'Context().req.formData', covers: 'route', limit: { limits: 'body', at: [], unit: 'bytes', default: 'never', see: 'hono 4.13.19' } },
    { call: 'Context().req.arrayBuffer', covers: 'route', limit: { limits: 'body', at: [], unit: 'bytes', default: 'never', see: 'hono 4.13.19' } },
    { call: 'Context().req.blob', covers: 'route', limit: { limits: 'body', at: [], unit: 'bytes', default: 'never', see: 'hono 4.13.19' } },
  ],
  words: [
    { is: 'url-part', names: ['query'], see: 'hono@4.13.19' }, { is: 'request-part', names: ['json', 'text', 'formData', 'method'], see: 'hono@4.13.19' },
    { is: 'request', names: ['req', 'raw'], see: 'hono@4.13.19' },
  ],
};
