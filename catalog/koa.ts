import type { Library } from './schema.js';

export const library: Library = {
  package: 'koa',
  name: 'Koa',
  source: 'koa@3.3.0; ran on loopback',
  checkedOn: ['koa@3.3.0', '@types/koa@3.0.3'],
  same: [
    { path: 'default', is: '' },
    { path: '().listen()', is: 'node:http|createServer()' },
    { path: '().use()', is: '()' },
  ],
  types: { Application: '()' },
  callbacks: [{ call: '().listen', callback: '-1', runs: 'later' }],
  entryPoints: [
    // `router.routes()` among the arguments mounts the router.
    { kind: 'middleware', call: '().use', name: 'koa middleware', handlers: ['0'], continues: '1', answers: true, mount: { childAt: '0' }, see: 'koa 3.3.0: onion, in the order of use()' },
  ],
  resources: [{ create: '', is: 'app', name: 'Koa app', opens: ['listen'], see: 'koa 3.3.0: no close of its own; listen() gives the server (ran)' }],
  bodies: [{ call: '', covers: 'server', limit: { limits: 'body', at: [], unit: 'bytes', default: 'never', note: 'Koa reads no body without a parser', see: 'koa 3.3.0' } }],
  words: [{ is: 'url-part', names: ['query'], see: 'koa@3.3.0' }, { is: 'request-part', names: ['body', 'method'], see: 'koa@3.3.0' }, { is: 'request', names: ['req', 'request'], see: 'koa@3.3.0' }],
};
