import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { now, untilSettled } from './clock.mjs';
import * as mute from './mute.mjs';
import { countsOf, deaf, ends, mustBe, reads, shows, silent, tries, waits } from './tools.mjs';

const require = createRequire(import.meta.url);
const nothing = () => undefined;
const source = (path) => readFileSync(new URL(`../node_modules/${path}`, import.meta.url), 'utf8');

/** Brokers and queues. */
export const brokers = [
  waits('amqplib: total never', async () => { const channel = amqpChannel(); channel.publish('e', 'r', Buffer.from('a')); return channel.waitForConfirms(); }, { says: 'what nobody confirms is waited for without end' }),
  shows('amqplib: total 0', 'publishing gives an answer at once, no promise', async () => mustBe(typeof amqpChannel().publish('e', 'r', Buffer.from('a')), 'boolean', 'publish')),
  shows(['bullmq: redelivers 1', 'bullmq: delay 0'], 'a job that fails is not tried again, and at once where it is told to', async () => {
    const { Job, Queue } = await import('bullmq');
    const queue = new Queue('q', { connection: { host: '127.0.0.1', port: 1 }, skipVersionCheck: true }).on('error', nothing);
    const again = (options) => { const job = new Job(queue, 'j', {}, options, '1'); return job.shouldRetryJob(new Error('no')); };
    mustBe([await again({}), await again({ attempts: 3 })].map(([is, after]) => [is, after ?? 0]), [[false, 0], [true, 0]], 'again, after');
  }),
  shows(['bull: redelivers 1', 'bull: delay 0'], 'a job is tried once and waits for nothing', async () => {
    const { default: Bull } = await import('bull');
    const queue = new Bull('q', { redis: { host: '127.0.0.1', port: 1 } }).on('error', nothing);
    const job = new Bull.Job(queue, 'j', {}, {});
    mustBe([job.opts.attempts, require('bull/lib/backoffs').normalize(job.opts.backoff) ?? 0], [1, 0], 'attempts and delay');
  }),
  shows('graphile-worker: redelivers 25', 'the table of jobs has this in it', async () => mustBe(/max_attempts\s+(?:int|smallint)[^,]*default 25\b/i.test(source('graphile-worker/sql/000001.sql')), true, 'its migration')),
  shows('kafkajs: size 1', 'a consumer handles one partition at a time', async () => mustBe(/partitionsConsumedConcurrently: concurrency = 1|partitionsConsumedConcurrently = 1/.test(source('kafkajs/src/consumer/index.js')), true, 'its source')),
  shows(['kafkajs: retries 5', 'kafkajs: delay 300'], 'a broker that hangs up is asked again as often, and as late, as is said', async () => {
    const at = [];
    await silent(async (_url, port) => {
      const { Kafka, logLevel } = await import('kafkajs');
      await untilSettled(new Kafka({ brokers: [`127.0.0.1:${port}`], logLevel: logLevel.NOTHING }).admin().connect().catch(nothing));
    }, { onData: (_bytes, socket) => { at.push(now()); socket.destroy(); } });
    countsOf(['kafkajs: retries 5', 'kafkajs: delay 300'], at);
  }),
];

