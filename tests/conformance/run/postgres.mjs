import 'reflect-metadata';
import net from 'node:net';
import { AMPLE_MS, endOf, mustBe } from './tools.mjs';

const later = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

/** What stands around pg and postgres.js: what PostgreSQL is told on connecting, and whether the client's own limit ends a statement. */
export const postgres = [
  ...eachOf({
    pg: { told: /^pg: .*\| statement (creation:)*(library:\.defaults\.)?statement_timeout$/, ends: /^pg: .*\| statement (creation:)*query_timeout$/, open: pgOf },
    'pg-pool': { told: /^pg-pool: .*\| statement (creation:)*statement_timeout$/, ends: /^pg-pool: .*\| statement (creation:)*query_timeout$/, open: async (at, options) => {
      const { default: Pool } = await import('pg-pool');
      const pool = watched(new Pool({ ...at, ...options }));
      return { query: () => pool.query('SELECT 1'), end: () => pool.end() };
    } },
    kysely: { told: /^kysely: .*\| statement statement_timeout$/, ends: /^kysely: .*\| statement query_timeout$/, open: async (at, options) => {
      const { Kysely, PostgresDialect } = await import('kysely');
      const { default: pg } = await import('pg');
      const db = new Kysely({ dialect: new PostgresDialect({ pool: watched(new pg.Pool({ ...at, ...options })) }) });
      return { query: () => db.selectFrom('a').selectAll().execute(), end: () => db.destroy() };
    } },
    'drizzle-orm': { told: /^drizzle-orm: .*\| statement (creation:|connection\.)*statement_timeout$/, ends: /^drizzle-orm: .*\| statement (creation:|connection\.)*query_timeout$/, open: async (at, options) => {
      const { drizzle } = await import('drizzle-orm/node-postgres');
      const db = drizzle({ connection: { ...at, ...options } });
      watched(db.$client);
      return { query: () => db.execute('SELECT 1'), end: () => db.$client.end() };
    } },
    '@prisma/adapter-pg': { told: /^@prisma\/(adapter-pg|client): .*\| statement statement_timeout$/, ends: /^@prisma\/(adapter-pg|client): .*\| statement query_timeout$/, open: async (at, options) => {
      const { PrismaPg } = await import('@prisma/adapter-pg');
      const adapter = await new PrismaPg({ ...at, ...options }).connect();
      return { query: () => adapter.queryRaw({ sql: 'SELECT 1', args: [], argTypes: [] }), end: () => adapter.dispose() };
    } },
    typeorm: { told: /^typeorm: .*\| statement (creation:)*extra\.statement_timeout$/, ends: /^typeorm: .*\| statement (creation:)*extra\.query_timeout$/, open: async (at, extra) => {
      const { DataSource } = await import('typeorm');
      const source = new DataSource({ type: 'postgres', ...at, username: at.user, extra });
      return { query: () => source.initialize(), end: () => undefined };
    } },
    '@nestjs/typeorm': { told: /^@nestjs\/typeorm: .*\| statement (useFactory\(\)\.)?extra\.statement_timeout$/, ends: /^@nestjs\/typeorm: .*\| statement (useFactory\(\)\.)?extra\.query_timeout$/, open: async (at, extra) => {
      const [{ Module }, { NestFactory }, { TypeOrmModule }] = [await import('@nestjs/common'), await import('@nestjs/core'), await import('@nestjs/typeorm')];
      class Root {}
      Module({ imports: [TypeOrmModule.forRootAsync({ useFactory: () => ({ type: 'postgres', ...at, username: at.user, extra, retryAttempts: 1, retryDelay: 1 }) })] })(Root);
      return { query: () => NestFactory.createApplicationContext(Root, { logger: false, abortOnError: false }), end: () => undefined };
    } },
    '@mikro-orm/core': { told: /^@mikro-orm\/core: .*\| statement driverOptions\.(connection\.)?statement_timeout$/, ends: /^@mikro-orm\/core: .*\| statement driverOptions\.(connection\.)?query_timeout$/, open: async (at, connection) => {
      const { MikroORM } = await import('@mikro-orm/postgresql');
      const orm = await MikroORM.init({ ...at, dbName: at.database, entities: [], discovery: { warnWhenNoEntities: false }, connect: false, driverOptions: { connection } });
      return { query: () => orm.em.getConnection().execute('SELECT 1'), end: () => orm.close(true) };
    } },
    knex: { told: /^knex: .*\| statement (creation:)*connection\.statement_timeout$/, ends: /^knex: .*\| statement (creation:)*connection\.query_timeout$/, open: async (at, options) => {
      const { default: knex } = await import('knex');
      const db = knex({ client: 'pg', version: '15', connection: { ...at, ...options } });
      return { query: () => db.raw('SELECT 1'), end: () => db.destroy() };
    } },
    sequelize: { told: /^sequelize: .*\| statement (creation:)*dialectOptions\.statement_timeout$/, ends: /^sequelize: .*\| statement (creation:)*dialectOptions\.query_timeout$/, open: async (at, dialectOptions) => {
      const { Sequelize } = await import('sequelize');
      const db = new Sequelize('d', 'u', 'p', { dialect: 'postgres', ...at, databaseVersion: '15.0', logging: false, dialectOptions });
      return { query: () => db.query('SELECT 1'), end: () => undefined };
    } },
    '@fastify/postgres': { told: /^@fastify\/postgres: .*\| statement statement_timeout$/, ends: /^@fastify\/postgres: .*\| statement query_timeout$/, open: async (at, options) => {
      const [{ default: Fastify }, { default: plugin }] = [await import('fastify'), await import('@fastify/postgres')];
      const app = Fastify();
      await app.register(plugin, { ...at, ...options });
      watched(app.pg.pool);
      return { query: () => app.pg.query('SELECT 1'), end: () => app.close() };
    } },
  }),
  { covers: '^pg: .*\\| statement (creation:)*library:\\.defaults\\.query_timeout$', says: 'a query_timeout among the defaults of pg ends a statement', alone: true, run: () => mutePostgres(async (at) => {
    const { default: pg } = await import('pg');
    const before = pg.defaults.query_timeout;
    pg.defaults.query_timeout = 100;
    try { mustBe((await endOf(watched(new pg.Pool(at)).query('SELECT 1'), AMPLE_MS)).is, 'ended', 'the statement'); } finally { pg.defaults.query_timeout = before; }
  }) },
  { covers: '^(pg|pg-pool|@fastify/postgres|typeorm|@nestjs/typeorm): .*\\| statement (creation:|useFactory\\(\\)\\.)*(connectionString|url)\\?(statement_timeout|options)$', says: 'pg reads statement_timeout and options from the connection string', run: () => mutePostgres(async (at, told) => {
    const { default: pg } = await import('pg');
    const text = `postgres://u:p@${at.host}:${at.port}/d`;
    const toldWith = (parameters) => toldBy(() => watched(new pg.Pool({ connectionString: `${text}?${parameters}` })).query('SELECT 1'), told);
    mustBe((await toldWith('statement_timeout=4321')).statement_timeout, '4321', 'what the server is told');
    mustBe((await toldWith('options=-c%20statement_timeout%3D1234')).options, '-c statement_timeout=1234', 'what the server is told');
  }) },
  { covers: '^postgres: .*\\| statement (creation:)*(connection\\.|0\\?)statement_timeout$', says: 'postgres.js tells the server a statement_timeout that stands in `connection` or in the URL, not one beside it', run: () => mutePostgres(async (at, told) => {
    const { default: postgres } = await import('postgres');
    const url = `postgres://u:p@${at.host}:${at.port}/d`;
    const toldWith = async (where, options) => (await toldBy(() => postgres(where, { max: 1, fetch_types: false, ...options })`SELECT 1`, told)).statement_timeout ?? null;
    mustBe([await toldWith(url, { connection: { statement_timeout: 4321 } }), await toldWith(`${url}?statement_timeout=1234`, {}), await toldWith(url, { statement_timeout: 99 })], ['4321', '1234', null], 'what the server is told');
  }) },
  { covers: '^postgres:  \\| size (0\\?)?max$', says: 'postgres.js reads the size of its pool from its options and the URL', run: async () => {
    const { default: postgres } = await import('postgres');
    mustBe([postgres('postgres://h/d').options.max, postgres('postgres://h/d', { max: 3 }).options.max, Number(postgres('postgres://h/d?max=4').options.max)], [10, 3, 4], 'max');
  } },
];

