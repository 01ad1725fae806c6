import type { Library } from './schema.js';

export const library: Library = {
  package: '@nestjs/bullmq',
  name: 'Nest BullMQ',
  attemptsBy: 'bullmq',
  source: '@nestjs/bullmq@12.0.0, 11 dist/bull.explorer.js',
  entryPoints: [{ kind: 'consumer', decorator: 'OnWorkerEvent', nameAt: '0', answers: false, see: '@nestjs/bullmq 12.0.0' }],
  injection: { injects: [{ decorator: 'InjectQueue', gives: 'bullmq|Queue()' }] },

  remarks: [
    { says: 'workers keep taking jobs until that last phase, i.e. after the HTTP drain', see: '@nestjs/bullmq 12.0.0' },
  ],
};
