import type { Library } from './schema.js';

export const library: Library = {
  package: '@nestjs/microservices',
  name: 'Nest microservices',
  attemptsBy: '@nestjs/microservices',
  source: '@nestjs/microservices@12.1.1 decorators and interfaces',
  checkedOn: ['@nestjs/microservices@12.1.1'],
  same: [
    { path: 'ClientProxyFactory.create()', is: 'ClientProxy()' },
    { path: 'ClientProxy().send()', is: 'rxjs|Observable()' },
    { path: 'ClientProxy().emit()', is: 'rxjs|Observable()' },
    { path: 'ClientGrpc().getService().*()', is: 'rxjs|Observable()' },
    { path: 'ClientGrpc().getClientByServiceName()', is: '@grpc/grpc-js|makeGenericClientConstructor()()' },
  ],
  types: { ClientProxy: 'ClientProxy()', ClientKafka: 'ClientProxy()', ClientGrpc: 'ClientGrpc()', ClientRMQ: 'ClientProxy()' },
  entryPoints: [
    { kind: 'middleware', decorator: 'Payload', name: 'pipe', phase: 3, handlers: ['0..'], members: ['transform'], answers: true, see: '@nestjs/microservices 12.1.1: pipes of the parameter' },
    { kind: 'rpc', decorator: 'MessagePattern', nameAt: '0', repeats: 'client', answers: true, see: '@nestjs/microservices 12.1.1' },
    { kind: 'consumer', decorator: 'EventPattern', nameAt: '0', answers: false, repeats: 'redelivery', see: '@nestjs/microservices 12.1.1' },
    { kind: 'rpc', decorator: 'GrpcMethod', nameAt: '1', name: 'gRPC method', repeats: 'client', answers: true, see: '@nestjs/microservices 12.1.1' },
    { kind: 'rpc', decorator: 'GrpcStreamMethod', nameAt: '1', name: 'gRPC stream', repeats: 'client', answers: true, see: '@nestjs/microservices 12.1.1' },
    { kind: 'rpc', decorator: 'GrpcStreamCall', nameAt: '1', name: 'gRPC stream', repeats: 'client', answers: true, see: '@nestjs/microservices 12.1.1' },
  ],
  resources: [
    {
      create: 'ClientProxyFactory.create', is: 'client', name: 'Nest ClientProxy', close: [{ call: 'close', awaitable: true, waits: false }], mustClose: true,
      see: '@nestjs/microservices 12.1.1',
    },
  ],
  sentBy: ['subscribe', 'toPromise', 'forEach'],
  operations: [
    {
      call: 'ClientProxy().send', is: 'outbound', effect: 'write', lazy: true,
      limits: [{ limits: 'total', at: [], default: 'never', see: '@nestjs/microservices 12.1.1; use rxjs timeout()' }],
      see: '@nestjs/microservices 12.1.1: no timeout option; a cold observable',
    },
    {
      call: 'ClientProxy().emit', is: 'publish', effect: 'write', limits: [{ limits: 'total', at: [], default: 'never', see: '@nestjs/microservices 12.1.1' }],
      see: '@nestjs/microservices 12.1.1',
    },
    {
      call: 'ClientGrpc().getService().*', is: 'outbound', effect: 'named', lazy: true, partnerNameAt: 'creation:0',
      limits: [{ limits: 'total', at: ['1.deadline', '2.deadline'], unit: 'date', default: 'never', note: 'an absolute time: Date.now() + n', see: '@nestjs/microservices 12.1.1 client/client-grpc.js: what it is given goes on to the gRPC client' }],
      see: '@nestjs/microservices 12.1.1',
    },
  ],

  remarks: [
    { says: 'send() returns a cold Observable: nothing is sent until subscribed/firstValueFrom; every resubscribe (rxjs retry) sends again', see: '@nestjs/microservices@12.1.1 decorators and interfaces' },
  ],
};
