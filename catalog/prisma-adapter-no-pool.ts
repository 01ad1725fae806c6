import type { Library } from './schema.js';

export const library: Library = {
  package: '@prisma/adapter-better-sqlite3',
  modules: ['@prisma/adapter-libsql', '@prisma/adapter-neon', '@prisma/adapter-d1', '@prisma/adapter-planetscale'],
  name: 'Prisma adapters without a pool of their own',
  source: '@prisma/client@7.10.0: adapters in process or over HTTP',
  checkedOn: ['@prisma/adapter-better-sqlite3@7.10.0'],
  remarks: [{ says: 'these adapters keep no pool that a request waits for; better-sqlite3 blocks the event loop in every query', see: '@prisma/client 7.10.0; better-sqlite3 13.2.0' }],
};
