import type { Library } from './schema.js';

export const library: Library = {
  package: '@prisma/adapter-pg',
  name: 'Prisma adapter for pg',
  source: '@prisma/adapter-pg@7.10.1 dist/index.js; ran',
  checkedOn: ['@prisma/adapter-pg@7.10.1'],
  resources: [
    {
      create: 'PrismaPg', is: 'pool', name: 'Prisma pg adapter', wraps: ['0'],
      limits: [
        { limits: 'acquire-wait', at: ['0.connectionTimeoutMillis', '0|0.connectionTimeoutMillis'], default: 'never', offAt: [0], see: '@prisma/adapter-pg 7.10.1: pending at 12 s (ran)' },
        { limits: 'statement', at: ['0.statement_timeout', '0.query_timeout', '0|0.statement_timeout', '0|0.query_timeout'], default: 'never', offAt: [0, false], see: '@prisma/adapter-pg 7.10.1: the options of pg' },
        { limits: 'size', at: ['0.max', '0|0.max'], unit: 'count', default: 10, see: 'pg-pool 3.14.0' },
      ],
      see: '@prisma/adapter-pg 7.10.1: new pg.Pool(config); closed by $disconnect()',
    },
  ],
};
