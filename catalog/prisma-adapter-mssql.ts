import type { Library } from './schema.js';

export const library: Library = {
  package: '@prisma/adapter-mssql',
  name: 'Prisma adapter for SQL Server',
  source: '@prisma/adapter-mssql@7.10.0',
  checkedOn: ['@prisma/adapter-mssql@7.10.0'],
  resources: [
    {
      create: 'PrismaMssql', is: 'pool', name: 'Prisma SQL Server adapter',
      limits: [{ limits: 'acquire-wait', at: ['0.pool.acquireTimeoutMillis'], default: 30000, see: 'mssql 12.7.14' }], see: '@prisma/adapter-mssql 7.10.0',
    },
  ],
};
