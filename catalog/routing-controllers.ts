import type { Library } from './schema.js';

export const library: Library = {
  package: 'routing-controllers',
  source: 'routing-controllers (README)',
  checkedOn: ['routing-controllers@0.11.3'],
  same: [
    { path: 'createExpressServer()', is: 'express|()' },
    { path: 'createKoaServer()', is: 'koa|()' },
  ],
  entryPoints: [
    { kind: 'http', call: 'useExpressServer', mount: { onAt: '0', childAt: '1.controllers', prefixAt: '1.routePrefix' }, answers: false, see: 'routing-controllers' },
    { kind: 'http', call: 'useKoaServer', mount: { onAt: '0', childAt: '1.controllers', prefixAt: '1.routePrefix' }, answers: false, see: 'routing-controllers' },
    { kind: 'http', decorator: 'Get', method: 'GET', nameAt: '0', classDecorator: 'JsonController', answers: true, repeats: 'client', see: 'routing-controllers' },
    { kind: 'http', decorator: 'Post', method: 'POST', nameAt: '0', classDecorator: 'JsonController', answers: true, repeats: 'client', see: 'routing-controllers' },
    { kind: 'http', decorator: 'Put', method: 'PUT', nameAt: '0', classDecorator: 'JsonController', answers: true, repeats: 'client', see: 'routing-controllers' },
    { kind: 'http', decorator: 'Patch', method: 'PATCH', nameAt: '0', classDecorator: 'JsonController', answers: true, repeats: 'client', see: 'routing-controllers' },
    { kind: 'http', decorator: 'Delete', method: 'DELETE', nameAt: '0', classDecorator: 'JsonController', answers: true, repeats: 'client', see: 'routing-controllers' },
    { kind: 'http', decorator: 'Head', method: 'HEAD', nameAt: '0', classDecorator: 'JsonController', answers: true, repeats: 'client', see: 'routing-controllers' },
    { kind: 'http', decorator: 'All', method: 'ALL', nameAt: '0', classDecorator: 'JsonController', answers: true, repeats: 'client', see: 'routing-controllers' },
    { kind: 'http', decorator: 'Get', method: 'GET', nameAt: '0', classDecorator: 'Controller', answers: true, repeats: 'client', see: 'routing-controllers' },
    { kind: 'http', decorator: 'Post', method: 'POST', nameAt: '0', classDecorator: 'Controller', answers: true, repeats: 'client', see: 'routing-controllers' },
    { kind: 'http', decorator: 'Put', method: 'PUT', nameAt: '0', classDecorator: 'Controller', answers: true, repeats: 'client', see: 'routing-controllers' },
    { kind: 'http', decorator: 'Patch', method: 'PATCH', nameAt: '0', classDecorator: 'Controller', answers: true, repeats: 'client', see: 'routing-controllers' },
    { kind: 'http', decorator: 'Delete', method: 'DELETE', nameAt: '0', classDecorator: 'Controller', answers: true, repeats: 'client', see: 'routing-controllers' },
    { kind: 'middleware', decorator: 'UseBefore', name: 'middleware', handlers: ['0..'], members: ['use'], answers: true, see: 'routing-controllers' },
  ],
};
