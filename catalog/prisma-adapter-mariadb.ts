import type { Library } from './schema.js';

export const library: Library = {
  package: '@prisma/adapter-mariadb',
  name: 'Prisma adapter for MariaDB',
  source: '@prisma/adapter-mariadb@7.10.0',
  checkedOn: ['@prisma/adapter-mariadb@7.10.0'],
  resources: [
    {
      create: 'PrismaMariaDb', is: 'pool', name: 'Prisma MariaDB adapter', wraps: ['0'],
      limits: [
        { limits: 'acquire-wait', at: ['0.acquireTimeout', '0|0.acquireTimeout'], default: 10000, see: 'mariadb 3.5.4' },
        { limits: 'statement', at: ['0.queryTimeout', '0.socketTimeout'], default: 'never', unrun: 'needs a MariaDB', offAt: [0], see: 'mariadb 3.5.4' },
        { limits: 'size', at: ['0.connectionLimit'], unit: 'count', default: 10, see: 'mariadb 3.5.4' },
      ],
      see: '@prisma/adapter-mariadb 7.10.0',
    },
  ],
};
