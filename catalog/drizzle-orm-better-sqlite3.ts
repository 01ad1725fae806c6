import type { Library } from './schema.js';

export const library: Library = {
  package: 'drizzle-orm/better-sqlite3',
  modules: ['drizzle-orm/bun-sqlite', 'drizzle-orm/node-sqlite'],
  name: 'Drizzle on better-sqlite3',
  source: 'drizzle-orm@0.45.4; better-sqlite3@13.2.0',
  same: [
    { path: 'drizzle().select().*()', is: 'drizzle().select()' },
    { path: 'drizzle().insert().*()', is: 'drizzle().insert()' },
    { path: 'drizzle().update().*()', is: 'drizzle().update()' },
    { path: 'drizzle().delete().*()', is: 'drizzle().delete()' },
  ],
  types: { BetterSQLite3Database: 'drizzle()' },
  callbacks: [{ call: 'drizzle().transaction', callback: '0', runs: 'now', parameters: ['drizzle()'], gives: true }],
  blocking: [
    {
      calls: ['drizzle().*().run', 'drizzle().*().all', 'drizzle().*().get', 'drizzle().*().values', 'drizzle().run', 'drizzle().all', 'drizzle().get', 'drizzle().values', 'drizzle().transaction'],
      blocks: 'database', cost: 'high', see: 'drizzle-orm 0.45.4: synchronous back end',
    },
  ],
};
