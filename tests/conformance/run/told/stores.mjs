import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as mute from './mute.mjs';
import { deaf, ends, mustBe, reads, shows, silent, waits } from './tools.mjs';

const PG = { user: 'u', password: 'p', database: 'd' };
const nothing = () => undefined;
const full = { says: 'a pool that has run dry makes the next one wait without end' };

/** Asks twice of a pool of one; gives the second. */
const second = async (pool, take) => {
  Promise.resolve(take(pool)).catch(nothing);
  return take(pool);
};

/** PostgreSQL: the wait for a connection, a statement, the size of the pool. */
export const postgresql = [
  waits(['pg: acquire-wait never'], async (_url, port) => { const { default: pg } = await import('pg'); return second(new pg.Pool({ host: '127.0.0.1', port, ...PG, max: 1 }).on('error', nothing), (pool) => pool.connect()); }, full),
  waits(['pg: statement never'], async (_url, port) => { const { default: pg } = await import('pg'); return new pg.Pool({ host: '127.0.0.1', port, ...PG }).query('SELECT 1'); }, mute.postgres()),
  waits(['pg: connect never'], async (_url, port) => { const { default: pg } = await import('pg'); return new pg.Client({ host: '127.0.0.1', port, ...PG }).connect(); }),
  reads('pg: size 10', async () => { const { default: pg } = await import('pg'); return new pg.Pool().options.max; }),
  waits(['pg-pool: acquire-wait never'], async (_url, port) => { const { default: Pool } = await import('pg-pool'); return second(new Pool({ host: '127.0.0.1', port, ...PG, max: 1 }), (pool) => pool.connect()); }, full),
  waits(['pg-pool: statement never'], async (_url, port) => { const { default: Pool } = await import('pg-pool'); return new Pool({ host: '127.0.0.1', port, ...PG }).query('SELECT 1'); }, mute.postgres()),
  reads('pg-pool: size 10', async () => new (await import('pg-pool')).default().options.max),
  waits(['postgres: acquire-wait never', 'postgres: statement never'], async (_url, port) => { const { default: postgres } = await import('postgres'); const sql = postgres({ host: '127.0.0.1', port, ...PG, max: 1, fetch_types: false }); return second(sql, () => sql`SELECT 1`); }, mute.postgres()),
  ends('postgres: connect 30000', async (_url, port) => { const { default: postgres } = await import('postgres'); return postgres({ host: '127.0.0.1', port, ...PG, max: 1 })`SELECT 1`; }),
  reads('postgres: size 10', async () => (await import('postgres')).default('postgres://h/d').options.max),
  waits(['kysely: acquire-wait never'], async (_url, port) => second(await kysely(port, 1), (db) => db.selectFrom('a').selectAll().execute()), full),
  waits(['kysely: statement never'], async (_url, port) => (await kysely(port, 2)).selectFrom('a').selectAll().execute(), mute.postgres()),
  waits(['nestjs-kysely: acquire-wait never'], async (_url, port) => { await import('reflect-metadata'); const [{ KyselyModule }, { NestFactory }] = [await import('nestjs-kysely'), await import('@nestjs/core')]; const app = await NestFactory.createApplicationContext(KyselyModule.forRoot({ dialect: await dialect(port, 1) }), { logger: false }); return second(app.get('KyselyModuleConnectionToken', { strict: false }), (one) => one.selectFrom('a').selectAll().execute()); }, full),
  waits(['drizzle-orm: acquire-wait never'], async (_url, port) => { const { drizzle } = await import('drizzle-orm/node-postgres'); return second(drizzle({ connection: { host: '127.0.0.1', port, ...PG, max: 1 } }), (db) => db.execute('SELECT 1')); }, full),
  waits(['drizzle-orm: statement never'], async (_url, port) => { const { drizzle } = await import('drizzle-orm/node-postgres'); return drizzle({ connection: { host: '127.0.0.1', port, ...PG } }).execute('SELECT 1'); }, mute.postgres()),
  reads('drizzle-orm: size 10', async () => (await import('drizzle-orm/node-postgres')).drizzle({ connection: PG }).$client.options.max),
  ends('knex: acquire-wait 60000', async (_url, port) => { const { default: knex } = await import('knex'); return second(knex({ client: 'pg', version: '15', connection: { host: '127.0.0.1', port, ...PG }, pool: { min: 0, max: 1 } }), (db) => db.raw('SELECT 1')); }, { ...mute.postgres(), says: 'a pool that has run dry refuses after 60 s' }),
  waits('knex: statement never', async (_url, port) => { const { default: knex } = await import('knex'); return knex({ client: 'pg', version: '15', connection: { host: '127.0.0.1', port, ...PG } }).raw('SELECT 1'); }, mute.postgres()),
  reads('knex: size 10', async () => (await import('knex')).default({ client: 'pg', connection: PG }).client.pool.max),
  ends('sequelize: acquire-wait 60000', async (_url, port) => { const db = await sequelize(port, { pool: { max: 1 } }); await db.connectionManager.getConnection(); return db.query('SELECT 1'); }, { ...mute.postgres(), onData: answersPostgres(), says: 'a pool that has run dry refuses after 60 s' }),
  waits('sequelize: statement never', async (_url, port) => (await sequelize(port, { databaseVersion: '15.0.0' })).query('SELECT 1'), { ...mute.postgres(), onData: answersPostgres('SELECT 1') }),
  reads('sequelize: size 5', async () => (await sequelize(1, {})).connectionManager.config.pool.max),
  ends('@nestjs/sequelize: acquire-wait 60000', async (_url, port) => { const db = await sequelize(port, { pool: { max: 1 } }); await db.connectionManager.getConnection(); return db.query('SELECT 1'); }, { ...mute.postgres(), onData: answersPostgres(), says: 'the Sequelize that the module makes refuses after 60 s' }),
  waits('@nestjs/sequelize: statement never', async (_url, port) => (await sequelize(port, { databaseVersion: '15.0.0' })).query('SELECT 1'), { ...mute.postgres(), onData: answersPostgres('SELECT 1') }),
  waits(['typeorm: acquire-wait never', 'typeorm: statement never', '@nestjs/typeorm: acquire-wait never', '@nestjs/typeorm: statement never'], async (_url, port) => { await import('reflect-metadata'); const { DataSource } = await import('typeorm'); return new DataSource({ type: 'postgres', host: '127.0.0.1', port, username: 'u', ...PG }).initialize(); }, mute.postgres()),
  ...['typeorm', '@nestjs/typeorm'].map((name) => reads(`${name}: size 10`, async () => {
    await import('reflect-metadata');
    const [{ DataSource }, { default: pg }] = [await import('typeorm'), await import('pg')];
    const sizes = [];
    class Pool extends pg.Pool { constructor(options) { super(options); sizes.push(this.options.max); } }
    await new DataSource({ type: 'postgres', host: '127.0.0.1', port: 1, username: 'u', driver: { ...pg, Pool } }).initialize().catch(nothing);
    return sizes[0];
  }, 'the pool that a DataSource makes has this in it')),
  waits(['@fastify/postgres: acquire-wait never'], async (_url, port) => second(await fastifyPostgres(port, 1), (app) => app.pg.connect()), full),
  waits(['@fastify/postgres: statement never'], async (_url, port) => (await fastifyPostgres(port, 2)).pg.query('SELECT 1'), mute.postgres()),
  reads('@fastify/postgres: size 10', async () => (await fastifyPostgres(1)).pg.pool.options.max),
  waits(['@prisma/adapter-pg: acquire-wait never'], async (_url, port) => { const { PrismaPg } = await import('@prisma/adapter-pg'); return second(await new PrismaPg({ host: '127.0.0.1', port, ...PG, max: 1 }).connect(), (adapter) => adapter.queryRaw({ sql: 'SELECT 1', args: [], argTypes: [] })); }, full),
  waits(['@prisma/adapter-pg: statement never'], async (_url, port) => { const { PrismaPg } = await import('@prisma/adapter-pg'); return (await new PrismaPg({ host: '127.0.0.1', port, ...PG }).connect()).queryRaw({ sql: 'SELECT 1', args: [], argTypes: [] }); }, mute.postgres()),
  reads('@prisma/adapter-pg: size 10', async () => { const { PrismaPg } = await import('@prisma/adapter-pg'); return (await new PrismaPg({ host: 'h', ...PG }).connect()).underlyingDriver().options.max; }),
  waits(['@mikro-orm/core: statement never'], async (_url, port) => { const connection = (await mikro(port)).em.getConnection(); connection.getKnex().client.version = '15'; return connection.execute('SELECT 1'); }, mute.postgres()),
  ends('@mikro-orm/core: acquire-wait 60000', async (_url, port) => { const connection = (await mikro(port, { pool: { min: 0, max: 1 } })).em.getConnection(); connection.getKnex().client.version = '15'; return second(connection, (one) => one.execute('SELECT 1')); }, { ...mute.postgres(), says: 'a pool that has run dry refuses after 60 s' }),
  reads('@mikro-orm/core: size 10', async () => (await mikro(1)).em.getConnection().getKnex().client.pool.max, 'the pool of knex that it makes has this in it'),
  waits('pg-boss: total never', async (_url, port) => { const { default: PgBoss } = await import('pg-boss'); const boss = new PgBoss({ host: '127.0.0.1', port, ...PG }); boss.on('error', nothing); return boss.start().then(() => boss.send('q', {})); }, mute.postgres()),
  waits('graphile-worker: total never', async (_url, port) => { const { makeWorkerUtils } = await import('graphile-worker'); return (await makeWorkerUtils({ connectionString: `postgres://u:p@127.0.0.1:${port}/d` })).addJob('t', {}); }, mute.postgres()),
];

