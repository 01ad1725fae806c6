import type { Library } from './schema.js';

export const library: Library = {
  package: '@nestjs/event-emitter',
  name: 'Nest event emitter',
  source: '@nestjs/event-emitter (README)',
  checkedOn: ['@nestjs/event-emitter@12.0.1'],
  same: [{ path: 'EventEmitter2', is: 'eventemitter2|EventEmitter2' }],
  types: { EventEmitter2: 'eventemitter2|EventEmitter2()' },
  entryPoints: [
    { kind: 'consumer', decorator: 'OnEvent', nameAt: '0', emittedBy: ['eventemitter2|EventEmitter2().emit', 'eventemitter2|EventEmitter2().emitAsync'], answers: false, repeats: 'never', see: '@nestjs/event-emitter: whoever emits does not wait for an asynchronous listener' },
  ],
};
