import { expect, it } from 'vitest';
import { buildModel } from '#model/build-model.js';
import { linkText } from '../support/link-text.js';

function inFrontOf(text: string): readonly string[] {
  const { program } = linkText({ 'a.ts': text });
  return buildModel(program).bodies.map((body) => `${body.name} @${body.site.line}: ${body.inFrontOf.join(', ')}`);
}

it('a parser reads the bodies of what is registered behind it', () => {
  const text = `import express from 'express';
const app = express();
app.get('/before', (req, res) => res.end());
app.use('/api', express.json({ limit: '1mb' }));
app.post('/api/orders', (req, res) => res.end());
app.post('/other', express.text(), (req, res) => res.end());
app.listen(3000);`;
  expect(inFrontOf(text)).toEqual(['express.json @4: POST /api/orders', 'express.text @6: POST /other']);
});

it('a parser that middleware of the service runs reads the bodies of what is behind that middleware', () => {
  const text = `import Koa from 'koa';
import Router from '@koa/router';
import koaBodyParser from 'koa-bodyparser';
const parsed = () => {
  const parse = koaBodyParser({ jsonLimit: '100kb' });
  return async (ctx, next) => { await parse(ctx, async () => { await next(); }); };
};
const router = new Router();
router.post('/orders', parsed(), async (ctx) => { ctx.body = 1; });
router.get('/orders', async (ctx) => { ctx.body = 2; });
const app = new Koa();
app.use(router.routes());
app.listen(3000);`;
  expect(inFrontOf(text)).toContain('koaBodyParser @5: POST /orders');
  expect(inFrontOf(text).join()).not.toContain('GET /orders');
});

it('a server reads those of all that is registered on it', () => {
  const text = `import Fastify from 'fastify';
const app = Fastify();
const other = Fastify();
app.post('/orders', async () => 1);
app.register(async (scope) => { scope.post('/users', async () => 1); }, { prefix: '/v1' });
other.get('/metrics', async () => 1);
await app.listen();
await other.listen();`;
  expect(inFrontOf(text)).toEqual(['the Fastify server @2: POST /orders, POST /v1/users', 'the Fastify server @3: GET /metrics']);
});

it('a Nest application reads those of its controllers', () => {
  const text = `import { Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
@Controller('cats') class Cats { @Post() make() { return 1; } }
@Module({ controllers: [Cats] }) class App {}
const app = await NestFactory.create(App);
await app.listen(3000);`;
  expect(inFrontOf(text)).toEqual(['the Nest server @5: POST /cats']);
});

it('resolvers get their bodies from the only server of their process', () => {
  const text = `import Fastify from 'fastify';
import mercurius from 'mercurius';
import { makeExecutableSchema } from '@graphql-tools/schema';
const schema = makeExecutableSchema({ typeDefs: 'type Query { order: Int }', resolvers: { Query: { order: async () => 1 } } });
const app = Fastify();
app.register(mercurius, { schema });
app.get('/health', async () => 1);
await app.listen();`;
  expect(inFrontOf(text)).toEqual(['the Fastify server @5: GET /health, Query.order']);
});

it('methods of which no server is found are in front of one that is unknown', () => {
  const text = `import { initTRPC } from '@trpc/server';
const t = initTRPC.create();
export const router = t.router({ order: t.procedure.mutation(async () => 1), user: t.procedure.query(async () => 2) });`;
  expect(inFrontOf(text)).toEqual(['the server in front of the RPC methods @3: mutation order, query user']);
});

it('an adapter reads what no parser in front of it has read', () => {
  const router = "const t = initTRPC.create();\nconst router = t.router({ order: t.procedure.mutation(async () => 1) });";
  const served = (parser: string) => inFrontOf(`import express from 'express';
import { initTRPC } from '@trpc/server';
import { createExpressMiddleware } from '@trpc/server/adapters/express';
${router}
const app = express();
${parser}
app.use('/trpc', createExpressMiddleware({ router }));
app.listen(3000);`);
  expect(served('')).toEqual(['createExpressMiddleware @8: mutation order']);
  expect(served('app.use(express.json());')).toEqual(['express.json @7: mutation order']);
});

it('what a framework reads before the handlers of its files', () => {
  const limits = (text: string) => {
    const { program } = linkText({ 'pages/api/order.ts': `import type { NextApiRequest } from 'next';\n${text}\nexport default function handler(request: NextApiRequest) {}` });
    return buildModel(program).bodies.map(({ limit }) => (limit.is === 'bounded' ? limit.ms : limit.is));
  };
  expect(limits('')).toEqual([1_048_576]);
  expect(limits("export const config = { api: { bodyParser: { sizeLimit: '4mb' } } };")).toEqual([4_194_304]);
  expect(limits('export const config = { api: { bodyParser: true } };')).toEqual([1_048_576]);
  expect(limits('export const config = { api: { bodyParser: false } };')).toEqual(['unknown']);
  expect(limits("export const config = { runtime: 'edge' };")).toEqual([]);
});

it('a stream that a handler reads by a library is its body', () => {
  expect(inFrontOf(`import express from 'express';
import { buffer } from 'node:stream/consumers';
const app = express();
app.post('/hooks', async (req, res) => { const body = await buffer(req); res.end(body); });
app.listen(3000);`)).toEqual(['buffer @4: POST /hooks']);
});
