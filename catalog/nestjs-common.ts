import type { Library, When } from './schema.js';

// Kept for each tenant.
const DURABLE: When = { at: '0.durable', is: [true] };

export const library: Library = {
  package: '@nestjs/common',
  modules: ['@nestjs/common/decorators', '@nestjs/common/interfaces', '@nestjs/common/enums'],
  name: 'Nest',
  source: '@nestjs/common@12.5.1 decorators; ran with 12.5.1, 11, 10',
  checkedOn: ['@nestjs/common@12.5.1'],

  same: [{ path: 'CallHandler().handle()', is: 'rxjs|Observable()' }],
  types: { INestApplication: '@nestjs/core|NestFactory.create()', INestMicroservice: '@nestjs/core|NestFactory.createMicroservice()', INestApplicationContext: '@nestjs/core|NestFactory.createApplicationContext()', MiddlewareConsumer: 'MiddlewareConsumer()' },

  entryPoints: [
    { kind: 'http', decorator: 'Get', method: 'GET', nameAt: '0', classDecorator: 'Controller', answers: true, repeats: 'client', see: '@nestjs/common 12.5.1' },
    { kind: 'http', decorator: 'Post', method: 'POST', nameAt: '0', classDecorator: 'Controller', answers: true, repeats: 'client', see: '@nestjs/common 12.5.1' },
    { kind: 'http', decorator: 'Put', method: 'PUT', nameAt: '0', classDecorator: 'Controller', answers: true, repeats: 'client', see: '@nestjs/common 12.5.1' },
    { kind: 'http', decorator: 'Patch', method: 'PATCH', nameAt: '0', classDecorator: 'Controller', answers: true, repeats: 'client', see: '@nestjs/common 12.5.1' },
    { kind: 'http', decorator: 'Delete', method: 'DELETE', nameAt: '0', classDecorator: 'Controller', answers: true, repeats: 'client', see: '@nestjs/common 12.5.1' },
    { kind: 'http', decorator: 'Head', method: 'HEAD', nameAt: '0', classDecorator: 'Controller', answers: true, repeats: 'client', see: '@nestjs/common 12.5.1' },
    { kind: 'http', decorator: 'Options', method: 'OPTIONS', nameAt: '0', classDecorator: 'Controller', answers: true, repeats: 'client', see: '@nestjs/common 12.5.1' },
    { kind: 'http', decorator: 'All', method: 'ALL', nameAt: '0', classDecorator: 'Controller', answers: true, repeats: 'client', see: '@nestjs/common 12.5.1' },
    { kind: 'http', decorator: 'Search', method: 'SEARCH', nameAt: '0', classDecorator: 'Controller', answers: true, repeats: 'client', see: '@nestjs/common 12.5.1' },
    { kind: 'http', decorator: 'Sse', method: 'GET', nameAt: '0', classDecorator: 'Controller', answers: true, repeats: 'client', see: '@nestjs/common 12.5.1' },
    { kind: 'middleware', decorator: 'UseGuards', name: 'guard', phase: 1, handlers: ['0..'], members: ['canActivate'], answers: true, see: 'Nest: guards run before interceptors and pipes' },
    { kind: 'middleware', decorator: 'UseInterceptors', name: 'interceptor', phase: 2, handlers: ['0..'], members: ['intercept'], continues: '1.handle', parameters: ['', 'CallHandler()'], answers: true, see: 'Nest: interceptors run after guards' },
    { kind: 'middleware', decorator: 'UsePipes', name: 'pipe', phase: 3, handlers: ['0..'], members: ['transform'], answers: true, see: 'Nest: pipes run after interceptors' },
    { kind: 'middleware', decorator: 'Param', name: 'pipe', phase: 3, handlers: ['0..'], members: ['transform'], answers: true, see: '@nestjs/common 12.5.1: pipes of the parameter' },
    { kind: 'middleware', decorator: 'Query', name: 'pipe', phase: 3, handlers: ['0..'], members: ['transform'], answers: true, see: '@nestjs/common 12.5.1: pipes of the parameter' },
    { kind: 'middleware', decorator: 'Body', name: 'pipe', phase: 3, handlers: ['0..'], members: ['transform'], answers: true, see: '@nestjs/common 12.5.1: pipes of the parameter' },
    { kind: 'middleware', decorator: 'Headers', name: 'pipe', phase: 3, handlers: ['0..'], members: ['transform'], answers: true, see: '@nestjs/common 12.5.1: pipes of the parameter' },
    { kind: 'middleware', decorator: 'UploadedFile', name: 'pipe', phase: 3, handlers: ['0..'], members: ['transform'], answers: true, see: '@nestjs/common 12.5.1: pipes of the parameter' },
    { kind: 'middleware', decorator: 'UploadedFiles', name: 'pipe', phase: 3, handlers: ['0..'], members: ['transform'], answers: true, see: '@nestjs/common 12.5.1: pipes of the parameter' },
    { kind: 'middleware', decorator: 'RawBody', name: 'pipe', phase: 3, handlers: ['0..'], members: ['transform'], answers: true, see: '@nestjs/common 12.5.1: pipes of the parameter' },
    { kind: 'middleware', decorator: 'HostParam', name: 'pipe', phase: 3, handlers: ['0..'], members: ['transform'], answers: true, see: '@nestjs/common 12.5.1: pipes of the parameter' },
    { kind: 'error-handler', decorator: 'UseFilters', name: 'filter', phase: 4, handlers: ['0..'], members: ['catch'], answers: true, see: 'Nest: filters run last' },
    { kind: 'middleware', call: 'MiddlewareConsumer().apply', name: 'middleware', phase: 0, handlers: ['0..'], members: ['use'], only: 'chain:forRoutes:0..', answers: true, see: 'Nest: middleware runs before guards' },
  ],

  injection: {
    tokens: [{ decorator: 'Inject', tokenAt: '0' }],
    provider: { token: 'provide', class: 'useClass', value: 'useValue', factory: 'useFactory', existing: 'useExisting', inject: 'inject' },
    lists: [{ decorator: 'Module', providersAt: '0.providers', modulesAt: '0.imports', classesAt: 'controllers', moduleAt: 'module' }],
    starts: ['configure', 'onModuleInit', 'onApplicationBootstrap'],
    perRequest: [{ decorator: 'Injectable', at: '0.scope', is: ['Scope.REQUEST'], unless: DURABLE }, { decorator: 'Controller', at: '0.scope', is: ['Scope.REQUEST'], unless: DURABLE }],
  },
};