/** Databases. */
export const stores = [
  shows('cassandra-driver: retries 1', 'its policy tries once more and no more', async () => { const { default: { policies } } = await import('cassandra-driver'); const policy = new policies.retry.RetryPolicy(); mustBe([0, 1].map((nbRetry) => policy.onUnavailable({ nbRetry }, 1, 1, 0).decision === policies.retry.RetryPolicy.retryDecision.retry), [true, false], 'again'); }),
  waits(['mongodb: total never >=6.9.0 <6.22.0 || >=7.0.0 <7.6.0'], async (_url, port) => { const { MongoClient } = await import('mongodb-at-6'); return new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`).db('a').collection('b').findOne({}); }, { ...mute.mongodb(), of: 'mongodb-at-6' }),
  shows('ioredis: retries 1', 'a command without an answer is sent again after the connection dropped', async () => {
    const { default: Redis } = await import('ioredis');
    const sent = [];
    await silent(async (_url, port) => {
      const client = new Redis({ host: '127.0.0.1', port, enableReadyCheck: false });
      client.on('error', nothing);
      await untilSettled(client.incr('x'), 60_000);
    }, { onData: (bytes, socket) => { mute.redis().onData(bytes, socket); for (const command of String(bytes).match(/(?:^|\n)(incr)\r\n/gi) ?? []) { sent.push(command); if (sent.length === 1) socket.destroy(); else socket.write(':1\r\n'); } } });
    mustBe(sent.length, 2, 'INCR');
  }),
  waits('ssh2: total never', async () => sshCommand(), { says: 'a command of a server that says nothing is waited for without end' }),
  waits('undici: acquire-wait never', async (url) => { const { Pool } = await import('undici'); const pool = new Pool(url, { connections: 1, headersTimeout: 0, bodyTimeout: 0 }); pool.request({ path: '/', method: 'GET' }).catch(nothing); return pool.request({ path: '/', method: 'GET' }); }, { says: 'a pool that has run dry makes the next one wait without end' }),
  shows('undici: size never', 'twenty requests at once have twenty connections', async () => { let count = 0; await silent(async (url) => { const { Pool } = await import('undici'); const pool = new Pool(url); for (let turn = 0; turn < 20; turn += 1) pool.request({ path: '/', method: 'GET' }).catch(nothing); await (await import('./clock.mjs')).really(300); }, { onData: () => { count += 1; } }); mustBe(count, 20, 'connections'); }),
  reads(['@google-cloud/spanner: size 100', '@google-cloud/spanner: acquire-wait never'].slice(0, 1), async () => (await spannerPool()).max),
  shows('@google-cloud/spanner: acquire-wait never', 'what is made without options has no limit', async () => mustBe((await spannerPool()).acquireTimeout === Infinity, true, 'acquireTimeout')),
  shows('node:stream/consumers: body never', 'a stream of 12 MB is read', async () => { const [{ text }, { Readable }] = [await import('node:stream/consumers'), await import('node:stream')]; mustBe((await text(Readable.from(Array.from({ length: 12 }, () => 'x'.repeat(1_000_000))))).length, 12_000_000, 'length'); }),
];

/** What MongoDB's driver tries again: servers that fail, which say that this can be tried again. */
export const again = [
  shows('mongodb: retries 1', 'an insert that may be tried again is sent twice', async () => {
    let inserts = 0;
    await silent(async (_url, port) => {
      const { MongoClient } = await import('mongodb');
      await untilSettled(new MongoClient(`mongodb://127.0.0.1:${port}/?replicaSet=r`).db('a').collection('b').insertOne({}), 300_000);
    }, mute.mongodb((command) => { if (command.insert !== undefined) inserts += 1; return failing('RetryableWriteError', 91); }, member));
    mustBe(inserts, 2, 'inserts');
  }),
  shows(['mongodb: total 120000', 'mongodb: retries Infinity'], 'a transaction that fails for a while is run again for two minutes', async () => {
    let runs = 0;
    const end = await silent(async (_url, port) => {
      const { MongoClient } = await import('mongodb');
      const client = new MongoClient(`mongodb://127.0.0.1:${port}/?replicaSet=r`);
      return untilSettled(client.startSession().withTransaction(async (session) => { runs += 1; await client.db('a').collection('b').findOne({}, { session }); }));
    }, mute.mongodb((command) => (command.find === undefined ? { ok: 1 } : failing('TransientTransactionError', 112)), member));
    mustBe([end.is, Math.abs(end.at - 120_000) < 2000, runs > 10], ['ended', true, true], `the transaction, after ${end.at} ms and ${runs} runs`);
  }),
];

const failing = (label, code) => ({ ok: 0, code, errmsg: 'no', errorLabels: [label] });
const member = (port) => ({ setName: 'r', hosts: [`127.0.0.1:${port}`], me: `127.0.0.1:${port}`, primary: `127.0.0.1:${port}`, logicalSessionTimeoutMinutes: 30, topologyVersion: undefined });

