import type { Library } from './schema.js';

export const library: Library = {
  package: '@nestjs/cqrs',
  name: 'Nest CQRS',
  source: '@nestjs/cqrs@12.0.0 dist/command-bus.js, query-bus.js, event-bus.js',
  checkedOn: ['@nestjs/cqrs@12.0.0'],
  entryPoints: [
    { kind: 'consumer', classDecorator: 'EventsHandler', members: ['handle'], name: 'event', answers: false, repeats: 'never', see: '@nestjs/cqrs 12.0.0 dist/event-bus.js: whoever publishes does not wait for the handlers' },
  ],
  hooks: [
    { calls: ['CommandBus().execute'], by: 'CommandHandler', ofMessage: { at: '0', method: 'execute' }, see: '@nestjs/cqrs 12.0.0 dist/command-bus.js' },
    { calls: ['QueryBus().execute'], by: 'QueryHandler', ofMessage: { at: '0', method: 'execute' }, see: '@nestjs/cqrs 12.0.0 dist/query-bus.js' },
  ],
};
