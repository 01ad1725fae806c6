import type { Library } from './schema.js';

export const library: Library = {
  package: '@koa/router',
  modules: ['koa-router'],
  name: 'koa router',
  source: '@koa/router@15.7.0 instance methods',
  checkedOn: ['@koa/router@15.7.0', '@types/koa__router@15.0.0', 'koa-router@14.0.0'],
  same: [
    { path: 'default', is: '' },
    { path: 'Router', is: '' },
    { path: '().routes()', is: '()' },
    { path: '().middleware()', is: '()' },
    { path: '().*()', is: '()' },
  ],
  types: { RouterInstance: '()' },
  entryPoints: [
    { kind: 'http', call: '().get', method: 'GET', nameAt: '0', optionalName: true, handlers: ['1..'], continues: '1', answers: true, repeats: 'client', see: '@koa/router 15.7.0; a name may stand before the path' },
    { kind: 'http', call: '().post', method: 'POST', nameAt: '0', optionalName: true, handlers: ['1..'], continues: '1', answers: true, repeats: 'client', see: '@koa/router 15.7.0' },
    { kind: 'http', call: '().put', method: 'PUT', nameAt: '0', optionalName: true, handlers: ['1..'], continues: '1', answers: true, repeats: 'client', see: '@koa/router 15.7.0' },
    { kind: 'http', call: '().patch', method: 'PATCH', nameAt: '0', optionalName: true, handlers: ['1..'], continues: '1', answers: true, repeats: 'client', see: '@koa/router 15.7.0' },
    { kind: 'http', call: '().delete', method: 'DELETE', nameAt: '0', optionalName: true, handlers: ['1..'], continues: '1', answers: true, repeats: 'client', see: '@koa/router 15.7.0' },
    { kind: 'http', call: '().del', method: 'DELETE', nameAt: '0', optionalName: true, handlers: ['1..'], continues: '1', answers: true, repeats: 'client', see: '@koa/router 15.7.0' },
    { kind: 'http', call: '().head', method: 'HEAD', nameAt: '0', optionalName: true, handlers: ['1..'], continues: '1', answers: true, repeats: 'client', see: '@koa/router 15.7.0' },
    { kind: 'http', call: '().options', method: 'OPTIONS', nameAt: '0', optionalName: true, handlers: ['1..'], continues: '1', answers: true, repeats: 'client', see: '@koa/router 15.7.0' },
    { kind: 'http', call: '().all', method: 'ALL', nameAt: '0', optionalName: true, handlers: ['1..'], continues: '1', answers: true, repeats: 'client', see: '@koa/router 15.7.0' },
    { kind: 'http', call: '().register', methodAt: '1', nameAt: '0', handlers: ['2..'], continues: '1', answers: true, repeats: 'client', see: '@koa/router 15.7.0' },
    { kind: 'middleware', call: '().use', nameAt: '0', handlers: ['0..'], continues: '1', answers: true, mount: { prefixAt: '0', childAt: '0..' }, see: '@koa/router 15.7.0' },
    { kind: 'middleware', call: '', handlers: [], answers: true, prefix: { at: '0.prefix' }, see: '@koa/router 15.7.0' },
    { kind: 'middleware', call: '().prefix', handlers: [], answers: true, prefix: { at: '0' }, see: '@koa/router 15.7.0' },
  ],
  resources: [{ create: '', is: 'router', name: 'koa router', see: '@koa/router 15.7.0' }],
};
