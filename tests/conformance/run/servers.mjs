import timeout from 'connect-timeout';
import express from 'express';
import Fastify from 'fastify';
import http from 'node:http';
import stoppable from 'stoppable';
import { endOf, mustBe } from './tools.mjs';

async function listening(server, use) {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.closeAllConnections?.();
    server.close();
  }
}

const post = async (url, bytes, type = 'application/json') => (await fetch(url, { method: 'POST', headers: { 'content-type': type }, body: `"${'x'.repeat(bytes)}"` })).status;

/** Servers: what they accept and what bounds a request. */
export const servers = [
  { covers: '^express: json( .*)?$', says: 'express.json takes 100 kB and no more', run: async () => {
    const app = express().use(express.json({ strict: false })).post('/', (_req, res) => res.json(1));
    await listening(http.createServer(app), async (url) => mustBe([await post(url, 90_000), await post(url, 110_000)], [200, 413], 'statuses'));
  } },
  { covers: '^fastify: .*\\| body bodyLimit$', says: 'Fastify takes 1 MiB and no more', run: async () => {
    const app = Fastify().post('/', async () => 1);
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    mustBe([await post(url, 1_000_000), await post(url, 1_100_000)], [200, 413], 'statuses');
    await app.close();
  } },
  { covers: '^fastify: .*handlerTimeout$', says: 'the handler timeout of Fastify answers 503, its request timeout does not', run: async () => {
    const slow = async () => { await new Promise((resolve) => { setTimeout(resolve, 500); }); return 'late'; };
    const app = Fastify({ requestTimeout: 100 }).get('/free', slow).get('/bound', { handlerTimeout: 100 }, slow);
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    mustBe([(await fetch(`${url}/free`)).status, (await fetch(`${url}/bound`)).status], [200, 503], 'statuses');
    await app.close();
  } },
  { covers: '^connect-timeout: .*', says: 'connect-timeout answers 503', run: async () => {
    const app = express().use(timeout(100)).get('/', (req, res) => { setTimeout(() => { if (!req.timedout) res.json(1); }, 400); }).use((_error, _req, res, _next) => { res.status(503).end(); });
    await listening(http.createServer(app), async (url) => mustBe((await fetch(url)).status, 503, 'status'));
  } },
  { covers: '^node:http: createServer\\(\\)\\.close$', says: "a plain server's close gives no promise", run: async () => {
    const server = http.createServer();
    await listening(server, async () => mustBe(typeof server.close().then, 'undefined', 'then'));
  } },
  { covers: '^stoppable: .*', says: 'stoppable waits for what is in flight, without limit', run: async () => {
    const server = stoppable(http.createServer(() => undefined));
    await listening(server, async (url) => {
      fetch(url).catch(() => undefined);
      await new Promise((resolve) => { server.once('request', resolve); });
      mustBe((await endOf(new Promise((resolve) => { server.stop(resolve); }))).is, 'waiting', 'stop');
    });
  } },
];
