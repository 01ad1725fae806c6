import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { withDatabase } from './database.mjs';
import { prismaClient } from './prisma-client.mjs';
import { AMPLE_MS, endOf, mustBe, silent, waitsUnlessSet } from './tools.mjs';

/** Codes of errors as the real packages give them, and packages without typings. */
export const codes = [
  { covers: '^mongodb: error 11000$', says: 'the code of a write error is the code of the error of MongoDB (a server of twenty lines)', run: () => mongoAnswering({ ok: 1, n: 0, writeErrors: [{ index: 0, code: 11_000, errmsg: 'E11000 duplicate key error' }] }, async (port) => {
    const { MongoClient } = await import('mongodb');
    const client = new MongoClient(`mongodb://127.0.0.1:${port}`, { retryWrites: false, serverSelectionTimeoutMS: 3000 });
    try { mustBe((await endOf(client.db('a').collection('b').insertOne({ _id: 1 }), AMPLE_MS)).error?.code, 11_000, 'insertOne'); } finally { await client.close(true).catch(() => undefined); }
  }) },
  { covers: '^better-sqlite3: error SQLITE_CONSTRAINT\\w*$', says: 'the source of better-sqlite3 gives its errors these codes', run: async () => {
    const source = readFileSync(new URL('./node_modules/better-sqlite3/src/util/constants.cpp', import.meta.url), 'utf8');
    for (const code of ['SQLITE_CONSTRAINT', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY']) mustBe(source.includes(`${code}, "${code}")`), true, code);
  } },
  { covers: '^objection: error (UniqueViolationError|NotFoundError)$', says: 'objection calls a row that is there already UniqueViolationError, and one that is not NotFoundError', run: async () => {
    const [{ Model }, { default: knex }] = [createRequire(import.meta.url)('objection'), await import('knex')];
    return withDatabase(async (at) => {
    const query = knex({ client: 'pg', version: '15', connection: at, pool: { min: 0, max: 1 } });
    class Row extends Model { static get tableName() { return 'a'; } }
    Row.knex(query);
    try {
      await query.raw('CREATE TABLE a (id int PRIMARY KEY)');
      await Row.query().insert({ id: 1 });
      mustBe((await endOf(Row.query().insert({ id: 1 }), AMPLE_MS)).error?.name, 'UniqueViolationError', 'insert');
      mustBe((await endOf(Row.query().findById(2).throwIfNotFound(), AMPLE_MS)).error?.name, 'NotFoundError', 'findById');
    } finally {
      await query.destroy();
    }
    });
  } },
  { covers: '^@prisma/client: error P20(02|25)$', says: 'Prisma calls a row that is there already P2002, and one that is not P2025', run: async () => {
    const [PrismaClient, { PrismaPg }] = [prismaClient(), await import('@prisma/adapter-pg')];
    return withDatabase(async (at) => {
      const prisma = new PrismaClient({ adapter: new PrismaPg({ ...at, max: 1 }) });
      try {
        await prisma.$executeRawUnsafe('CREATE TABLE "Row" (id int PRIMARY KEY)');
        await prisma.row.create({ data: { id: 1 } });
        mustBe((await endOf(prisma.row.create({ data: { id: 1 } }), AMPLE_MS)).error?.code, 'P2002', 'create');
        mustBe((await endOf(prisma.row.delete({ where: { id: 2 } }), AMPLE_MS)).error?.code, 'P2025', 'delete');
      } finally {
        await prisma.$disconnect();
      }
    });
  } },
  { covers: '^nitropack: files .*', says: 'files below server/api and server/routes are routes, with the verb before the extension', run: async () => {
    const { createNitro, scanHandlers } = await import('nitropack/core');
    const rootDir = mkdtempSync(join(tmpdir(), 'seamlint-nitro-'));
    for (const path of ['api/users/[id].get.ts', 'api/orders.post.ts', 'routes/health.ts', 'middleware/log.ts']) {
      mkdirSync(dirname(join(rootDir, 'server', path)), { recursive: true });
      writeFileSync(join(rootDir, 'server', path), 'export default () => 1;');
    }
    const nitro = await createNitro({ rootDir, srcDir: 'server', preset: 'node-server', logLevel: 0, compatibilityDate: '2024-04-03' });
    try {
      mustBe((await scanHandlers(nitro)).map(({ method, route }) => `${method ?? 'any'} ${route}`).sort(), ['any /health', 'get /api/users/:id', 'post /api/orders'], 'routes');
    } finally {
      await nitro.close();
      rmSync(rootDir, { recursive: true, force: true });
    }
  } },
  { covers: '^joi: (attempt( \\| .*)?|\\*\\*\\.default( \\| .*)?)$', says: 'a default of Joi is what nothing becomes; attempt gives what it was given', run: async () => {
    const { default: Joi } = await import('joi');
    mustBe([Joi.number().default(3).validate(undefined).value, Joi.object({ a: Joi.number().default(4) }).validate({}).value.a, Joi.attempt('5', Joi.number())], [3, 4, 5], 'values');
  } },
  { covers: '^googleapis: .*', says: 'a call of a Google API waits for ever, its timeout and that of the client end it (@googleapis/sheets, generated as googleapis is)', run: () => silent(async (rootUrl) => {
    const { sheets } = await import('@googleapis/sheets');
    const get = (own, client) => sheets({ version: 'v4', auth: 'a', rootUrl: `${rootUrl}/`, retry: false, ...client }).spreadsheets.values.get({ spreadsheetId: 'a', range: 'b' }, { retry: false, ...own });
    await waitsUnlessSet((timeout) => get(timeout === undefined ? {} : { timeout }, {}), 'values.get');
    mustBe((await endOf(get({}, { timeout: 100 }), AMPLE_MS)).is, 'ended', 'with one of the client');
    mustBe((await endOf(get({ signal: AbortSignal.timeout(100) }, {}), AMPLE_MS)).is, 'ended', 'with a signal');
  }) },
  { covers: '^deasync: .*', alone: true, says: 'deasync waits without giving control back, and runs what is due meanwhile', run: async () => {
    const deasync = createRequire(import.meta.url)('deasync');
    let isDone = false;
    setTimeout(() => { isDone = true; }, 20);
    deasync.loopWhile(() => !isDone);
    mustBe([isDone, deasync((done) => setTimeout(done, 20, null, 3))(), typeof deasync.runLoopOnce], [true, 3, 'function'], 'results');
    const start = Date.now();
    deasync.sleep(50);
    mustBe(Date.now() - start >= 45, true, 'the time of sleep');
  } },
  { covers: '^graphql-upload: (graphqlUploadExpress|graphqlUploadKoa)$', says: 'graphql-upload exports its middleware by name up to 13', run: async () => {
    const old = createRequire(import.meta.url)('graphql-upload-at-12');
    mustBe([typeof old.graphqlUploadExpress, typeof old.graphqlUploadKoa], ['function', 'function'], 'exports');
  } },
  { covers: '^http-shutdown: .*', says: 'shutdown waits for a running request, forceShutdown cuts it', run: async () => {
    const { default: withShutdown } = await import('http-shutdown');
    for (const [method, is] of [['shutdown', 'waiting'], ['forceShutdown', 'answered']]) {
      let isAsked;
      const asked = new Promise((resolve) => { isAsked = resolve; });
      const server = withShutdown(http.createServer(() => isAsked()));
      await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
      const request = http.get({ port: server.address().port, host: '127.0.0.1' }).on('error', () => undefined);
      await asked;
      mustBe((await endOf(new Promise((resolve) => { server[method](resolve); }))).is, is, method);
      request.destroy();
    }
  } },
  { covers: '^cache-manager: createCache\\(\\)\\.wrap( \\| .*)?$', says: 'wrap of cache-manager gives what its function gives, and asks it once', run: async () => {
    const { createCache } = await import('cache-manager');
    let runs = 0;
    const cache = createCache();
    const ask = () => cache.wrap('a', async () => { runs += 1; return 3; });
    mustBe([await ask(), await ask(), runs], [3, 3, 1], 'results and runs');
  } },
];

/** A MongoDB that says it is there, and answers everything else with one document. */
async function mongoAnswering(answer, use) {
  const { BSON } = await import('mongodb');
  const hello = { ok: 1, isWritablePrimary: true, helloOk: true, maxBsonObjectSize: 16_777_216, maxMessageSizeBytes: 48_000_000, maxWriteBatchSize: 100_000, minWireVersion: 0, maxWireVersion: 25 };
  const sockets = new Set();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    let read = Buffer.alloc(0);
    socket.on('data', (bytes) => {
      read = Buffer.concat([read, bytes]);
      for (; read.length >= 4 && read.length >= read.readInt32LE(0); read = read.subarray(read.readInt32LE(0))) socket.write(reply(read.subarray(0, read.readInt32LE(0))));
    });
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  try { return await use(server.address().port); } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }

  // An OP_MSG for what came as one; an OP_REPLY for the first question, which may come as an OP_QUERY.
  function reply(message) {
    const isMessage = message.readInt32LE(12) === 2013;
    const isHello = /hello|ismaster/i.test(message.toString('latin1', 16, 120));
    const body = Buffer.from(BSON.serialize(isHello ? hello : answer));
    const start = isMessage ? Buffer.alloc(5) : Buffer.concat([Buffer.alloc(16), Buffer.from([1, 0, 0, 0])]);
    const head = Buffer.alloc(16);
    head.writeInt32LE(16 + start.length + body.length, 0);
    head.writeInt32LE(message.readInt32LE(4), 8);
    head.writeInt32LE(isMessage ? 2013 : 1, 12);
    return Buffer.concat([head, start, body]);
  }
}