/** Clients. */
export const clients = [
  waits(['needle: attempt never', 'needle: idle never'], async (url) => (await import('needle')).default('get', url, null, {})),
  ends('needle: connect 10000', async (url) => (await import('needle')).default('get', url, null, {}), { on: deaf }),
  waits('@grpc/grpc-js: total never', async (_url, port) => { const { default: grpc } = await import('@grpc/grpc-js'); const same = (value) => value; const client = new grpc.Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure()); return new Promise((resolve, reject) => { client.makeUnaryRequest('/a.B/C', same, same, Buffer.alloc(0), { waitForReady: true }, (error, answer) => (error === null ? resolve(answer) : reject(error))); }); }),
  waits('@sendgrid/mail: attempt never', async (url) => { const { default: mail } = await import('@sendgrid/mail'); mail.setApiKey('SG.x'); mail.client.setDefaultRequest('baseUrl', `${url}/`); return mail.send({ to: 'a@x.org', from: 'b@x.org', subject: 's', text: 't' }); }),
  waits('soap: attempt never', async (url) => { const { default: soap } = await import('soap'); return new Promise((resolve, reject) => { new soap.HttpClient().request(url, '<a/>', (error, answer) => (error ? reject(error) : resolve(answer))); }); }),
  tries('square: retries 0', async (customUrl) => { const { Client, Environment } = require('square/legacy'); return new Client({ environment: Environment.Custom, customUrl, bearerAuthCredentials: { accessToken: 't' } }).customersApi.createCustomer({}); }),
  ends(['unleash-client: attempt 10000', 'unleash-client: retries 2', 'unleash-client: delay 1000'], async (url) => require('unleash-client/lib/request').get({ url: `${url}/`, appName: 'a', connectionId: 'c', instanceId: 'i', interval: 1 }), { times: 3, plus: 1000 + 2000, says: 'three attempts of 10 s, the second 1 s and the third 2 s later' }),
  waits('@modelcontextprotocol/sdk: total never', async () => mcp({ timeout: 2 ** 31 - 1 })),
  ends('@modelcontextprotocol/sdk: total 60000', async () => mcp({})),
  reads('puppeteer: total 30000', async () => new (await import('puppeteer-core/internal/common/TimeoutSettings.js')).TimeoutSettings().timeout()),
  shows('@aws-sdk/client-kinesis: delay 50', 'a server that answers 503 over HTTP/2 is asked three times, the second time within 50 ms', async () => {
    const { default: http2 } = await import('node:http2');
    const at = [];
    const server = http2.createServer((_request, response) => { at.push(now()); response.writeHead(503).end(); });
    await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const { KinesisClient, ListStreamsCommand } = await import('@aws-sdk/client-kinesis');
    await untilSettled(new KinesisClient({ endpoint: `http://127.0.0.1:${server.address().port}`, region: 'x', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } }).send(new ListStreamsCommand({})).catch(nothing), 60_000);
    countsOf(['@aws-sdk/client-kinesis: retries 3', '@aws-sdk/client-kinesis: delay 50'], at, { counts: 'attempts', least: 0 });
  }),
  shows('next: body never', 'the body of a Request is read whole, 12 MB of it', async () => mustBe((await new Request('http://a/', { method: 'POST', body: JSON.stringify('x'.repeat(12_000_000)) }).json()).length, 12_000_000, 'length')),
  shows('next: body 1048576', 'a route of pages/api takes 1 MB and no more', async () => {
    const { apiResolver } = require('next/dist/server/api-utils/node/api-resolver.js');
    const { default: http } = await import('node:http');
    const server = http.createServer((req, res) => { apiResolver(req, res, {}, { default: (_req, answer) => answer.status(200).json(1) }, { previewModeId: 'a', previewModeEncryptionKey: 'b', previewModeSigningKey: 'c' }, false, false, '/api/a').catch(() => { res.statusCode = 500; res.end(); }); });
    await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const send = async (bytes) => (await fetch(`http://127.0.0.1:${server.address().port}`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x'.repeat(bytes) })).status;
    mustBe([await send(1_048_576), await send(1_048_577)], [200, 413], 'statuses');
  }),
  shows(['@prisma/client: acquire-wait 2000 >=7.0.0', '@prisma/client: total 5000'], 'the runtime that is shipped has these in it', async () => { const text = source('@prisma/client/runtime/client.js'); mustBe([/maxWait:[^,;]{0,60}\?\?2e3/.test(text), /timeout:[^,;]{0,60}\?\?5e3/.test(text)], [true, true], 'its source'); }),
];

function amqpChannel() {
  const { ConfirmChannel } = require(fileURLToPath(new URL('../node_modules/amqplib/lib/channel_model.js', import.meta.url)));
  return new ConfirmChannel({ sendMessage: () => true, sendMethod: () => true, freshChannel: () => 1, on: nothing });
}

async function spannerPool() {
  const { SessionPool } = require('@google-cloud/spanner/build/src/session-pool.js');
  return new SessionPool({ databaseRole: null, parent: { parent: {} } }, {}).options;
}

async function mcp(options) {
  const { Client } = await import('@modelcontextprotocol/sdk/client/index.js');
  const client = new Client({ name: 'n', version: '1' });
  const transport = { start: async () => undefined, close: async () => undefined, send: async (message) => { if (message.method === 'initialize') setImmediate(() => transport.onmessage({ jsonrpc: '2.0', id: message.id, result: { protocolVersion: '2025-06-18', capabilities: { tools: {} }, serverInfo: { name: 's', version: '1' } } })); } };
  await client.connect(transport);
  return client.callTool({ name: 't' }, undefined, options);
}

async function sshCommand() {
  const { default: ssh2 } = await import('ssh2');
  const { default: crypto } = await import('node:crypto');
  const { privateKey } = crypto.generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding: { type: 'pkcs1', format: 'pem' }, publicKeyEncoding: { type: 'pkcs1', format: 'pem' } });
  const server = new ssh2.Server({ hostKeys: [privateKey], keepaliveInterval: 0 }, (client) => client.on('error', nothing).on('authentication', (context) => context.accept()).on('ready', () => client.on('session', (accept) => accept().on('exec', (take) => take()))));
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const client = new ssh2.Client();
  await new Promise((resolve, reject) => { client.on('ready', resolve).on('error', reject).connect({ host: '127.0.0.1', port: server.address().port, username: 'u', password: 'p', readyTimeout: 0 }); });
  return new Promise((resolve, reject) => { client.exec('a', (error, stream) => (error ? reject(error) : stream.on('close', resolve))); });
}