/** MySQL, MariaDB, SQL Server, Oracle. */
export const databases = [
  ...['mysql2', 'mysql2/promise'].flatMap((name) => {
    const promised = async () => import('mysql2/promise');
    return [
      waits(`${name}: statement never`, async (_url, port) => (await promised()).createPool({ host: '127.0.0.1', port, user: 'u' }).query('SELECT 1'), mute.mysql()),
      reads(`${name}: size 10`, async () => (await promised()).createPool({}).pool.config.connectionLimit),
      ends(`${name}: connect 10000`, async (_url, port) => (await promised()).createConnection({ host: '127.0.0.1', port })),
      shows(`${name}: acquire-wait 0`, 'a pool that must not wait refuses at once', async () => silent(async (_url, port) => {
        const { untilSettled } = await import('./clock.mjs');
        const pool = (await promised()).createPool({ host: '127.0.0.1', port, connectionLimit: 1, waitForConnections: false });
        const end = await untilSettled(second(pool, (one) => one.getConnection()));
        mustBe([end.is, end.at], ['ended', 0], 'the second connection');
      })),
      shows(`${name}: queue never`, 'a thousand wait for a pool that has run dry', async () => silent(async (_url, port) => {
        const pool = (await promised()).createPool({ host: '127.0.0.1', port, connectionLimit: 1 });
        let refused = 0;
        for (let count = 0; count < 1000; count += 1) pool.getConnection().catch(() => { refused += 1; });
        await (await import('./clock.mjs')).really(50);
        mustBe(refused, 0, 'refused');
      })),
    ];
  }),
  waits('@fastify/mysql: acquire-wait never', async (_url, port) => second((await fastifyMysql(port, 1)).mysql.pool, (pool) => pool.query('SELECT 1')), { ...mute.mysql(), ...full }),
  waits('@fastify/mysql: statement never', async (_url, port) => (await fastifyMysql(port, 2)).mysql.query('SELECT 1'), mute.mysql()),
  waits('@fastify/mysql: size 10', async (_url, port) => { const app = await fastifyMysql(port); mustBe(app.mysql.pool.pool.config.connectionLimit, 10, 'size'); return new Promise(nothing); }, mute.mysql()),
  waits('mysql: statement never', async (_url, port) => { const { default: mysql } = await import('mysql'); return new Promise((resolve, reject) => { mysql.createPool({ host: '127.0.0.1', port, user: 'u' }).query('SELECT 1', (error, rows) => (error ? reject(error) : resolve(rows))); }); }, mute.mysql()),
  reads('mysql: size 10', async () => (await import('mysql')).default.createPool({}).config.connectionLimit),
  shows('mysql: acquire-wait 0', 'a pool that must not wait refuses at once', async () => silent(async (_url, port) => {
    const [{ untilSettled }, { default: mysql }] = [await import('./clock.mjs'), await import('mysql')];
    const pool = mysql.createPool({ host: '127.0.0.1', port, connectionLimit: 1, waitForConnections: false });
    const end = await untilSettled(second(pool, (one) => new Promise((resolve, reject) => { one.getConnection((error, got) => (error ? reject(error) : resolve(got))); })));
    mustBe([end.is, end.at], ['ended', 0], 'the second connection');
  })),
  shows(['typeorm: acquire-wait 0'], 'the pool of mysql2 that TypeORM makes refuses at once where it must not wait', async () => silent(async (_url, port) => {
    const [{ untilSettled }, { createPool }] = [await import('./clock.mjs'), await import('mysql2/promise')];
    const end = await untilSettled(second(createPool({ host: '127.0.0.1', port, connectionLimit: 1, waitForConnections: false }), (one) => one.getConnection()));
    mustBe([end.is, end.at], ['ended', 0], 'the second connection');
  })),
  ends(['mariadb: acquire-wait 10000', '@prisma/adapter-mariadb: acquire-wait 10000'], async (_url, port) => (await import('mariadb')).createPool({ host: '127.0.0.1', port, connectTimeout: 100_000, initializationTimeout: 100_000 }).getConnection()),
  reads(['mariadb: size 10', '@prisma/adapter-mariadb: size 10'], async () => { const { default: mariadb } = await import('mariadb'); const text = readFileSync(new URL('../node_modules/mariadb/lib/config/pool-options.js', import.meta.url), 'utf8'); const limit = /connectionLimit = opts.connectionLimit === undefined \? (\d+)/.exec(text)?.[1]; return mariadb.createPool === undefined ? [] : [limit, limit]; }),
  ends('mariadb: connect 1000', async (_url, port) => (await import('mariadb')).createConnection({ host: '127.0.0.1', port })),
  ends('mssql: connect 15000', async (_url, port) => { const { default: mssql } = await import('mssql'); return new mssql.ConnectionPool({ server: '127.0.0.1', port, user: 'u', password: 'p', options: { encrypt: false } }).connect(); }),
  reads(['mssql: acquire-wait 30000', 'typeorm: acquire-wait 30000', '@nestjs/typeorm: acquire-wait 30000', '@prisma/adapter-mssql: acquire-wait 30000'], async () => { const { default: tarn } = await import('tarn'); const { acquireTimeoutMillis } = new tarn.Pool({ create: nothing, destroy: nothing, min: 0, max: 1 }); return [acquireTimeoutMillis, acquireTimeoutMillis, acquireTimeoutMillis, acquireTimeoutMillis]; }, 'their pool is that of tarn, which waits 30 s'),
  reads(['mssql: size 10', 'mssql: statement 15000'], async () => { const { default: mssql } = await import('mssql'); const pool = new mssql.ConnectionPool({ server: 'h', user: 'u', password: 'p' }); return [Object.assign({ max: 10 }, pool.config.pool).max, new mssql.ConnectionPool({ server: 'h' })._config().options.requestTimeout]; }),
  reads(['tedious: connect 15000', 'tedious: statement 15000'], async () => { const { Connection } = await import('tedious'); const { options } = new Connection({ server: 'h', options: {} }).config; return [options.connectTimeout, options.requestTimeout]; }),
  reads(['oracledb: acquire-wait 60000', 'oracledb: size 4', 'oracledb: queue 500'], async () => { const { default: oracledb } = await import('oracledb'); const pool = await oracledb.createPool({ user: 'u', password: 'p', connectString: '(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=127.0.0.1)(PORT=1))(CONNECT_DATA=(SERVICE_NAME=x)))', poolMin: 0 }); return [pool.queueTimeout, pool.poolMax, pool.queueMax]; }),
];

