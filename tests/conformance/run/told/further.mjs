import http2 from 'node:http2';
import { now, stir, untilSettled } from './clock.mjs';
import * as mute from './mute.mjs';
import { countsOf, ends, mustBe, reads, shows, silent, trickling, tries, waits } from './tools.mjs';

const nothing = () => undefined;
const supabase = async (url) => { const { createClient } = await import('@supabase/supabase-js'); return createClient(url, 'key', { auth: { persistSession: false, autoRefreshToken: false }, realtime: { transport: class {} } }); };
const opensearch = async (node) => { const { Client } = await import('@opensearch-project/opensearch'); return new Client({ node, maxRetries: 0 }).search({ index: 'a' }); };
const typesense = async (port, more = {}) => { const { default: Typesense } = await import('typesense'); return new Typesense.Client({ nodes: [{ host: '127.0.0.1', port, protocol: 'http' }], apiKey: 'k', logLevel: 'silent', ...more }).health.retrieve(); };
const discord = async (api, more = {}) => { const { REST } = await import('@discordjs/rest'); return new REST({ api, ...more }).setToken('t').get('/a'); };
const algolia = async (port, call, length = 4) => { const { algoliasearch } = await import('algoliasearch'); return call(algoliasearch('app', 'key', { hosts: Array.from({ length }, () => ({ url: `127.0.0.1:${port}`, accept: 'readWrite', protocol: 'http' })) })); };
/** A broker that lets everyone in and answers nothing else. */
const mqtt = { onData: (bytes, socket) => { if (bytes[0] === 0x10) socket.write(Buffer.from([0x20, 2, 0, 0])); } };
const connected = async (port) => { const { default: lib } = await import('mqtt'); return lib.connectAsync(`mqtt://127.0.0.1:${port}`, { keepalive: 0 }); };

/** Search, documents, vectors. */
export const searches = [
  ends('@opensearch-project/opensearch: attempt 30000', opensearch),
  tries(['@opensearch-project/opensearch: retries 3', '@opensearch-project/opensearch: delay 0'], async (node) => { const { Client } = await import('@opensearch-project/opensearch'); return new Client({ node }).index({ index: 'a', body: {} }); }),
  ends('typesense: attempt 5000', async (_url, port) => typesense(port, { numRetries: 0 })),
  tries(['typesense: retries 1', 'typesense: delay 100'], async (_url, port) => typesense(port)),
  waits(['meilisearch: attempt never', 'meilisearch: total never'], async (host) => { const { Meilisearch } = await import('meilisearch'); return new Meilisearch({ host }).index('a').search('b'); }, { trickles: true }),
  ends('algoliasearch: headers 2000 >=5.0.0', async (_url, port) => algolia(port, (client) => client.searchSingleIndex({ indexName: 'a' }), 1)),
  ends('algoliasearch: attempt 5000 >=5.0.0', async (_url, port) => algolia(port, (client) => client.searchSingleIndex({ indexName: 'a' }), 1), { on: trickling, give: 100, says: 'an answer that trickles is read for 5 s' }),
  ends('algoliasearch: attempt 30000 >=5.0.0', async (_url, port) => algolia(port, (client) => client.saveObject({ indexName: 'a', body: {} }), 1), { on: trickling, give: 100, says: 'what a write is answered with is read for 30 s' }),
  tries(['algoliasearch: retries 3', 'algoliasearch: delay 0'], async (_url, port) => algolia(port, (client) => client.saveObject({ indexName: 'a', body: {} }))),
  ends('@qdrant/js-client-rest: attempt 300000', async (url) => { const { QdrantClient } = await import('@qdrant/js-client-rest'); return new QdrantClient({ url, checkCompatibility: false }).getCollections(); }, { give: 2000 }),
  shows('@azure/cosmos: attempt 60000', 'a request without an answer is given up after a minute, and the next one sent', async () => {
    const at = [];
    await silent(async (endpoint) => {
      const { CosmosClient } = await import('@azure/cosmos');
      await untilSettled(new CosmosClient({ endpoint, key: 'a2V5' }).getDatabaseAccount(), 200_000);
    }, { onData: () => { at.push(now()); } });
    mustBe(Math.round((at[1] - at[0]) / 1000), 60, `seconds between the first two of ${JSON.stringify(at)}`);
  }),
];

