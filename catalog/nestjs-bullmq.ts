import type { Library } from './schema.js';

export const library: Library = {
  package: '@nestjs/bullmq',
  name: 'Nest BullMQ',
  attemptsBy: 'bullmq',
  source: '@nestjs/bullmq@12.0.0, 11 dist/bull.explorer.js',
  checkedOn: ['@nestjs/bullmq@12.0.0'],
  entryPoints: [{ kind: 'consumer', decorator: 'OnWorkerEvent', nameAt: '0', answers: false, see: '@nestjs/bullmq 12.0.0' }],
  resources: [
    { create: 'BullModule.registerQueue', is: 'producer', name: 'BullMQ queue', see: '@nestjs/bullmq 12.0.0 dist/bull.providers.js: closes itself in onApplicationShutdown' },
    { create: 'BullModule.registerQueueAsync', is: 'producer', name: 'BullMQ queue', see: '@nestjs/bullmq 12.0.0 dist/bull.providers.js' },
  ],
  injection: {
    injects: [{ decorator: 'InjectQueue', gives: 'bullmq|Queue()', nameAt: '0' }],
    provides: [
      { call: 'BullModule.registerQueue', gives: 'bullmq|Queue()', nameAt: '0.name', each: true, takesOver: { calls: ['BullModule.forRoot', 'BullModule.forRootAsync'], keyAt: '0', namedAt: '0.configKey' } },
      { call: 'BullModule.registerQueueAsync', gives: 'bullmq|Queue()', nameAt: '0.name', each: true, takesOver: { calls: ['BullModule.forRoot', 'BullModule.forRootAsync'], keyAt: '0', namedAt: '0.configKey' } },
    ],
  },

  remarks: [
    { says: 'workers keep taking jobs until that last phase, i.e. after the HTTP drain', see: '@nestjs/bullmq 12.0.0' },
  ],
};