/** MongoDB, Redis and their like. */
export const others = [
  ...['mongodb', 'mongoose', '@nestjs/mongoose', '@fastify/mongodb'].flatMap((name) => {
    const open = async (port, options = {}) => { const { MongoClient } = await import('mongodb'); return new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, options).db('a').collection('b'); };
    const openMongoose = async (port, options = {}) => { const { default: mongoose } = await import('mongoose'); return (await mongoose.createConnection(`mongodb://127.0.0.1:${port}/d?directConnection=true`, options).asPromise()).collection('b'); };
    const collection = name === 'mongodb' || name === '@fastify/mongodb' ? open : openMongoose;
    return [
      waits(`${name}: acquire-wait never`, async (_url, port) => second(await collection(port, { maxPoolSize: 1 }), (one) => one.findOne({})), { ...mute.mongodb(), ...full }),
      ...(name === '@fastify/mongodb' ? [] : [
        waits([`${name}: statement never`, ...(name === 'mongodb' ? ['mongodb: total never'] : [])], async (_url, port) => (await collection(port)).findOne({}), mute.mongodb()),
        reads(`${name}: size 100`, async () => { const { MongoClient } = await import('mongodb'); return new MongoClient('mongodb://h/d').options.maxPoolSize; }),
      ]),
      ...(name.startsWith('@') ? [] : [ends(`${name}: connect 30000`, async (_url, port) => (await (name === 'mongodb' ? open : openMongoose)(port)).findOne({}))]),
    ];
  }),
  { ...ends('mongodb: retries 1', async (_url, port) => { const { MongoClient } = await import('mongodb'); return new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, { socketTimeoutMS: 2000 }).db('a').collection('b').findOne({}); }, { ...mute.mongodb(), plus: 3_999, give: 300 }), covers: '^mongodb: .*retryReads', says: 'a read whose socket times out after 2 s ends after 4 s' },
  waits(['redis: total never', 'redis: total never >=5.8.0'], async (_url, port) => { const { createClient } = await import('redis'); const client = createClient({ disableClientInfo: true, socket: { host: '127.0.0.1', port } }); client.on('error', nothing); await client.connect(); return client.get('x'); }, mute.redis()),
  ends('redis: acquire-wait 3000', async (_url, port) => { const pool = await redisPool(port, { minimum: 1, maximum: 1 }); return second(pool, (one) => one.get('x')); }, { ...mute.redis(), says: 'a pool that has run dry refuses after 3 s' }),
  shows('redis: size 100', 'two hundred commands at once have a hundred connections', async () => {
    let count = 0;
    await silent(async (_url, port, sockets) => {
      const pool = await redisPool(port, {});
      for (let turn = 0; turn < 200; turn += 1) pool.get('x').catch(nothing);
      await (await import('./clock.mjs')).really(1500);
      count = sockets.size;
    }, mute.redis());
    mustBe(count, 100, 'connections');
  }),
  ends('redis: connect 5000', async (_url, port) => { const { createClient } = await import('redis'); const client = createClient({ socket: { host: '127.0.0.1', port, reconnectStrategy: false } }); client.on('error', nothing); return client.connect(); }, { on: deaf }),
  waits('ioredis: total never', async (_url, port) => { const { default: Redis } = await import('ioredis'); const client = new Redis({ host: '127.0.0.1', port }); client.on('error', nothing); return client.get('x'); }, mute.redis()),
  ends('ioredis: connect 10000', async (_url, port) => { const { default: Redis } = await import('ioredis'); const client = new Redis({ host: '127.0.0.1', port, retryStrategy: null }); client.on('error', nothing); return new Promise((resolve) => { client.on('close', resolve); }); }, { on: deaf }),
  waits('bullmq: total never', async (_url, port) => { const { Queue } = await import('bullmq'); const queue = new Queue('q', { connection: { host: '127.0.0.1', port }, skipVersionCheck: true }); queue.on('error', nothing); return queue.add('j', {}); }, mute.redis()),
  waits('bull: total never', async (_url, port) => { const { default: Bull } = await import('bull'); const queue = new Bull('q', { redis: { host: '127.0.0.1', port } }); queue.on('error', nothing); return queue.add({}); }, mute.redis()),
  waits('bee-queue: total never', async (_url, port) => { const { default: Queue } = await import('bee-queue'); const queue = new Queue('q', { redis: { host: '127.0.0.1', port }, isWorker: false, getEvents: false }); queue.on('error', nothing); return queue.createJob({}).save(); }, mute.redis()),
  waits('agenda: total never', async () => { const { Agenda } = await import('agenda'); const agenda = new Agenda({ backend: { name: 'b', connect: () => new Promise(nothing), disconnect: async () => undefined, repository: { connect: () => new Promise(nothing), saveJob: () => new Promise(nothing) } } }); return agenda.now('j', {}); }),
  waits('@cadence-mq/core: total never', async () => { const { createCadence } = await import('@cadence-mq/core'); return createCadence({ driver: { saveJob: () => new Promise(nothing) } }).scheduleJob({ taskName: 't', data: {} }); }),
  waits('amqplib: connect never', async (_url, port) => { const { default: amqp } = await import('amqplib'); return amqp.connect(`amqp://127.0.0.1:${port}`); }),
  waits('amqp-connection-manager: total never', async (_url, port) => { const { default: manager } = await import('amqp-connection-manager'); return manager.connect([`amqp://127.0.0.1:${port}`]).createChannel({}).publish('e', 'r', Buffer.from('a')); }),
  ends('nats: connect 20000', async (_url, port) => { const { connect } = await import('nats'); return connect({ servers: `127.0.0.1:${port}`, reconnect: false }); }),
  ends('nats: total 1000', async (_url, port) => (await natsAt(port)).request('s'), mute.nats()),
  ends('nats: total 5000', async (_url, port) => (await natsAt(port)).jetstream().publish('s'), mute.nats()),
  waits('nats: total never', async (_url, port) => (await natsAt(port)).flush(), mute.nats()),
  shows('nats: total 0', 'publishing waits for nothing', async () => silent(async (_url, port) => { const client = await natsAt(port); mustBe(client.publish('s') === undefined, true, 'publish'); }, mute.nats())),
  ends('neo4j-driver: acquire-wait 60000', async (_url, port) => (await neo4j(port, { connectionTimeout: 1e8, maxTransactionRetryTime: 1 })).session().run('RETURN 1')),
  ends('neo4j-driver: connect 30000', async (_url, port) => (await neo4j(port, { maxTransactionRetryTime: 1 })).session().run('RETURN 1'), { on: deaf }),
  reads('neo4j-driver: size 100', async () => (await neo4j(1, {}))._config.maxConnectionPoolSize ?? 0),
  ends('cassandra-driver: connect 5000', async (_url, port) => { const { default: cassandra } = await import('cassandra-driver'); return new cassandra.Client({ contactPoints: [`127.0.0.1:${port}`], localDataCenter: 'd' }).connect(); }, { on: deaf }),
  reads('cassandra-driver: statement 12000', async () => (await import('cassandra-driver')).default.defaultOptions().socketOptions.readTimeout),
  ends('memcached: connect 5000', async (_url, port) => { const { default: Memcached } = await import('memcached'); return new Promise((resolve, reject) => { new Memcached(`127.0.0.1:${port}`, { retries: 0 }).get('x', (error, value) => (error ? reject(error) : resolve(value))); }); }, { on: deaf }),
  waits('memcached: total never', async (_url, port) => { const { default: Memcached } = await import('memcached'); return new Promise((resolve, reject) => { new Memcached(`127.0.0.1:${port}`).get('x', (error, value) => (error ? reject(error) : resolve(value))); }); }),
  reads('memcached: size 10', async () => (await import('memcached')).default.config.poolSize),
  ends(['memjs: attempt 500', 'memjs: retries 2', 'memjs: delay 200'], async (_url, port) => { const { default: memjs } = await import('memjs'); return memjs.Client.create(`127.0.0.1:${port}`, { logger: { log: nothing } }).get('x'); }, { times: 2, plus: 200, says: 'two attempts of half a second, 200 ms apart' }),
  reads('@clickhouse/client: size 10', async () => (await import('@clickhouse/client')).createClient({}).connectionParams?.max_open_connections ?? 0),
  ends('@clickhouse/client: statement 30000', async (url) => (await import('@clickhouse/client')).createClient({ url }).query({ query: 'SELECT 1' })),
  waits('@clickhouse/client: total never', async (url) => (await import('@clickhouse/client')).createClient({ url, request_timeout: 2 ** 31 - 1 }).query({ query: 'SELECT 1' })),
  waits('piscina: total never', async () => { const { default: Piscina } = await import('piscina'); return new Piscina({ filename: fileURLToPath(new URL('./endless.mjs', import.meta.url)), maxThreads: 1 }).run({}); }, { says: 'work that never ends is waited for without end' }),
];

