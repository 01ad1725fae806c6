import genericPool from 'generic-pool';
import knex from 'knex';
import { createPool as lightningPool } from 'lightning-pool';
import pg from 'pg';
import tarn from 'tarn';
import { withDatabase } from './database.mjs';
import { AMPLE_MS, endOf, endsAt, mustBe, waitsUnlessSet } from './tools.mjs';

const factory = { create: async () => ({}), destroy: async () => undefined };

/** Pools that have run dry: whether the next one waits, and for how long. */
export const pools = [
  { covers: '^pg: Pool(\\(\\)\\.(connect|query))?( \\| acquire-wait connectionTimeoutMillis)?$', says: 'a pg pool waits for ever, connectionTimeoutMillis ends that', run: () => withDatabase((at) => waitsUnlessSet(async (connectionTimeoutMillis) => {
    const pool = new pg.Pool({ ...at, max: 1, ...(connectionTimeoutMillis === undefined ? {} : { connectionTimeoutMillis }) });
    pool.on('error', () => undefined);
    const held = await pool.connect();
    const waiting = pool.connect();
    setTimeout(() => { held.release(true); waiting.then((client) => client.release(true), () => undefined); pool.end(); }, 1500).unref();
    return waiting;
  }, 'pool.connect')) },
  { covers: '^pg: .*\\| statement query_timeout$', says: 'query_timeout of pg ends a statement', run: () => withDatabase(async (at) => {
    const pool = new pg.Pool({ ...at, max: 1, query_timeout: 100 });
    pool.on('error', () => undefined);
    const end = await endOf(pool.query('SELECT count(*) FROM generate_series(1, 20000000)'), AMPLE_MS);
    mustBe(end.is, 'ended', 'the statement');
    pool.end().catch(() => undefined);
  }) },
  { covers: '^knex: .*acquire-wait', says: 'a knex pool has a limit of its own that refuses zero', run: async () => {
    let refused = '';
    try { knex({ client: 'pg', pool: { acquireTimeoutMillis: 0 }, connection: {} }); } catch (error) { refused = error.message; }
    mustBe(/acquireTimeoutMillis/.test(refused), true, 'the refusal');
  } },
  { covers: '^generic-pool: .*acquire', says: 'a generic pool waits for ever, acquireTimeoutMillis ends that', run: () => waitsUnlessSet(async (acquireTimeoutMillis) => {
    const pool = genericPool.createPool(factory, { max: 1, ...(acquireTimeoutMillis === undefined ? {} : { acquireTimeoutMillis }) });
    await pool.acquire();
    return pool.acquire();
  }, 'pool.acquire') },
  { covers: '^lightning-pool: .*acquire-wait', says: 'a lightning pool waits for ever, acquireTimeoutMillis ends that', run: () => waitsUnlessSet(async (acquireTimeoutMillis) => {
    const pool = lightningPool(factory, { max: 1, ...(acquireTimeoutMillis === undefined ? {} : { acquireTimeoutMillis }) });
    await pool.acquire();
    return pool.acquire();
  }, 'pool.acquire') },
  { covers: '^tarn: .*acquire-wait', says: 'a tarn pool ends the wait after 30 s', run: async () => {
    const pool = new tarn.Pool({ ...factory, min: 0, max: 1 });
    await pool.acquire().promise;
    mustBe(await endsAt(30_000, () => pool.acquire().promise), ['waiting', 'ended'], 'acquire');
  } },
];
