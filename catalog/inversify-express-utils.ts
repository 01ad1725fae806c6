import type { Library } from './schema.js';

export const library: Library = {
  package: 'inversify-express-utils',
  name: 'Inversify Express',
  source: 'inversify-express-utils (README)',
  checkedOn: ['inversify-express-utils@6.5.0'],
  same: [
    { path: 'InversifyExpressServer().build()', is: 'express|()' },
    { path: 'InversifyExpressServer().setConfig()', is: 'InversifyExpressServer()' },
    { path: 'InversifyExpressServer().setErrorConfig()', is: 'InversifyExpressServer()' },
  ],
  types: { InversifyExpressServer: 'InversifyExpressServer()' },
  callbacks: [
    { call: 'InversifyExpressServer().setConfig', callback: '0', runs: 'start', parameters: ['express|()'] },
    { call: 'InversifyExpressServer().setErrorConfig', callback: '0', runs: 'start', parameters: ['express|()'] },
  ],
  entryPoints: [
    { kind: 'http', decorator: 'httpGet', method: 'GET', nameAt: '0', classDecorator: 'controller', before: ['1..'], classBefore: ['1..'], members: ['handler'], answers: true, repeats: 'client', see: 'inversify-express-utils' },
    { kind: 'http', decorator: 'httpPost', method: 'POST', nameAt: '0', classDecorator: 'controller', before: ['1..'], classBefore: ['1..'], members: ['handler'], answers: true, repeats: 'client', see: 'inversify-express-utils' },
    { kind: 'http', decorator: 'httpPut', method: 'PUT', nameAt: '0', classDecorator: 'controller', before: ['1..'], classBefore: ['1..'], members: ['handler'], answers: true, repeats: 'client', see: 'inversify-express-utils' },
    { kind: 'http', decorator: 'httpPatch', method: 'PATCH', nameAt: '0', classDecorator: 'controller', before: ['1..'], classBefore: ['1..'], members: ['handler'], answers: true, repeats: 'client', see: 'inversify-express-utils' },
    { kind: 'http', decorator: 'httpDelete', method: 'DELETE', nameAt: '0', classDecorator: 'controller', before: ['1..'], classBefore: ['1..'], members: ['handler'], answers: true, repeats: 'client', see: 'inversify-express-utils' },
    { kind: 'http', decorator: 'httpHead', method: 'HEAD', nameAt: '0', classDecorator: 'controller', before: ['1..'], classBefore: ['1..'], members: ['handler'], answers: true, repeats: 'client', see: 'inversify-express-utils' },
    { kind: 'http', decorator: 'all', method: 'ALL', nameAt: '0', classDecorator: 'controller', before: ['1..'], classBefore: ['1..'], members: ['handler'], answers: true, repeats: 'client', see: 'inversify-express-utils' },
  ],
};
