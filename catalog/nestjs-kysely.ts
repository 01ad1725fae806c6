import type { Library } from './schema.js';

export const library: Library = {
  package: 'nestjs-kysely',
  name: 'Nest Kysely',
  source: 'nestjs-kysely@3.1.2 dist/index.d.ts, index.js',
  checkedOn: ['nestjs-kysely@3.1.2'],
  resources: [
    {
      create: 'KyselyModule.forRoot', is: 'pool', name: 'Kysely', wraps: ['0.dialect|0.pool', '0.dialect|0.postgres', '0.dialect|0.database'],
      limits: [{ limits: 'acquire-wait', at: ['0.dialect|0.pool|0.connectionTimeoutMillis'], default: 'never', offAt: [0], see: 'kysely 0.29.9: the pool has the wait' }],
      see: 'nestjs-kysely 3.1.2: destroys itself in onApplicationShutdown',
    },
    {
      create: 'KyselyModule.forRootAsync', is: 'pool', name: 'Kysely',
      wraps: ['0.useFactory().dialect|0.pool', '0.useFactory().dialect|0.postgres', '0.useFactory().dialect|0.database'],
      limits: [{ limits: 'acquire-wait', at: ['0.useFactory().dialect|0.pool|0.connectionTimeoutMillis'], default: 'never', offAt: [0], see: 'kysely 0.29.9: the pool has the wait' }],
      see: 'nestjs-kysely 3.1.2',
    },
  ],
  injection: {
    injects: [{ decorator: 'InjectKysely', gives: 'kysely|Kysely()' }],
    provides: [{ call: 'KyselyModule.forRoot', gives: 'kysely|Kysely()' }, { call: 'KyselyModule.forRootAsync', gives: 'kysely|Kysely()' }],
  },
};
