import type { Library } from './schema.js';

export const library: Library = {
  package: 'express',
  modules: ['express-serve-static-core'],
  name: 'Express',
  source: 'express@5.3.0 and 4.22.3 package.json; body-parser@2.4.0 lib/utils.js; ran on loopback',
  checkedOn: ['express@5.3.0', '@types/express@5.0.6'],

  same: [
    { path: 'default', is: '' },
    { path: 'Router()', is: '()' },
    { path: '().listen()', is: 'node:http|createServer()' },
    { path: '().route().*()', is: '().route()' },
    { path: '().use()', is: '()' },
    { path: '().get()', is: '()' },
    { path: '().post()', is: '()' },
    { path: '().put()', is: '()' },
    { path: '().patch()', is: '()' },
    { path: '().delete()', is: '()' },
    { path: '().all()', is: '()' },
    { path: '().set()', is: '()' },
    { path: '().enable()', is: '()' },
    { path: '().disable()', is: '()' },
    { path: '().engine()', is: '()' },
    { path: '().param()', is: '()' },
  ],
  types: { Express: '()', Application: '()', Router: '()', IRouter: '()' },

  callbacks: [
    { call: '().listen', callback: '-1', runs: 'later' },
  ],

  answersBy: ['Response()', 'NextFunction()'],

  entryPoints: [
    { kind: 'http', call: '().get', method: 'GET', nameAt: '0', handlers: ['1..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'express 5.3.0' },
    { kind: 'http', call: '().post', method: 'POST', nameAt: '0', handlers: ['1..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'express 5.3.0' },
    { kind: 'http', call: '().put', method: 'PUT', nameAt: '0', handlers: ['1..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'express 5.3.0' },
    { kind: 'http', call: '().patch', method: 'PATCH', nameAt: '0', handlers: ['1..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'express 5.3.0' },
    { kind: 'http', call: '().delete', method: 'DELETE', nameAt: '0', handlers: ['1..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'express 5.3.0' },
    { kind: 'http', call: '().del', method: 'DELETE', nameAt: '0', handlers: ['1..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'express 4.22.3 (4.x only)' },
    { kind: 'http', call: '().head', method: 'HEAD', nameAt: '0', handlers: ['1..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'express 5.3.0' },
    { kind: 'http', call: '().options', method: 'OPTIONS', nameAt: '0', handlers: ['1..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'express 5.3.0' },
    { kind: 'http', call: '().all', method: 'ALL', nameAt: '0', handlers: ['1..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'express 5.3.0' },
    { kind: 'http', call: '().route().get', method: 'GET', nameAt: 'creation:0', handlers: ['0..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'express 5.3.0' },
    { kind: 'http', call: '().route().post', method: 'POST', nameAt: 'creation:0', handlers: ['0..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'express 5.3.0' },
    { kind: 'http', call: '().route().put', method: 'PUT', nameAt: 'creation:0', handlers: ['0..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'express 5.3.0' },
    { kind: 'http', call: '().route().patch', method: 'PATCH', nameAt: 'creation:0', handlers: ['0..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'express 5.3.0' },
    { kind: 'http', call: '().route().delete', method: 'DELETE', nameAt: 'creation:0', handlers: ['0..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'express 5.3.0' },
    { kind: 'http', call: '().route().all', method: 'ALL', nameAt: 'creation:0', handlers: ['0..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'express 5.3.0' },
    { kind: 'middleware', call: '().param', name: 'parameter', handlers: ['1'], answers: true, see: 'express 5.3.0: before the handlers of routes with this parameter' },
    // A router or app among the arguments is mounted; a function with four parameters is an error handler.
    { kind: 'middleware', call: '().use', nameAt: '0', handlers: ['0..'], errorArity: 4, answersAt: ['1', '2'], answers: true, mount: { prefixAt: '0', childAt: '0..' }, see: 'express 5.3.0; strict registration order (ran)' },
  ],

  resources: [
    { create: '', is: 'app', name: 'Express app', opens: ['listen'], see: 'express 5.3.0: the app has no close; listen() gives the server (ran)' },
    { create: 'Router', is: 'router', name: 'Express router', see: 'express 5.3.0' },
  ],

  bodies: [
    { call: 'json', covers: 'chain', limit: { limits: 'body', at: ['0.limit'], unit: 'bytes', default: 102400, offAt: ['Infinity'], see: 'body-parser 2.4.0 lib/utils.js; 101 KiB -> 413 (ran)' } },
    { call: 'urlencoded', covers: 'chain', limit: { limits: 'body', at: ['0.limit'], unit: 'bytes', default: 102400, offAt: ['Infinity'], see: 'body-parser 2.4.0' } },
    { call: 'raw', covers: 'chain', limit: { limits: 'body', at: ['0.limit'], unit: 'bytes', default: 102400, offAt: ['Infinity'], see: 'body-parser 2.4.0' } },
    { call: 'text', covers: 'chain', limit: { limits: 'body', at: ['0.limit'], unit: 'bytes', default: 102400, offAt: ['Infinity'], see: 'body-parser 2.4.0' } },
  ],

  words: [{ is: 'url-part', names: ['query'], see: 'express@5.3.0' }, { is: 'request-part', names: ['body', 'method'], see: 'express@5.3.0' }, { is: 'request', names: ['req'], see: 'express@5.3.0' }],
  remarks: [
    { says: 'limit null or undefined -> default 100kb; body-parser 2 throws on an unparsable limit', see: 'express@5.3.0 / express@4.22.3 package.json' },
    { says: '101 KiB JSON -> 413 with err.type \'entity.too.large\' (4.x and 5.x)', see: 'express@5.3.0 / express@4.22.3 package.json' },
    { says: '4.x: a rejected async handler never reaches the error handler: request hangs and the rejection is unhandled; 5.x forwards it. express-async-errors patches 4.x', see: 'express@5.3.0 / express@4.22.3 package.json' },
    { says: '5.x: req.body is undefined (not {}) until a parser ran; 4.x likewise when no parser is mounted', see: 'express@5.3.0 / express@4.22.3 package.json' },
    { says: 'closing, listen error: express 5 passes it to the listen callback as first argument: a callback that ignores its argument hides the failure', see: 'express@5.3.0' },
  ],
};
