import type { Library } from './schema.js';

export const library: Library = {
  package: '@nestjs/bull',
  name: 'Nest Bull',
  attemptsBy: 'bull',
  source: '@nestjs/bull dist decorators; bull@4.16.5',
  checkedOn: ['@nestjs/bull@12.0.0'],
  entryPoints: [{ kind: 'consumer', decorator: 'Process', nameAt: '0', classDecorator: 'Processor', answers: false, repeats: 'redelivery', see: '@nestjs/bull' }],
  injection: { injects: [{ decorator: 'InjectQueue', gives: 'bull|()' }] },
};
