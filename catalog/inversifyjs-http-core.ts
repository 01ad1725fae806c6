import type { Library } from './schema.js';

export const library: Library = {
  package: '@inversifyjs/http-core',
  modules: ['@inversifyjs/http-express', '@inversifyjs/http-fastify', '@inversifyjs/http-hono'],
  name: 'Inversify HTTP',
  source: '@inversifyjs/http-core (README)',
  checkedOn: ['@inversifyjs/http-core@5.6.1', '@inversifyjs/http-express@5.6.1'],
  same: [
    { path: 'InversifyExpressHttpAdapter().build()', is: 'express|()' },
    { path: 'InversifyFastifyHttpAdapter().build()', is: 'fastify|()' },
  ],
  entryPoints: [
    { kind: 'http', decorator: 'Get', method: 'GET', nameAt: '0', classDecorator: 'Controller', answers: true, repeats: 'client', see: '@inversifyjs/http-core' },
    { kind: 'http', decorator: 'Post', method: 'POST', nameAt: '0', classDecorator: 'Controller', answers: true, repeats: 'client', see: '@inversifyjs/http-core' },
    { kind: 'http', decorator: 'Put', method: 'PUT', nameAt: '0', classDecorator: 'Controller', answers: true, repeats: 'client', see: '@inversifyjs/http-core' },
    { kind: 'http', decorator: 'Patch', method: 'PATCH', nameAt: '0', classDecorator: 'Controller', answers: true, repeats: 'client', see: '@inversifyjs/http-core' },
    { kind: 'http', decorator: 'Delete', method: 'DELETE', nameAt: '0', classDecorator: 'Controller', answers: true, repeats: 'client', see: '@inversifyjs/http-core' },
    { kind: 'http', decorator: 'Head', method: 'HEAD', nameAt: '0', classDecorator: 'Controller', answers: true, repeats: 'client', see: '@inversifyjs/http-core' },
    { kind: 'http', decorator: 'All', method: 'ALL', nameAt: '0', classDecorator: 'Controller', answers: true, repeats: 'client', see: '@inversifyjs/http-core' },
    { kind: 'http', decorator: 'Options', method: 'OPTIONS', nameAt: '0', classDecorator: 'Controller', answers: true, repeats: 'client', see: '@inversifyjs/http-core' },
  ],
};
