import http from 'node:http';
import { AMPLE_MS, countRuns, endOf, endsAt, mustBe } from './tools.mjs';

const never = () => new Promise(() => undefined);
const later = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

/** More of what bounds and repeats, of what is accepted, and of how servers close. */
export const more = [
  { covers: '^brakes: .*\\| total timeout$', says: 'brakes ends a call after 15 s', run: async () => {
    const { default: Brakes } = await import('brakes');
    mustBe(await endsAt(15_000, () => new Brakes(never).exec()), ['waiting', 'ended'], 'exec');
  } },
  { covers: '^hystrixjs: .*\\| total', says: 'hystrixjs ends a command after 30 s', run: async () => {
    const { default: hystrix } = await import('hystrixjs');
    mustBe((await endOf(hystrix.commandFactory.getOrCreate('a').run(never).timeout(100).build().execute(), AMPLE_MS)).is, 'ended', 'with 100 ms');
    mustBe((await endOf(hystrix.commandFactory.getOrCreate('b').run(never).build().execute())).is, 'waiting', 'by default');
  } },
  { covers: '^rxjs: timeout(With)? \\| total', says: 'timeout of rxjs ends the wait', run: async () => {
    const { firstValueFrom, NEVER, timeout } = await import('rxjs');
    for (const limit of [100, { each: 100 }, { first: 100 }]) mustBe((await endOf(firstValueFrom(NEVER.pipe(timeout(limit))), AMPLE_MS)).is, 'ended', JSON.stringify(limit));
  } },
  { covers: '^rxjs: retry \\| retries', says: 'retry of rxjs counts retries and has no end by itself', run: async () => {
    const { defer, firstValueFrom, retry } = await import('rxjs');
    mustBe(await countRuns((f) => firstValueFrom(defer(f).pipe(retry(2)))), 3, 'runs of retry(2)');
    let runs = 0;
    await firstValueFrom(defer(async () => { runs += 1; if (runs < 500) throw new Error('no'); return 1; }).pipe(retry()));
    mustBe(runs, 500, 'runs of retry()');
  } },
  { covers: '^p-queue: .*\\| total', says: 'a task of p-queue waits for ever, timeout ends the wait', run: async () => {
    const { default: PQueue } = await import('p-queue');
    mustBe((await endOf(new PQueue().add(never))).is, 'waiting', 'without a limit');
    mustBe((await endOf(new PQueue({ timeout: 100, throwOnTimeout: true }).add(never), AMPLE_MS)).is, 'ended', 'with one');
  } },
  { covers: '^p-event: .*', says: 'p-event waits for ever, its timeout ends that', run: async () => {
    const { pEvent } = await import('p-event');
    const { EventEmitter } = await import('node:events');
    mustBe((await endOf(pEvent(new EventEmitter(), 'x'))).is, 'waiting', 'without a limit');
    mustBe((await endOf(pEvent(new EventEmitter(), 'x', { timeout: 100 }), AMPLE_MS)).is, 'ended', 'with one');
  } },
  { covers: '^promise-retry: .*', says: 'promise-retry tries eleven times', run: async () => {
    const { default: promiseRetry } = await import('promise-retry');
    mustBe(await countRuns((f) => promiseRetry((again) => f().catch(again), { minTimeout: 0, maxTimeout: 0 })), 11, 'runs');
  } },
  { covers: '^bottleneck: \\(\\)\\.schedule.*', says: 'a job of bottleneck waits for ever, expiration ends the wait', run: async () => {
    const { default: Bottleneck } = await import('bottleneck');
    mustBe((await endOf(new Bottleneck().schedule(never))).is, 'waiting', 'without a limit');
    mustBe((await endOf(new Bottleneck().schedule({ expiration: 100 }, never), AMPLE_MS)).is, 'ended', 'with one');
  } },
  { covers: '^async-mutex: (Mutex|Semaphore)\\(\\)\\.(acquire|runExclusive)$', says: 'a mutex of async-mutex is waited for without end', run: async () => {
    const { Mutex } = await import('async-mutex');
    const mutex = new Mutex();
    await mutex.acquire();
    mustBe((await endOf(mutex.acquire())).is, 'waiting', 'acquire');
  } },
  { covers: '^delay: .*', says: 'delay waits as long as it is told', run: async () => {
    const { default: delay } = await import('delay');
    mustBe(await endsAt(5000, () => delay(5000).then(() => { throw new Error('over'); })), ['waiting', 'ended'], 'delay');
  } },
  { covers: '^body-parser: json( .*)?$', says: 'body-parser takes 100 kB of JSON and no more', run: async () => {
    const { default: bodyParser } = await import('body-parser');
    const { default: express } = await import('express');
    await listening(express().use(bodyParser.json({ strict: false })).post('/', (_req, res) => res.json(1)), async (url) => mustBe([await post(url, 90_000), await post(url, 110_000)], [200, 413], 'statuses'));
  } },
  { covers: '^koa-bodyparser: .*\\| body jsonLimit$', says: 'koa-bodyparser takes 1 MiB of JSON and no more', run: async () => {
    const [{ default: Koa }, { default: parser }] = [await import('koa'), await import('koa-bodyparser')];
    const app = new Koa().use(parser({ strict: false })).use((ctx) => { ctx.body = '1'; });
    app.silent = true;
    await listening(app.callback(), async (url) => mustBe([await post(url, 1_000_000), await post(url, 1_100_000)], [200, 413], 'statuses'));
  } },
  { covers: '^koa-bodyparser: .*\\| body formLimit$', says: 'koa-bodyparser takes 56 kB of a form and no more', run: async () => {
    const [{ default: Koa }, { default: parser }] = [await import('koa'), await import('koa-bodyparser')];
    const app = new Koa().use(parser()).use((ctx) => { ctx.body = '1'; });
    app.silent = true;
    await listening(app.callback(), async (url) => mustBe([await post(url, 50_000, FORM), await post(url, 60_000, FORM)], [200, 413], 'statuses'));
  } },
  { covers: '^@hapi/hapi: Server \\| body', says: 'hapi takes 1 MiB and no more', run: () => hapi({}, async (url) => mustBe([await post(url, 1_000_000), await post(url, 1_100_000)], [200, 413], 'statuses')) },
  { covers: '^@hapi/hapi: Server \\| total', says: 'the server timeout of hapi answers 503', run: () => hapi({ routes: { timeout: { server: 100 } } }, async (url) => mustBe(await post(`${url}/slow`, 10), 503, 'status')) },
  { covers: '^hono: Context\\(\\)\\.req\\.(json|text)$', says: 'Hono takes a body of any size', run: async () => {
    const [{ Hono }, { getRequestListener }] = [await import('hono'), await import('@hono/node-server')];
    const app = new Hono().post('/', async (c) => c.json((await c.req.text()).length));
    await listening(getRequestListener(app.fetch), async (url) => mustBe(await post(url, 12_000_000), 200, 'status'));
  } },
  { covers: '^hono: timeout \\| total', says: 'the timeout of Hono answers 504', run: async () => {
    const [{ Hono }, { timeout }, { getRequestListener }] = [await import('hono'), await import('hono/timeout'), await import('@hono/node-server')];
    const app = new Hono().use(timeout(100)).post('/', async (c) => { await later(500); return c.json(1); });
    await listening(getRequestListener(app.fetch), async (url) => mustBe(await post(url, 10), 504, 'status'));
  } },
  { covers: '^multer: .*\\| body', says: 'multer takes a file of any size', run: async () => {
    const [{ default: multer }, { default: express }] = [await import('multer'), await import('express')];
    await listening(express().post('/', multer().any(), (_req, res) => res.json(1)), async (url) => mustBe(await upload(url, 12_000_000), 200, 'status'));
  } },
  { covers: '^busboy: .*\\| body', says: 'busboy takes a file of any size', run: async () => {
    const { default: busboy } = await import('busboy');
    await listening((request, response) => {
      let size = 0;
      request.pipe(busboy({ headers: request.headers }).on('file', (_name, file) => { file.on('data', (bytes) => { size += bytes.length; }); }).on('close', () => { response.statusCode = size === 12_000_000 ? 200 : 413; response.end(); }));
    }, async (url) => mustBe(await upload(url, 12_000_000), 200, 'status'));
  } },
  { covers: '^raw-body: .*\\| body', says: 'raw-body reads any size unless it is given a limit', run: async () => {
    const { default: rawBody } = await import('raw-body');
    const with_ = (options) => async (request, response) => { response.statusCode = await rawBody(request, options).then(() => 200, (error) => error.status); response.end(); };
    await listening(with_({}), async (url) => mustBe(await post(url, 12_000_000), 200, 'without a limit'));
    await listening(with_({ limit: 100 }), async (url) => mustBe(await post(url, 1000), 413, 'with one'));
  } },
  { covers: '^@fastify/multipart: register \\| body', says: '@fastify/multipart cuts a file at 1 MiB, or at the bodyLimit of the app', run: async () => {
    const [{ default: Fastify }, { default: multipart }] = [await import('fastify'), await import('@fastify/multipart')];
    for (const [options, status] of [[{}, 413], [{ bodyLimit: 50_000_000 }, 200]]) {
      const app = Fastify(options);
      await app.register(multipart);
      app.post('/', async (request) => { await (await request.file()).toBuffer(); return 1; });
      const url = await app.listen({ port: 0, host: '127.0.0.1' });
      mustBe([await upload(url, 1_000_000), await upload(url, 1_100_000)], [200, status], 'statuses');
      await app.close();
    }
  } },
  { covers: '^ws: WebSocketServer \\| body', says: 'ws takes a message of 100 MiB and no more', run: async () => {
    const { WebSocketServer, WebSocket } = await import('ws');
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await new Promise((resolve) => { server.on('listening', resolve); });
    server.on('connection', (socket) => { socket.on('error', () => undefined); socket.on('message', () => socket.send('got')); });
    const code = await new Promise((resolve) => {
      const client = new WebSocket(`ws://127.0.0.1:${server.address().port}`, { maxPayload: 0 });
      client.on('open', () => client.send(Buffer.alloc(104_857_601))).on('close', resolve).on('error', () => undefined);
    });
    mustBe(code, 1009, 'the code of the close');
    server.close();
  } },
  { covers: '^socket\\.io: .*\\| body', says: 'Socket.IO takes a packet of 1 MB and no more', run: async () => {
    const [{ Server }, { io }] = [await import('socket.io'), await import('socket.io-client')];
    const server = http.createServer();
    const socketServer = new Server(server);
    socketServer.on('connection', (socket) => { socket.on('x', (_value, done) => done('got')); });
    await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const client = io(`http://127.0.0.1:${server.address().port}`, { transports: ['websocket'], reconnection: false });
    mustBe(await client.timeout(3000).emitWithAck('x', 'a'.repeat(900_000)), 'got', '900 kB');
    mustBe((await endOf(client.timeout(1500).emitWithAck('x', 'a'.repeat(1_100_000)), AMPLE_MS)).is, 'ended', '1.1 MB');
    client.close();
    await socketServer.close();
  } },
  { covers: '^socket\\.io: .*emitWithAck.*', says: 'an acknowledgement of Socket.IO is waited for without end', run: async () => {
    const [{ Server }, { io }] = [await import('socket.io'), await import('socket.io-client')];
    const server = http.createServer();
    const socketServer = new Server(server);
    const connected = new Promise((resolve) => { socketServer.on('connection', resolve); });
    await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const client = io(`http://127.0.0.1:${server.address().port}`, { transports: ['websocket'], reconnection: false });
    client.on('x', () => undefined);
    const socket = await connected;
    mustBe((await endOf(socket.emitWithAck('x'))).is, 'waiting', 'emitWithAck');
    mustBe((await endOf(socket.timeout(100).emitWithAck('x'), AMPLE_MS)).is, 'ended', 'with a timeout');
    client.close();
    await socketServer.close();
  } },
  { covers: '^express-timeout-handler: .*', says: 'express-timeout-handler answers in the stead of a handler that takes too long', run: async () => {
    const [{ default: timeout }, { default: express }] = [await import('express-timeout-handler'), await import('express')];
    const app = express().use(timeout.handler({ timeout: 100, onTimeout: (_req, res) => res.status(503).end() })).post('/', (_req, _res) => undefined);
    await listening(app, async (url) => mustBe(await post(url, 10), 503, 'status'));
  } },
  { covers: '^http-terminator: .*\\| total', says: 'http-terminator cuts a request after its grace time', run: async () => {
    const { createHttpTerminator } = await import('http-terminator');
    await listening(() => undefined, async (url, server) => {
      const terminator = createHttpTerminator({ server });
      fetch(url).catch(() => undefined);
      await new Promise((resolve) => { server.once('request', resolve); });
      const start = Date.now();
      mustBe((await endOf(terminator.terminate(), AMPLE_MS)).is, 'answered', 'terminate');
      mustBe(Date.now() - start > 900, true, `it waited (${Date.now() - start} ms)`);
    });
  } },
  { covers: '^graphql-yoga: createYoga \\| body', says: 'GraphQL Yoga takes 25 MB and no more', run: async () => {
    const { createSchema, createYoga } = await import('graphql-yoga');
    const yoga = createYoga({ logging: false, schema: createSchema({ typeDefs: 'type Query { a(s: String): Int }', resolvers: { Query: { a: () => 1 } } }) });
    const body = (bytes) => JSON.stringify({ query: 'query($s: String) { a(s: $s) }', variables: { s: 'x'.repeat(bytes) } });
    await listening(yoga, async (url) => {
      const send = async (bytes) => (await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: body(bytes) })).status;
      mustBe([await send(1_000_000), await send(26_000_000)], [200, 413], 'statuses');
    });
  } },
];

const FORM = 'application/x-www-form-urlencoded';

const post = async (url, bytes, type = 'application/json') => (await fetch(url, { method: 'POST', headers: { 'content-type': type }, body: type === FORM ? `a=${'x'.repeat(bytes)}` : `"${'x'.repeat(bytes)}"` })).status;

async function upload(url, bytes) {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)]), 'f');
  return (await fetch(url, { method: 'POST', body: form })).status;
}

async function listening(handler, use) {
  const server = http.createServer(handler);
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  try { return await use(`http://127.0.0.1:${server.address().port}`, server); } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function hapi(options, use) {
  const { default: Hapi } = await import('@hapi/hapi');
  const server = Hapi.server({ port: 0, host: '127.0.0.1', ...options });
  server.route({ method: 'POST', path: '/', handler: () => 1 });
  server.route({ method: 'POST', path: '/slow', handler: async () => { await later(500); return 1; } });
  await server.start();
  try { return await use(`http://127.0.0.1:${server.info.port}`); } finally { await server.stop({ timeout: 1 }); }
}
