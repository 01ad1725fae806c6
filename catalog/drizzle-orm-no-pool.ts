import type { Library } from './schema.js';

export const library: Library = {
  package: 'drizzle-orm/libsql',
  modules: ['drizzle-orm/neon-http', 'drizzle-orm/d1', 'drizzle-orm/planetscale-serverless', 'drizzle-orm/pglite', 'drizzle-orm/xata-http', 'drizzle-orm/sqlite-proxy', 'drizzle-orm/pg-proxy', 'drizzle-orm/bun-sql'],
  name: 'Drizzle',
  source: 'drizzle-orm@0.45.4: drivers over HTTP or in process, which keep no connections',
  same: [{ path: 'drizzle()', is: 'drizzle-orm|drizzle()' }],
  types: { LibSQLDatabase: 'drizzle-orm|drizzle()', NeonHttpDatabase: 'drizzle-orm|drizzle()', DrizzleD1Database: 'drizzle-orm|drizzle()', PgliteDatabase: 'drizzle-orm|drizzle()' },
  resources: [{ create: 'drizzle', is: 'client', name: 'Drizzle database', uses: ['0', '0.client'], see: 'drizzle-orm 0.45.4' }],
};