/** kafkajs, which tells how long it waits. */
export const kafka = [
  ends('kafkajs: attempt 30000', async (_url, port) => (await kafkajs(port, { retry: { retries: 0 } })).admin().connect()),
  ends(['kafkajs: connect 1000', 'kafkajs: attempt 1000'], async (_url, port) => (await kafkajs(port, { retry: { retries: 0 } })).admin().connect(), { on: deaf }),
];

async function kysely(port, max) {
  const { Kysely } = await import('kysely');
  return new Kysely({ dialect: await dialect(port, max) });
}

async function dialect(port, max) {
  const [{ PostgresDialect }, { default: pg }] = [await import('kysely'), await import('pg')];
  return new PostgresDialect({ pool: new pg.Pool({ host: '127.0.0.1', port, ...PG, max }).on('error', nothing) });
}

async function sequelize(port, options) {
  const { Sequelize } = await import('sequelize');
  return new Sequelize('d', 'u', 'p', { dialect: 'postgres', host: '127.0.0.1', port, logging: false, ...options });
}

async function fastifyPostgres(port, max) {
  const [{ default: Fastify }, { default: plugin }] = [await import('fastify'), await import('@fastify/postgres')];
  const app = Fastify();
  await app.register(plugin, { host: '127.0.0.1', port, ...PG, ...(max === undefined ? {} : { max }) });
  app.pg.pool.on('error', nothing);
  return app;
}

