import { mustBe, numberOf, reads, shows } from './tools.mjs';

const nothing = () => undefined;

/** A server takes a body as large as its default says and no larger; 12 MB where there is no limit. */
const body = (claim, open, options = {}) => shows(claim, options.says ?? 'a body as large as is said is taken, a larger one is not', async () => {
  const most = numberOf([claim].flat()[0]);
  const url = await open();
  const send = async (bytes) => (await fetch(url, options.request?.(bytes) ?? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(options.json?.(bytes) ?? 'x'.repeat(bytes)) })).status;
  const taken = async (bytes) => (await send(bytes).catch(() => 0)) === 200;
  mustBe(Number.isNaN(most) ? [await taken(12_000_000)] : [await taken(Math.floor(most * 0.95)), await taken(Math.ceil(most * 1.05))], Number.isNaN(most) ? [true] : [true, false], 'taken');
});
const any = { says: 'a body of 12 MB is taken' };
const upload = (bytes) => { const form = new FormData(); form.set('file', new Blob([new Uint8Array(bytes)]), 'f'); return { method: 'POST', body: form }; };
const file = { says: 'a file of 12 MB is taken', request: upload };

export const bodies = [
  body('express: body 102400', async () => { const { default: express } = await import('express'); return at(express().use(express.json({ strict: false })).post('/', (_req, res) => res.json(1))); }),
  body('body-parser: body 102400', async () => { const [{ default: parser }, { default: express }] = [await import('body-parser'), await import('express')]; return at(express().use(parser.json({ strict: false })).post('/', (_req, res) => res.json(1))); }),
  body('koa-bodyparser: body 1048576', async () => koa(async () => (await import('koa-bodyparser')).default({ strict: false }))),
  body('koa-bodyparser: body 57344', async () => koa(async () => (await import('koa-bodyparser')).default()), { request: (bytes) => ({ method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: `a=${'x'.repeat(bytes)}` }) }),
  body('koa: body never', async () => koa(async () => async (ctx, next) => { await readAll(ctx.req); return next(); }), any),
  body('polka: body never', async () => { const { default: polka } = await import('polka'); return at(polka().post('/', async (req, res) => { await readAll(req); res.end('1'); }).handler); }, any),
  body('node:http: body never', async () => at(async (req, res) => { await readAll(req); res.end('1'); }), any),
  body('hono: body never', async () => { const [{ Hono }, { getRequestListener }] = [await import('hono'), await import('@hono/node-server')]; return at(getRequestListener(new Hono().post('/', async (c) => { await c.req.text(); return c.json(1); }).fetch)); }, any),
  body('h3: body never', async () => { const { H3, readBody, toNodeHandler } = await import('h3'); return at(toNodeHandler(new H3().post('/', async (event) => { await readBody(event); return 1; }))); }, any),
  body('raw-body: body never', async () => { const { default: raw } = await import('raw-body'); return at(async (req, res) => { await raw(req); res.end('1'); }); }, any),
  body('multer: body never', async () => { const [{ default: multer }, { default: express }] = [await import('multer'), await import('express')]; return at(express().post('/', multer().any(), (_req, res) => res.json(1))); }, file),
  body('busboy: body never', async () => { const { default: busboy } = await import('busboy'); return at((req, res) => { let size = 0; req.pipe(busboy({ headers: req.headers }).on('file', (_name, stream) => { stream.on('data', (bytes) => { size += bytes.length; }); }).on('close', () => { res.statusCode = size === 12_000_000 ? 200 : 413; res.end(); })); }); }, file),
  body('express-fileupload: body never', async () => { const [{ default: uploads }, { default: express }] = [await import('express-fileupload'), await import('express')]; return at(express().use(uploads()).post('/', (req, res) => res.status(req.files.file.size === 12_000_000 ? 200 : 413).end())); }, file),
  body('@nestjs/platform-express: body never', async () => { const [{ default: multer }, { default: express }] = [await import('multer'), await import('express')]; const { FileInterceptor } = await import('@nestjs/platform-express'); const Mixin = FileInterceptor('file'); const interceptor = new Mixin(); return at(express().post('/', async (req, res) => { await interceptor.intercept({ switchToHttp: () => ({ getRequest: () => req, getResponse: () => res }) }, { handle: nothing }).catch(nothing); res.status(req.file.size === 12_000_000 && multer !== undefined ? 200 : 413).end(); })); }, file),
  body('@fastify/multipart: body 1048576', async () => { const [{ default: Fastify }, { default: multipart }] = [await import('fastify'), await import('@fastify/multipart')]; const app = Fastify(); await app.register(multipart); app.post('/', async (request) => { await (await request.file()).toBuffer(); return 1; }); return app.listen({ port: 0, host: '127.0.0.1' }); }, { request: upload }),
  body('graphql-yoga: body 25000000', async () => { const { createSchema, createYoga } = await import('graphql-yoga'); return `${await at(createYoga({ logging: false, schema: createSchema({ typeDefs: 'type Query { a(s: String): Int }', resolvers: { Query: { a: () => 1 } } }) }))}/graphql`; }, { request: (bytes) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: 'query($s: String) { a(s: $s) }', variables: { s: 'x'.repeat(bytes) } }) }) }),
  body('@apollo/server: body 52428800', async () => { const [{ ApolloServer }, { startStandaloneServer }] = [await import('@apollo/server'), await import('@apollo/server/standalone')]; return (await startStandaloneServer(new ApolloServer({ typeDefs: 'type Query { a(s: String): Int }', stopOnTerminationSignals: false }), { listen: { port: 0, host: '127.0.0.1' } })).url; }, { request: (bytes) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: 'query($s: String) { a(s: $s) }', variables: { s: 'x'.repeat(bytes) } }) }) }),
  body('@nestjs/core: body 102400', async () => { const nest = await nestApp(); return nest; }, { json: (bytes) => ['x'.repeat(bytes)] }),
  body('@trpc/server: body never', async () => { const [{ initTRPC }, { createHTTPServer }] = [await import('@trpc/server'), await import('@trpc/server/adapters/standalone')]; const t = initTRPC.create(); const server = createHTTPServer({ router: t.router({ a: t.procedure.input((value) => value).mutation(() => 1) }) }); server.listen(0, '127.0.0.1'); await new Promise((resolve) => { server.once('listening', resolve); }); return `http://127.0.0.1:${server.address().port}/a`; }, any),
  body('restify: body never', async () => { const { default: restify } = await import('restify'); const server = restify.createServer({ handleUncaughtExceptions: false }); server.use(restify.plugins.bodyParser()); server.post('/', (_req, res, next) => { res.send(200); next(); }); await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); }); return `http://127.0.0.1:${server.address().port}`; }, any),
  reads('formidable: body 209715200', async () => { const { default: formidable } = await import('formidable'); return formidable().options.maxFileSize; }),
  shows('graphql-upload: body never', 'the size of a file has no limit', async () => { const { readFileSync } = await import('node:fs'); const source = readFileSync(new URL('../node_modules/graphql-upload/processRequest.mjs', import.meta.url), 'utf8'); mustBe(/maxFileSize = Infinity/.test(source), true, 'its source'); }),
  shows('ws: body 104857600', 'a message of 100 MiB is taken, a larger one closes the socket', async () => {
    const { WebSocketServer, WebSocket } = await import('ws');
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await new Promise((resolve) => { server.on('listening', resolve); });
    server.on('connection', (socket) => { socket.on('error', nothing); socket.on('message', () => socket.send('got')); });
    const send = (bytes) => new Promise((resolve) => { const client = new WebSocket(`ws://127.0.0.1:${server.address().port}`, { maxPayload: 0 }); client.on('open', () => client.send(Buffer.alloc(bytes))).on('message', () => resolve('taken')).on('close', resolve).on('error', nothing); });
    mustBe([await send(104_857_600), await send(104_857_601)], ['taken', 1009], 'messages');
  }),
  reads('socket.io: body 1000000', async () => { const { Server } = await import('socket.io'); return new Server(0).eio.opts.maxHttpBufferSize; }),
  shows('socket.io: total never', 'an acknowledgement is waited for without end', async () => {
    const [{ Server }, { io }, { default: http }, { untilSettled }] = [await import('socket.io'), await import('socket.io-client'), await import('node:http'), await import('./clock.mjs')];
    const server = http.createServer();
    const sockets = new Server(server, { pingInterval: 1e9, pingTimeout: 1e9 });
    const connected = new Promise((resolve) => { sockets.on('connection', resolve); });
    await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    io(`http://127.0.0.1:${server.address().port}`, { transports: ['websocket'], reconnection: false }).on('x', nothing);
    const socket = await connected;
    mustBe((await untilSettled(socket.emitWithAck('x'))).is, 'waiting', 'emitWithAck');
  }),
  shows(['@grpc/grpc-js: body 4194304', '@nestjs/core: body 4194304'], 'a message of 4 MiB is taken, a larger one is not', async () => {
    const { default: grpc } = await import('@grpc/grpc-js');
    const same = (value) => value;
    const server = new grpc.Server();
    server.addService({ call: { path: '/a.B/C', requestStream: false, responseStream: false, requestSerialize: same, requestDeserialize: same, responseSerialize: same, responseDeserialize: same } }, { call: (_call, done) => done(null, Buffer.alloc(1)) });
    const port = await new Promise((resolve, reject) => { server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, number) => (error === null ? resolve(number) : reject(error))); });
    const client = new grpc.Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
    const send = (bytes) => new Promise((resolve) => { client.makeUnaryRequest('/a.B/C', same, same, Buffer.alloc(bytes), (error) => resolve(error?.code ?? 0)); });
    mustBe([await send(4_194_304), await send(4_194_305)], [0, grpc.status.RESOURCE_EXHAUSTED], 'codes');
  }),
];

async function readAll(stream) { for await (const _chunk of stream) continue; }

async function at(handler) {
  const { default: http } = await import('node:http');
  const server = http.createServer(handler);
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return `http://127.0.0.1:${server.address().port}`;
}

async function koa(middleware) {
  const { default: Koa } = await import('koa');
  const app = new Koa().use(await middleware()).use((ctx) => { ctx.body = '1'; });
  app.silent = true;
  return at(app.callback());
}

async function nestApp() {
  await import('reflect-metadata');
  const [{ Controller, Module, Post, HttpCode }, { NestFactory }] = [await import('@nestjs/common'), await import('@nestjs/core')];
  class Root { ask() { return 1; } }
  const decorate = (one, name) => one(Root.prototype, name, Object.getOwnPropertyDescriptor(Root.prototype, name));
  decorate(Post(), 'ask');
  decorate(HttpCode(200), 'ask');
  Controller()(Root);
  class App {}
  Module({ controllers: [Root] })(App);
  const app = await NestFactory.create(App, { logger: false });
  await app.listen(0, '127.0.0.1');
  return { url: await app.getUrl() }.url;
}
