import type { Library } from './schema.js';

export const library: Library = {
  package: '@nestjs/schedule',
  name: 'Nest Schedule',
  source: '@nestjs/schedule@12.0.2 dist/decorators',
  checkedOn: ['@nestjs/schedule@12.0.2'],
  entryPoints: [
    { kind: 'schedule', decorator: 'Cron', nameAt: '0', answers: false, repeats: 'schedule', see: '@nestjs/schedule 12.0.2: runs may overlap' },
    { kind: 'schedule', decorator: 'Interval', nameAt: '0', answers: false, repeats: 'schedule', see: '@nestjs/schedule 12.0.2' },
    { kind: 'schedule', decorator: 'Timeout', nameAt: '0', answers: false, repeats: 'never', see: '@nestjs/schedule 12.0.2: once after start-up' },
  ],

  remarks: [
    { says: 'overlapping runs are allowed unless waitForCompletion:true', see: '@nestjs/schedule@12.0.2 dist/decorators/cron.decorator.d.ts' },
    { says: 'runs on every replica', see: '@nestjs/schedule@12.0.2 dist/decorators/cron.decorator.d.ts' },
  ],
};
