import net from 'node:net';
import { AMPLE_MS, endOf, mustBe, silent, waitsUnlessSet } from './tools.mjs';

/** Databases, caches and brokers: on a server that says nothing, on a Redis of twenty lines, on pools that have run dry. */
export const stores = [
  { covers: '^mysql2: createConnection.*\\| connect|^mysql2: createPool \\| connect', says: 'mysql2 ends connecting after connectTimeout', run: () => silent((_url, port) => waitsUnlessSet(async (connectTimeout) => {
    const { createConnection } = await import('mysql2/promise');
    return createConnection({ host: '127.0.0.1', port, ...(connectTimeout === undefined ? {} : { connectTimeout }) });
  }, 'createConnection')) },
  { covers: '^mysql2(/promise)?: createPool \\| acquire-wait|^mysql2(/promise)?: createPool\\(\\)\\.getConnection$', says: 'a pool of mysql2 waits for ever once it is full', run: () => silent(async (_url, port) => {
    const { createPool } = await import('mysql2/promise');
    const pool = createPool({ host: '127.0.0.1', port, connectionLimit: 1, acquireTimeout: 100 });
    pool.getConnection().catch(() => undefined);
    mustBe((await endOf(pool.getConnection())).is, 'waiting', 'the second connection');
  }) },
  { covers: '^mariadb: .*\\| acquire-wait acquireTimeout$', says: 'a pool of mariadb ends the wait after acquireTimeout', run: () => silent((_url, port) => waitsUnlessSet(async (acquireTimeout) => {
    const { createPool } = await import('mariadb');
    return createPool({ host: '127.0.0.1', port, connectTimeout: 60_000, ...(acquireTimeout === undefined ? {} : { acquireTimeout, initializationTimeout: acquireTimeout }) }).getConnection();
  }, 'getConnection')) },
  { covers: '^tedious: Connection \\| connect', says: 'tedious ends connecting after connectTimeout', run: () => silent((_url, port) => waitsUnlessSet(async (connectTimeout) => {
    const { Connection } = await import('tedious');
    return new Promise((resolve, reject) => {
      const connection = new Connection({ server: '127.0.0.1', authentication: { type: 'default', options: { userName: 'u', password: 'p' } }, options: { port, encrypt: false, ...(connectTimeout === undefined ? {} : { connectTimeout }) } });
      connection.connect((error) => (error ? reject(error) : resolve(connection)));
    });
  }, 'connect')) },
  { covers: '^redis: createClient \\| connect', says: 'node-redis waits for a silent server only as long as connectTimeout opens the socket: after that, for ever', run: () => silent(async (_url, port) => {
    const { createClient } = await import('redis');
    const client = createClient({ socket: { host: '127.0.0.1', port, connectTimeout: 2000, reconnectStrategy: false } });
    client.on('error', () => undefined);
    mustBe((await endOf(client.connect(), 5000)).is, 'waiting', 'connect');
    client.destroy();
  }) },
  { covers: '^redis: createClient\\(\\)\\.\\w+ \\| total|^redis: createClient\\(\\)\\.(get|set)$', says: 'a command of node-redis waits for ever, socketTimeout ends that', run: () => muteRedis(async (port) => {
    const { createClient } = await import('redis');
    const get = async (socketTimeout) => {
      const client = createClient({ disableClientInfo: true, socket: { host: '127.0.0.1', port, reconnectStrategy: false, ...(socketTimeout === undefined ? {} : { socketTimeout }) } });
      client.on('error', () => undefined);
      await client.connect();
      return client.get('x');
    };
    mustBe((await endOf(get(undefined))).is, 'waiting', 'without a limit');
    mustBe((await endOf(get(100), AMPLE_MS)).is, 'ended', 'with one');
  }) },
  { covers: '^redis: createClientPool \\| acquire-wait', says: 'a pool of node-redis ends the wait after acquireTimeout', run: () => muteRedis(async (port) => {
    const { createClientPool } = await import('redis');
    const pool = createClientPool({ disableClientInfo: true, socket: { host: '127.0.0.1', port, reconnectStrategy: false } }, { minimum: 1, maximum: 1, acquireTimeout: 200 });
    pool.on('error', () => undefined);
    await pool.connect();
    pool.get('x').catch(() => undefined);
    mustBe((await endOf(pool.get('y'), AMPLE_MS)).is, 'ended', 'the second command');
  }) },
  { covers: '^ioredis: .*\\| retries|^ioredis: \\(\\)\\.(get|set)$', says: 'ioredis fails a command after twenty reconnects', run: async () => {
    const { default: Redis } = await import('ioredis');
    let tries = 0;
    const redis = new Redis({ host: '127.0.0.1', port: 1, retryStrategy: () => { tries += 1; return 1; } });
    redis.on('error', () => undefined);
    mustBe([(await endOf(redis.get('x'), 8000)).is, tries >= 20], ['ended', true], 'the command');
    redis.disconnect();
  } },
  { covers: '^ioredis: \\(\\) \\| connect|^ioredis:  \\| connect', says: 'ioredis ends opening a socket after connectTimeout, not the wait for an answer', run: () => silent(async (_url, port) => {
    const { default: Redis } = await import('ioredis');
    const redis = new Redis({ host: '127.0.0.1', port, connectTimeout: 100 });
    redis.on('error', () => undefined);
    mustBe((await endOf(redis.get('x'))).is, 'waiting', 'a command');
    redis.disconnect();
  }) },
  { covers: '^bullmq: Queue\\(\\)\\.add \\| total|^bullmq: Queue\\(\\)\\.add$', says: 'adding a job waits for ever while Redis is away', run: async () => {
    const { Queue } = await import('bullmq');
    const queue = new Queue('q', { connection: { host: '127.0.0.1', port: 1 } });
    queue.on('error', () => undefined);
    mustBe((await endOf(queue.add('j', {}), 2500)).is, 'waiting', 'add');
    queue.disconnect().catch(() => undefined);
  } },
  { covers: '^mongodb: MongoClient \\| (connect|acquire-wait)', says: 'MongoDB ends connecting after serverSelectionTimeoutMS', run: () => silent(async (_url, port) => {
    const { MongoClient } = await import('mongodb');
    const client = new MongoClient(`mongodb://127.0.0.1:${port}`, { serverSelectionTimeoutMS: 200 });
    mustBe((await endOf(client.db('a').collection('b').findOne({}), AMPLE_MS)).is, 'ended', 'findOne');
    await client.close(true).catch(() => undefined);
  }) },
  { covers: '^mongodb: .*\\.findOne \\| total signal$', says: 'a signal ends an operation of MongoDB', run: () => silent(async (_url, port) => {
    const { MongoClient } = await import('mongodb');
    const client = new MongoClient(`mongodb://127.0.0.1:${port}`);
    mustBe((await endOf(client.db('a').collection('b').findOne({}, { signal: AbortSignal.timeout(100) }), 3000)).is, 'ended', 'findOne');
    await client.close(true).catch(() => undefined);
  }) },
  { covers: '^neo4j-driver: driver \\| (acquire-wait|connect)', says: 'Neo4j ends connecting after connectionAcquisitionTimeout', run: () => silent(async (_url, port) => {
    const { default: neo4j } = await import('neo4j-driver');
    const driver = neo4j.driver(`bolt://127.0.0.1:${port}`, neo4j.auth.basic('u', 'p'), { connectionAcquisitionTimeout: 200, maxTransactionRetryTime: 1 });
    mustBe((await endOf(driver.session().run('RETURN 1'), AMPLE_MS)).is, 'ended', 'run');
    driver.close().catch(() => undefined);
  }) },
  { covers: '^cassandra-driver: Client\\(\\)\\.\\* \\| statement|^cassandra-driver: .*\\| (connect|statement)', says: 'Cassandra gives up a silent host', run: () => silent(async (_url, port) => {
    const { default: cassandra } = await import('cassandra-driver');
    const client = new cassandra.Client({ contactPoints: [`127.0.0.1:${port}`], localDataCenter: 'd', socketOptions: { connectTimeout: 200, readTimeout: 200 } });
    mustBe((await endOf(client.execute('SELECT 1'), 8000)).is, 'ended', 'execute');
    client.shutdown().catch(() => undefined);
  }) },
  { covers: '^memjs: .*\\| (attempt|retries) ', says: 'memjs makes two attempts of half a second', run: () => silent(async (_url, port) => {
    const { default: memjs } = await import('memjs');
    const start = Date.now();
    const end = await endOf(memjs.Client.create(`127.0.0.1:${port}`, { logger: { log: () => undefined } }).get('x'), 8000);
    const took = Date.now() - start;
    mustBe([end.is, took > 900, took < 4000], ['ended', true, true], `get, ${took} ms`);
  }) },
  { covers: '^knex: .*\\| acquire-wait', says: 'a knex pool that has run dry refuses after acquireTimeoutMillis', run: () => silent(async (_url, port) => {
    const { default: knex } = await import('knex');
    const db = knex({ client: 'pg', connection: { host: '127.0.0.1', port, user: 'u' }, acquireConnectionTimeout: 200 });
    mustBe((await endOf(db.raw('SELECT 1'), AMPLE_MS)).is, 'ended', 'raw');
    db.destroy().catch(() => undefined);
  }) },
  { covers: '^sequelize: Sequelize \\| acquire-wait', says: 'a pool of Sequelize ends the wait after acquire', run: () => silent(async (_url, port) => {
    const { Sequelize } = await import('sequelize');
    const db = new Sequelize('d', 'u', 'p', { dialect: 'postgres', host: '127.0.0.1', port, databaseVersion: '15.0', logging: false, pool: { max: 1, acquire: 200 } });
    db.query('SELECT 1').catch(() => undefined);
    mustBe((await endOf(db.query('SELECT 2'), AMPLE_MS)).is, 'ended', 'query');
  }) },
  { covers: '^postgres:  \\| (connect|acquire-wait)', says: 'postgres.js ends connecting after connect_timeout, counted in seconds', run: () => silent(async (_url, port) => {
    const { default: postgres } = await import('postgres');
    const sql = (connect_timeout) => postgres({ host: '127.0.0.1', port, username: 'u', max: 1, connect_timeout });
    mustBe((await endOf(sql(30)`SELECT 1`)).is, 'waiting', '30 s');
    mustBe((await endOf(sql(1)`SELECT 1`, 4000)).is, 'ended', '1 s');
  }) },
  { covers: '^pg-pool:  \\| acquire-wait connectionTimeoutMillis$', says: 'pg-pool waits for ever, connectionTimeoutMillis ends that', run: () => silent((_url, port) => waitsUnlessSet(async (connectionTimeoutMillis) => {
    const { default: Pool } = await import('pg-pool');
    return new Pool({ host: '127.0.0.1', port, user: 'u', ...(connectionTimeoutMillis === undefined ? {} : { connectionTimeoutMillis }) }).connect();
  }, 'connect')) },
  { covers: '^typeorm: DataSource \\| acquire-wait extra\\.connectionTimeoutMillis$', says: 'a DataSource of TypeORM waits for ever, extra.connectionTimeoutMillis ends that', run: () => silent((_url, port) => waitsUnlessSet(async (connectionTimeoutMillis) => {
    const { DataSource } = await import('typeorm');
    return new DataSource({ type: 'postgres', host: '127.0.0.1', port, username: 'u', ...(connectionTimeoutMillis === undefined ? {} : { extra: { connectionTimeoutMillis } }) }).initialize();
  }, 'initialize')) },
  { covers: '^kysely: Kysely \\| acquire-wait|^kysely: Kysely\\(\\)\\.selectFrom\\(\\)\\.execute$', says: 'Kysely waits as its pool does', run: () => silent((_url, port) => waitsUnlessSet(async (connectionTimeoutMillis) => {
    const { Kysely, PostgresDialect } = await import('kysely');
    const { default: pg } = await import('pg');
    return new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool({ host: '127.0.0.1', port, user: 'u', ...(connectionTimeoutMillis === undefined ? {} : { connectionTimeoutMillis }) }) }) }).selectFrom('a').selectAll().execute();
  }, 'execute')) },
  { covers: '^drizzle-orm: drizzle \\| acquire-wait|^drizzle-orm: drizzle\\(\\)\\.execute$', says: 'drizzle waits as its pool does', run: () => silent((_url, port) => waitsUnlessSet(async (connectionTimeoutMillis) => {
    const { drizzle } = await import('drizzle-orm/node-postgres');
    const { default: pg } = await import('pg');
    return drizzle(new pg.Pool({ host: '127.0.0.1', port, user: 'u', ...(connectionTimeoutMillis === undefined ? {} : { connectionTimeoutMillis }) })).execute('SELECT 1');
  }, 'execute')) },
  { covers: '^mssql: (ConnectionPool|connect) \\| (acquire-wait|connect)', says: 'mssql ends connecting after connectionTimeout', run: () => silent((_url, port) => waitsUnlessSet(async (connectionTimeout) => {
    const { default: mssql } = await import('mssql');
    return new mssql.ConnectionPool({ server: '127.0.0.1', port, user: 'u', password: 'p', options: { encrypt: false }, ...(connectionTimeout === undefined ? {} : { connectionTimeout }) }).connect();
  }, 'connect')) },
  { covers: '^oracledb: createPool \\| acquire-wait', says: 'a pool of oracledb ends the wait in its queue after queueTimeout', run: () => silent(async (_url, port) => {
    const { default: oracledb } = await import('oracledb');
    const pool = await oracledb.createPool({ user: 'u', password: 'p', connectString: `(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=127.0.0.1)(PORT=${port}))(CONNECT_DATA=(SERVICE_NAME=x)))`, poolMin: 0, poolMax: 1, queueTimeout: 200 });
    pool.getConnection().catch(() => undefined);
    mustBe((await endOf(pool.getConnection(), AMPLE_MS)).is, 'ended', 'the second connection');
  }) },
];

/** A Redis that greets, says who it is, and answers no other command. */
async function muteRedis(use) {
  const sockets = new Set();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      for (const command of String(bytes).match(/\$\d+\r\n(HELLO|CLIENT|PING)\r\n/gi) ?? []) socket.write(/HELLO/i.test(command) ? '%1\r\n$6\r\nserver\r\n$5\r\nredis\r\n' : '+OK\r\n');
    });
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  try { return await use(server.address().port); } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
}
