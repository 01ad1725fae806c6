import type { Library } from './schema.js';

export const library: Library = {
  package: 'koa-bodyparser',
  modules: ['@koa/bodyparser', 'koa-body'],
  source: 'koa-bodyparser@4.4.1 index.js; @koa/bodyparser@6.1.0; koa-body@8.0.1',
  same: [{ path: 'default', is: '' }, { path: 'bodyParser', is: '' }, { path: 'koaBody', is: '' }],
  bodies: [{ call: '', covers: 'chain', limit: { limits: 'body', at: ['0.jsonLimit'], unit: 'bytes', default: 1048576, note: 'forms have a limit of their own: 56 kB', see: 'koa-bodyparser 4.4.1: 1100 KiB -> 413 (ran)' } }],
};
