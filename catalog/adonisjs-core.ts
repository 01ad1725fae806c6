import type { Library } from './schema.js';

export const library: Library = {
  package: '@adonisjs/core/services/router',
  modules: ['@ioc:Adonis/Core/Route'],
  name: 'AdonisJS router',
  source: '@adonisjs/http-server@9.3.1 build/src/router/*.d.ts; @adonisjs/bodyparser@11.0.4 define_config',
  checkedOn: ['@adonisjs/core@6.21.0'],
  same: [{ path: 'default', is: '' }],
  callbacks: [{ call: 'group', callback: '0', runs: 'start' }],
  entryPoints: [
    { kind: 'http', call: 'get', method: 'GET', nameAt: '0', handlers: ['1'], answers: true, repeats: 'client', see: '@adonisjs/http-server 9.3.1' },
    { kind: 'http', call: 'post', method: 'POST', nameAt: '0', handlers: ['1'], answers: true, repeats: 'client', see: '@adonisjs/http-server 9.3.1' },
    { kind: 'http', call: 'put', method: 'PUT', nameAt: '0', handlers: ['1'], answers: true, repeats: 'client', see: '@adonisjs/http-server 9.3.1' },
    { kind: 'http', call: 'patch', method: 'PATCH', nameAt: '0', handlers: ['1'], answers: true, repeats: 'client', see: '@adonisjs/http-server 9.3.1' },
    { kind: 'http', call: 'delete', method: 'DELETE', nameAt: '0', handlers: ['1'], answers: true, repeats: 'client', see: '@adonisjs/http-server 9.3.1' },
    { kind: 'http', call: 'any', method: 'ALL', nameAt: '0', handlers: ['1'], answers: true, repeats: 'client', see: '@adonisjs/http-server 9.3.1' },
  ],
  remarks: [
    { options: ['limit'], default: '1mb', says: 'a body of JSON, a form or raw text; set in config/bodyparser.ts', see: '@adonisjs/bodyparser 11.0.4' },
    { options: ['multipart'], default: '20mb', says: 'a multipart body; set in config/bodyparser.ts', see: '@adonisjs/bodyparser 11.0.4' },
    { says: 'no time limit for requests; the limits of node:http apply', see: '@adonisjs/http-server 9.3.1' },
  ],
};
