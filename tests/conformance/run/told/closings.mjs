import { untilSettled } from './clock.mjs';
import * as mute from './mute.mjs';
import { mustBe, silent } from './tools.mjs';

const nothing = () => undefined;
const PG = { user: 'u', password: 'p', database: 'd' };

/** Work that never ends goes on while something is closed: `waits` until it is done, or `not`. */
const closing = (covers, is, options, open, forever = undefined) => ({
  covers, says: is === 'waits' ? 'closing waits for what is going on' : 'closing does not wait for what is going on',
  run: () => silent(async (url, port) => {
    const close = await open(port, url);
    mustBe((await untilSettled(close(), forever)).is, is === 'waits' ? 'waiting' : 'answered', 'closing');
  }, options),
});
// It asks every few milliseconds whether all is given back: a quarter of an hour is too many turns.
const A_MINUTE = 60_000;
const lent = { create: async () => ({}), destroy: async () => undefined };

/** What closing waits for. */
export const closings = [
  closing('^(pg|pg-pool): (Pool)?\\(\\)\\.end$', 'waits', mute.postgres(), async (port) => { const { default: pg } = await import('pg'); const pool = new pg.Pool({ host: '127.0.0.1', port, ...PG }); await pool.connect(); return () => pool.end(); }),
  closing('^pg: Client\\(\\)\\.end$', 'not', { onData: (bytes, socket) => { if (bytes[0] === 0x58) socket.end(); else mute.postgres().onData(bytes, socket); } }, async (port) => { const { default: pg } = await import('pg'); const client = new pg.Client({ host: '127.0.0.1', port, ...PG }); client.on('error', nothing); await client.connect(); client.query('SELECT 1').catch(nothing); return () => client.end(); }),
  closing('^postgres: \\(\\)\\.(end|close)$', 'waits', mute.postgres(), async (port) => { const { default: postgres } = await import('postgres'); const sql = postgres({ host: '127.0.0.1', port, ...PG, max: 1, fetch_types: false }); sql`SELECT 1`.catch(nothing); await untilSettled(new Promise(nothing), 50); return () => sql.end(); }),
  closing('^knex: \\(\\)\\.destroy$', 'waits', mute.postgres(), async (port) => { const { default: knex } = await import('knex'); const db = knex({ client: 'pg', version: '15', connection: { host: '127.0.0.1', port, ...PG } }); await db.client.acquireConnection(); return () => db.destroy(); }),
  closing('^kysely: Kysely\\(\\)\\.destroy$', 'waits', mute.postgres(), async (port) => { const [{ Kysely, PostgresDialect }, { default: pg }] = [await import('kysely'), await import('pg')]; const db = new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool({ host: '127.0.0.1', port, ...PG }) }) }); db.selectFrom('a').selectAll().execute().catch(nothing); await untilSettled(new Promise(nothing), 50); return () => db.destroy(); }),
  closing('^tarn: Pool\\(\\)\\.destroy$', 'waits', {}, async () => { const { default: tarn } = await import('tarn'); const pool = new tarn.Pool({ ...lent, min: 0, max: 1 }); await pool.acquire().promise; return () => pool.destroy(); }),
  closing('^generic-pool: createPool\\(\\)\\.drain$', 'waits', {}, async () => { const { default: generic } = await import('generic-pool'); const pool = generic.createPool(lent); await pool.acquire(); return () => pool.drain(); }),
  closing('^lightning-pool: createPool\\(\\)\\.close$', 'waits', {}, async () => { const { createPool } = await import('lightning-pool'); const pool = createPool(lent, { max: 1 }); await untilSettled(pool.acquire()); return () => pool.close(); }, A_MINUTE),
  closing('^mongodb: MongoClient\\(\\)\\.close$|^mongoose: .*\\.(close|disconnect)$', 'not', mute.mongodb(), async (port) => { const { MongoClient } = await import('mongodb'); const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`); client.db('a').collection('b').findOne({}).catch(nothing); await untilSettled(new Promise(nothing), 50); return () => client.close(); }),
  closing('^ioredis: (Cluster)?\\(\\)\\.quit$', 'waits', mute.redis(), async (port) => { const { default: Redis } = await import('ioredis'); const client = new Redis({ host: '127.0.0.1', port }); client.on('error', nothing); client.get('x').catch(nothing); await untilSettled(new Promise(nothing), 50); return () => client.quit(); }),
  closing('^ioredis: (Cluster)?\\(\\)\\.disconnect$', 'not', mute.redis(), async (port) => { const { default: Redis } = await import('ioredis'); const client = new Redis({ host: '127.0.0.1', port }); client.on('error', nothing); client.get('x').catch(nothing); await untilSettled(new Promise(nothing), 50); return async () => client.disconnect(); }),
  closing('^redis: createClient\\(\\)\\.close$', 'waits', mute.redis(), async (port) => { const client = await nodeRedis(port); client.get('x').catch(nothing); return () => client.close(); }),
  closing('^redis: createClient\\(\\)\\.destroy$', 'not', mute.redis(), async (port) => { const client = await nodeRedis(port); client.get('x').catch(nothing); return async () => client.destroy(); }),
  closing('^undici: (Pool|Client|Agent)\\(\\)\\.close$', 'waits', {}, async (_port, url) => { const { Pool } = await import('undici'); const pool = new Pool(url, { headersTimeout: 0 }); pool.request({ path: '/', method: 'GET' }).catch(nothing); await untilSettled(new Promise(nothing), 50); return () => pool.close(); }),
  closing('^undici: (Pool|Client|Agent)\\(\\)\\.destroy$', 'not', {}, async (_port, url) => { const { Pool } = await import('undici'); const pool = new Pool(url); pool.request({ path: '/', method: 'GET' }).catch(nothing); await untilSettled(new Promise(nothing), 50); return () => pool.destroy(); }),
  closing('^@elastic/elasticsearch: Client\\(\\)\\.close$', 'waits', {}, async (_port, node) => { const { Client } = await import('@elastic/elasticsearch'); const client = new Client({ node, maxRetries: 0 }); client.info().catch(nothing); await untilSettled(new Promise(nothing), 50); return () => client.close(); }),
];

async function nodeRedis(port) {
  const { createClient } = await import('redis');
  const client = createClient({ disableClientInfo: true, socket: { host: '127.0.0.1', port, reconnectStrategy: false } });
  client.on('error', nothing);
  await client.connect();
  return client;
}
