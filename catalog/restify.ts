import type { Library } from './schema.js';

export const library: Library = {
  package: 'restify',
  source: 'restify@11.1.0 lib/plugins/*.js; 12.0.0 instance methods',
  checkedOn: ['restify@11.1.0', '@types/restify@8.5.12'],
  same: [
    { path: 'default', is: '' },
    { path: 'createServer().server', is: 'node:http|createServer()' },
  ],
  types: { Server: 'createServer()' },
  entryPoints: [
    { kind: 'http', call: 'createServer().get', method: 'GET', nameAt: '0', handlers: ['1..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'restify 11.1.0' },
    { kind: 'http', call: 'createServer().post', method: 'POST', nameAt: '0', handlers: ['1..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'restify 11.1.0' },
    { kind: 'http', call: 'createServer().put', method: 'PUT', nameAt: '0', handlers: ['1..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'restify 11.1.0' },
    { kind: 'http', call: 'createServer().patch', method: 'PATCH', nameAt: '0', handlers: ['1..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'restify 11.1.0' },
    { kind: 'http', call: 'createServer().del', method: 'DELETE', nameAt: '0', handlers: ['1..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'restify 11.1.0' },
    { kind: 'http', call: 'createServer().head', method: 'HEAD', nameAt: '0', handlers: ['1..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'restify 11.1.0' },
    { kind: 'http', call: 'createServer().opts', method: 'OPTIONS', nameAt: '0', handlers: ['1..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'restify 11.1.0' },
    { kind: 'middleware', call: 'createServer().use', name: 'middleware', handlers: ['0..'], answersAt: ['1', '2'], answers: true, see: 'restify 11.1.0' },
    { kind: 'middleware', call: 'createServer().pre', name: 'middleware', handlers: ['0..'], answersAt: ['1', '2'], answers: true, see: 'restify 11.1.0: before routing' },
  ],
  resources: [
    {
      create: 'createServer', is: 'server', name: 'Restify server', close: [{ call: 'close', awaitable: false, waits: true, callbackAt: '0' }], opens: ['listen'], mustClose: true,
      see: 'restify 11.1.0',
    },
  ],
  bodies: [
    { call: 'plugins.bodyParser', covers: 'chain', limit: { limits: 'body', at: ['0.maxBodySize'], unit: 'bytes', default: 'never', offAt: [0], see: 'restify 11.1.0' } },
    { call: 'plugins.jsonBodyParser', covers: 'chain', limit: { limits: 'body', at: ['0.maxBodySize'], unit: 'bytes', default: 'never', offAt: [0], see: 'restify 11.1.0' } },
  ],

  remarks: [
    { says: 'restify 11.1.0 cannot be loaded on Node 24 (No such module: http_parser); 12.0.0 loads', see: 'restify@11.1.0 lib/plugins/*.js' },
  ],
};