/** Databases and clients of others. */
export const others = [
  waits('pg-promise: statement never', async (_url, port) => (await pgPromise(port)).any('SELECT 1'), mute.postgres()),
  waits('pg-promise: acquire-wait never', async (_url, port) => { const db = await pgPromise(port, { max: 1 }); db.any('SELECT 1').catch(nothing); return db.any('SELECT 2'); }, { ...mute.postgres(), says: 'a pool that has run dry makes the next one wait without end' }),
  reads('pg-promise: size 10', async () => (await pgPromise(1)).$pool.options.max),
  waits('@libsql/client: statement never', async (url) => { const { createClient } = await import('@libsql/client/http'); return createClient({ url }).execute('SELECT 1'); }, { trickles: true }),
  shows('@libsql/client: size 20', 'twenty-five statements at once are twenty requests', async () => {
    let count = 0;
    globalThis.fetch = async () => { count += 1; return new Promise(nothing); };
    const { createClient } = await import('@libsql/client/http');
    const client = createClient({ url: 'http://127.0.0.1:1', fetch: (...all) => globalThis.fetch(...all) });
    for (let turn = 0; turn < 25; turn += 1) client.execute('SELECT 1').catch(nothing);
    await untilSettled(new Promise(nothing), 1000);
    mustBe(count, 20, 'requests');
  }),
  waits(['@supabase/supabase-js: total never', '@supabase/supabase-js: attempt never'], async (url) => (await supabase(url)).from('a').select(), { trickles: true }),
  tries(['@supabase/supabase-js: retries 3', '@supabase/supabase-js: delay 1000'], async (url) => (await supabase(url)).from('a').select()),
  ends('openid-client: attempt 30000 >=6.0.0', async (url) => { const client = await import('openid-client'); return client.discovery(new URL(url), 'id', undefined, undefined, { execute: [client.allowInsecureRequests] }); }),
  ends('jwks-rsa: attempt 30000', async (url) => { const { default: jwks } = await import('jwks-rsa'); return jwks({ jwksUri: url }).getSigningKeys(); }),
  ends('simple-get: idle 5000', async (url) => { const { default: get } = await import('simple-get'); return new Promise((resolve, reject) => { get.concat(url, (error, _response, body) => (error ? reject(error) : resolve(body))); }); }),
  waits(['phin: total never >=4.0.0', 'phin: attempt never'], async (url) => { const { default: phin } = await import('phin'); return phin({ url }); }),
  waits('web-push: idle never', async (url) => { const [{ default: webpush }, { overHttp }] = [await import('web-push'), await import('./tools.mjs')]; await overHttp(url); return webpush.sendNotification({ endpoint: 'https://push.example.com/a' }, undefined, { TTL: 1 }); }),
  ends('@discordjs/rest: attempt 15000', async (url) => discord(url, { retries: 0 })),
  tries(['@discordjs/rest: retries 3', '@discordjs/rest: delay 0'], async (url) => discord(url)),
  waits('socket.io-client: total never', async (url) => { const { io } = await import('socket.io-client'); return io(url).emitWithAck('a'); }),
];

/** Brokers and workflows. */
export const brokers = [
  ends('mqtt: connect 30000', async (_url, port) => { const { default: lib } = await import('mqtt'); return new Promise((resolve, reject) => { lib.connect(`mqtt://127.0.0.1:${port}`, { reconnectPeriod: 0 }).on('error', reject).on('close', resolve); }); }),
  waits('mqtt: total never', async (_url, port) => (await connected(port)).publishAsync('a', 'b', { qos: 1 }), mqtt),
  shows('mqtt: total 0', 'publishing gives the client at once, no promise', () => silent(async (_url, port) => { const client = await connected(port); mustBe(client.publish('a', 'b', { qos: 1 }) === client, true, 'the client'); }, mqtt)),
  ends('@temporalio/client: connect 10000', async (_url, port) => { const { Connection } = await import('@temporalio/client'); return Connection.connect({ address: `127.0.0.1:${port}` }); }, { give: 500 }),
  waits('@temporalio/client: total never', async (_url, port) => temporal(port)),
  shows(['@temporalio/client: retries 9', '@temporalio/client: delay 204'], 'a server that is not available is asked again as often, and as late, as is said', async () => {
    const at = [];
    const server = http2.createServer().on('stream', (stream) => { stir(); at.push(now()); stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true }); stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '14', 'grpc-message': 'no' })); stream.end(); });
    await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    await untilSettled(temporal(server.address().port).catch(nothing), 600_000);
    countsOf(['@temporalio/client: retries 9', '@temporalio/client: delay 204'], at, { counts: 'retries' });
  }),
];

async function pgPromise(port, more = {}) {
  const { default: pgp } = await import('pg-promise');
  return pgp({ noWarnings: true })({ host: '127.0.0.1', port, user: 'u', password: 'p', database: 'd', ...more });
}

async function temporal(port) {
  const { Client, Connection } = await import('@temporalio/client');
  return new Client({ connection: Connection.lazy({ address: `127.0.0.1:${port}` }) }).workflow.start('w', { workflowId: 'a', taskQueue: 'q', args: [] });
}

/** Work in turns. */
export const turns = [
  shows(['async: retries 5', 'async: delay 0'], 'a function that fails is run five times, at once', async () => {
    const { default: async } = await import('async');
    const at = [];
    await untilSettled(async.retry({}, async () => { at.push(now()); throw new Error('no'); }).catch(nothing));
    countsOf(['async: retries 5', 'async: delay 0'], at, { counts: 'attempts' });
  }),
  waits('async-sema: total never', async () => { const { Sema } = await import('async-sema'); const sema = new Sema(1); await sema.acquire(); return sema.acquire(); }, { says: 'what nobody gives back is waited for without end' }),
  waits('p-wait-for: total never', async () => (await import('p-wait-for')).default(() => false), { says: 'a condition that never holds is waited for without end' }),
];