async function fastifyMysql(port, connectionLimit) {
  const [{ default: Fastify }, { default: plugin }] = [await import('fastify'), await import('@fastify/mysql')];
  const app = Fastify({ pluginTimeout: 0 });
  await app.register(plugin, { promise: true, host: '127.0.0.1', port, user: 'u', ...(connectionLimit === undefined ? {} : { connectionLimit }) });
  return app;
}

async function mikro(port, options) {
  const { MikroORM } = await import('@mikro-orm/postgresql');
  return MikroORM.init({ host: '127.0.0.1', port, user: 'u', password: 'p', dbName: 'd', entities: [], discovery: { warnWhenNoEntities: false }, connect: false, ...options });
}

async function natsAt(port) {
  const { connect } = await import('nats');
  return connect({ servers: `127.0.0.1:${port}`, reconnect: false, pingInterval: 1e9 });
}

async function neo4j(port, options) {
  const { default: driver } = await import('neo4j-driver');
  return driver.driver(`bolt://127.0.0.1:${port}`, driver.auth.basic('u', 'p'), options);
}

async function kafkajs(port, options) {
  const { Kafka, logLevel } = await import('kafkajs');
  return new Kafka({ brokers: [`127.0.0.1:${port}`], logLevel: logLevel.NOTHING, ...options });
}

/** Everything is answered with an empty result of one row. */
// `but`: the statement that it does not answer.
function answersPostgres(but) {
  const { onData } = mute.postgres();
  const seen = new WeakSet();
  const text = (type, body) => { const head = Buffer.alloc(5); head.write(type); head.writeInt32BE(body.length + 4, 1); return Buffer.concat([head, body]); };
  const row = Buffer.concat([text('T', Buffer.concat([Buffer.from([0, 1]), Buffer.from('server_version\0'), Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 255, 255, 255, 255, 255, 255, 0, 0])])), text('D', Buffer.from([0, 1, 0, 0, 0, 4, 0x31, 0x35, 0x2e, 0x30])), text('C', Buffer.from('SELECT 1\0')), text('Z', Buffer.from('I'))]);
  return (bytes, socket) => { if (!seen.has(socket)) { seen.add(socket); onData(bytes, socket); } else if (but === undefined || !bytes.includes(but)) socket.write(row); };
}

async function redisPool(port, options) {
  const { createClientPool } = await import('redis');
  const pool = createClientPool({ disableClientInfo: true, socket: { host: '127.0.0.1', port, reconnectStrategy: false } }, options);
  pool.on('error', nothing);
  return pool.connect();
}