function eachOf(clients) {
  return Object.entries(clients).flatMap(([name, { told: toldOf, ends, open }]) => [
    { covers: toldOf.source, says: `${name} tells PostgreSQL its statement_timeout on connecting`, run: () => mutePostgres(async (at, told) => {
      const client = await open(at, { statement_timeout: 4321 });
      mustBe((await toldBy(() => client.query(), told)).statement_timeout, '4321', 'what the server is told');
      Promise.resolve(client.end()).catch(() => undefined);
    }) },
    { covers: ends.source, says: `a query_timeout of ${name} ends a statement`, run: () => mutePostgres(async (at) => {
      const client = await open(at, { query_timeout: 100 });
      mustBe((await endOf(client.query(), AMPLE_MS)).is, 'ended', 'the statement');
      Promise.resolve(client.end()).catch(() => undefined);
    }) },
  ]);
}

async function pgOf(at, options) {
  const { default: pg } = await import('pg');
  const pool = watched(new pg.Pool({ ...at, ...options }));
  return { query: () => pool.query('SELECT 1'), end: () => pool.end() };
}

/** What the server is told by the next connection. */
async function toldBy(query, told) {
  const before = told.length;
  Promise.resolve(query()).catch(() => undefined);
  for (let turn = 0; turn < 500 && told.length === before; turn += 1) await later(20);
  return told[before] ?? {};
}

function watched(pool) {
  return pool.on('error', () => undefined);
}

/** A PostgreSQL that lets everyone in, notes what it is told, and answers no statement. */
async function mutePostgres(use) {
  const sockets = new Set();
  const told = [];
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', (bytes) => {
      const words = bytes.subarray(8).toString().split('\0');
      told.push(Object.fromEntries(words.flatMap((word, index) => (index % 2 === 0 && word !== '' ? [[word, words[index + 1]]] : []))));
      socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]));
    });
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  try { return await use({ host: '127.0.0.1', port: server.address().port, user: 'u', password: 'p', database: 'd' }, told); } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
}
