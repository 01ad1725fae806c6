import type { Library } from './schema.js';

export const library: Library = {
  package: '@nestjs/event-emitter',
  name: 'Nest event emitter',
  source: '@nestjs/event-emitter (README)',
  checkedOn: ['@nestjs/event-emitter@12.0.1'],
  entryPoints: [
    { kind: 'consumer', decorator: 'OnEvent', nameAt: '0', answers: false, repeats: 'never', see: '@nestjs/event-emitter: whoever emits does not wait for an asynchronous listener' },
  ],
};
