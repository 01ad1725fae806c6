import type { Library } from './schema.js';

export const library: Library = {
  package: '@nestjs/websockets',
  name: 'Nest WebSockets',
  source: '@nestjs/websockets@12.1.1 exports',
  checkedOn: ['@nestjs/websockets@12.1.1'],
  entryPoints: [
    { kind: 'middleware', decorator: 'MessageBody', name: 'pipe', phase: 3, handlers: ['0..'], members: ['transform'], answers: true, see: '@nestjs/websockets 12.1.1: pipes of the parameter' },
    { kind: 'socket', decorator: 'SubscribeMessage', nameAt: '0', repeats: 'client', answers: true, see: '@nestjs/websockets 12.1.1' },
    { kind: 'socket', classDecorator: 'WebSocketGateway', name: 'connection', members: ['handleConnection'], answers: false, see: '@nestjs/websockets 12.1.1' },
    { kind: 'socket', classDecorator: 'WebSocketGateway', name: 'disconnect', members: ['handleDisconnect'], answers: false, see: '@nestjs/websockets 12.1.1' },
  ],
};
