import type { Library } from './schema.js';

export const library: Library = {
  package: '@nestjs/core',
  modules: ['@nestjs/platform-fastify'],
  name: 'Nest',
  source: '@nestjs/core@12.5.1 nest-application-context.js; ran with 12, 11, 10',
  checkedOn: ['@nestjs/core@12.5.1', '@nestjs/platform-fastify@12.5.0', '@nestjs/platform-express@12.5.1', '@nestjs/common@12.5.1', '@nestjs/microservices@12.1.1'],

  same: [
    { path: 'NestFactory.create().getHttpServer()', is: 'node:http|createServer()' },
    { path: 'NestFactory.create().listen()', is: 'node:http|createServer()' },
    { path: 'NestFactory.create().init()', is: 'NestFactory.create()' },
    { path: 'NestFactory.create().enableShutdownHooks()', is: 'NestFactory.create()' },
    { path: 'NestFactory.create().setGlobalPrefix()', is: 'NestFactory.create()' },
  ],
  types: { NestExpressApplication: 'NestFactory.create()', NestFastifyApplication: 'NestFactory.create()', ModuleRef: 'ModuleRef()' },

  entryPoints: [
    { kind: 'middleware', call: 'NestFactory.create().use', name: 'middleware', phase: 0, handlers: ['0..'], answers: true, see: '@nestjs/core 12.5.1' },
    { kind: 'middleware', call: 'NestFactory.create().useGlobalGuards', name: 'guard', phase: 1, handlers: ['0..'], members: ['canActivate'], answers: true, see: '@nestjs/core 12.5.1' },
    { kind: 'middleware', call: 'NestFactory.create().useGlobalInterceptors', name: 'interceptor', phase: 2, handlers: ['0..'], members: ['intercept'], continues: '1.handle', parameters: ['', '@nestjs/common|CallHandler()'], answers: true, see: '@nestjs/core 12.5.1' },
    { kind: 'middleware', call: 'NestFactory.create().useGlobalPipes', name: 'pipe', phase: 3, handlers: ['0..'], members: ['transform'], answers: true, see: '@nestjs/core 12.5.1' },
    { kind: 'error-handler', call: 'NestFactory.create().useGlobalFilters', name: 'filter', phase: 4, handlers: ['0..'], members: ['catch'], answers: true, see: '@nestjs/core 12.5.1' },
    { kind: 'middleware', token: 'APP_GUARD', name: 'guard', phase: 1, members: ['canActivate'], answers: true, see: '@nestjs/core 12.5.1' },
    { kind: 'middleware', token: 'APP_INTERCEPTOR', name: 'interceptor', phase: 2, members: ['intercept'], continues: '1.handle', parameters: ['', '@nestjs/common|CallHandler()'], answers: true, see: '@nestjs/core 12.5.1' },
    { kind: 'middleware', token: 'APP_PIPE', name: 'pipe', phase: 3, members: ['transform'], answers: true, see: '@nestjs/core 12.5.1' },
    { kind: 'error-handler', token: 'APP_FILTER', name: 'filter', phase: 4, members: ['catch'], answers: true, see: '@nestjs/core 12.5.1' },
    { kind: 'middleware', call: 'NestFactory.create().setGlobalPrefix', handlers: [], answers: true, prefix: { at: '0', exceptAt: '1.exclude' }, see: '@nestjs/core 12.5.1' },
    {
      kind: 'middleware', call: 'NestFactory.create().enableVersioning', handlers: [], answers: true, see: '@nestjs/core 12.5.1: in the path for VersioningType.URI, the default',
      version: { when: { at: '0.type', is: ['VersioningType.URI', 0] }, text: 'v', textAt: '0.prefix', decorator: '@nestjs/common|Version', classAt: '0.version', defaultAt: '0.defaultVersion' },
    },
    { kind: 'middleware', call: 'RouterModule.register', handlers: [], answers: true, mount: { prefixAt: '0[].path', childAt: '0[].module', childrenAt: 'children' }, see: '@nestjs/core 12.5.1; children nest' },
  ],

  resources: [
    { create: 'NestFactory.create', is: 'server', name: 'Nest application', opens: ['listen'], mustClose: true, uses: ['1'], close: [{ call: 'close', awaitable: true, waits: true }], see: '@nestjs/core 12.5.1: hooks, then the drain, unbounded (ran)' },
    { create: 'NestFactory.createMicroservice', is: 'server', name: 'Nest microservice', opens: ['listen'], mustClose: true, close: [{ call: 'close', awaitable: true, waits: true }], see: '@nestjs/core 12.5.1' },
    { create: 'NestFactory.createApplicationContext', is: 'app', name: 'Nest application context', mustClose: true, close: [{ call: 'close', awaitable: true, waits: true }], see: '@nestjs/core 12.5.1' },
  ],

  bodies: [
    { call: 'NestFactory.create', covers: 'server', limit: { limits: 'body', at: ['chain:useBodyParser:1.limit', 'chain:useBodyParser:1.bodyLimit'], unit: 'bytes', default: 102400, see: '@nestjs/platform-express 12.5.1: 101 KiB -> 413 (ran)' } },
    {
      call: 'NestFactory.createMicroservice', when: { at: '1.transport', is: [4, 'Transport.GRPC'] }, covers: 'server',
      limit: { limits: 'body', at: ['1.options.maxReceiveMessageLength', '1.options.channelOptions.grpc.max_receive_message_length'], unit: 'bytes', default: 4194304, offAt: [-1], see: '@nestjs/microservices 12.1.1 server/server-grpc.js; that of gRPC' },
    },
    {
      call: 'NestFactory.create().connectMicroservice', when: { at: '0.transport', is: [4, 'Transport.GRPC'] }, covers: 'chain',
      limit: { limits: 'body', at: ['0.options.maxReceiveMessageLength', '0.options.channelOptions.grpc.max_receive_message_length'], unit: 'bytes', default: 4194304, offAt: [-1], see: '@nestjs/microservices 12.1.1 server/server-grpc.js; that of gRPC' },
    },
    { call: 'FastifyAdapter().useBodyParser', covers: 'chain', limit: { limits: 'body', at: ['2.bodyLimit'], unit: 'bytes', default: 1048576, see: '@nestjs/platform-fastify 12.5.0 hands the options to addContentTypeParser' } },
    { call: 'FastifyAdapter', covers: 'server', limit: { limits: 'body', at: ['0.bodyLimit'], unit: 'bytes', default: 1048576, see: '@nestjs/platform-fastify 12.5.0: 1100 KiB -> 413 (ran)' } },
  ],

  budgets: [
    { call: 'FastifyAdapter', covers: 'server', limit: { limits: 'total', at: ['0.handlerTimeout'], default: 'never', offAt: [0], see: '@nestjs/platform-fastify 12.5.0 passes the options to Fastify' } },
  ],

  closers: [
    {
      call: 'NestFactory.create().enableShutdownHooks', serverAt: 'of:', signals: true, otherSignals: { at: ['0'], default: 'all' }, server: 'first', hooks: ['onModuleDestroy', 'beforeApplicationShutdown', 'onApplicationShutdown'], drainsBefore: 'onApplicationShutdown', order: 'concurrent',
      deadline: { limits: 'total', at: [], default: 'never', see: '@nestjs/core 12.5.1' }, see: '@nestjs/core 12.5.1: onModuleDestroy and beforeApplicationShutdown run while requests are served (ran)',
    },
    {
      call: 'NestFactory.create().close', serverAt: 'of:', signals: false, server: 'first', hooks: ['onModuleDestroy', 'beforeApplicationShutdown', 'onApplicationShutdown'], drainsBefore: 'onApplicationShutdown', order: 'concurrent', see: '@nestjs/core 12.5.1 (ran)',
    },
    {
      call: 'NestFactory.createApplicationContext().enableShutdownHooks', signals: true, otherSignals: { at: ['0'], default: 'all' }, server: 'no', hooks: ['onModuleDestroy', 'beforeApplicationShutdown', 'onApplicationShutdown'], order: 'concurrent', see: '@nestjs/core 12.5.1',
    },
  ],

  injection: {
    resolves: [
      { call: 'NestFactory.create().get', tokenAt: '0' },
      { call: 'NestFactory.createApplicationContext().get', tokenAt: '0' },
      { call: 'ModuleRef().get', tokenAt: '0' },
      { call: 'ModuleRef().resolve', tokenAt: '0' },
      { call: 'ModuleRef().create', tokenAt: '0' },
    ],
  },

  words: [{ is: 'request-part', names: ['rawBody'], see: '@nestjs/core@12.5.1: rawBody' }],
  remarks: [
    { says: 'FastifyAdapter also switches node\'s requestTimeout from 300000 to 0', see: '@nestjs/common@12.5.1 decorators' },
    { says: 'a guard/interceptor class only @Injectable does nothing until bound', see: '@nestjs/common@12.5.1 decorators' },
    { says: 'closing, in-flight requests: onModuleDestroy and beforeApplicationShutdown run while requests are still being served. Closing a database in onModuleDestroy breaks them; onApplicationShutdown is the safe place', see: '@nestjs/core 12.5.1' },
    { says: 'closing, SIGTERM without enableShutdownHooks(): no hook runs; process dies with 143. app.close() runs hooks without it', see: '@nestjs/core 12.5.1' },
    { says: 'closing, SIGTERM with it: hooks run, then Nest re-sends the signal to itself: exit status 143, process "exit" event not emitted, unless { useProcessExit: true } (in 11, absent in 10); an error in a hook -> exit 1', see: '@nestjs/core 12.5.1' },
    { says: 'closing, keep-alive: forceCloseConnections: true in NestFactory.create options (express adapter tracks sockets)', see: '@nestjs/core 12.5.1' },
  ],
};
