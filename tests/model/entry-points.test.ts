import { describe, expect, it } from 'vitest';
import { matches } from '#model/entry-points/applications.js';
import { fileRoute } from '#model/entry-points/file-routes.js';
import { findEntryPoints } from '#model/entry-points/find-entry-points.js';
import { linkText } from '../support/link-text.js';

/** Entry points in words: name and middleware, sorted. */
function entries(texts: Readonly<Record<string, string>>): readonly string[] {
  const { program, walker } = linkText(texts);
  return findEntryPoints(program, walker).handlers.map(({ entryPoint: { name, middleware } }) => [name, ...middleware].join(' < ')).sort();
}

describe('entry points', () => {
  it('controllers with more routes than instances are told apart for keep where they are mounted', () => {
    const controllers = Array.from({ length: 30 }, (_, controller) => `class C${controller} extends Controller { constructor(config) { super(config);
      ${Array.from({ length: 16 }, (__, route) => `this.route({ path: '/r${route}', handler: this.answer${route} });`).join(' ')} }
      ${Array.from({ length: 16 }, (__, route) => `answer${route}(q, s) { s.end(); }`).join(' ')} }`);
    const found = entries({ 'a.ts': `import express, { Router } from 'express';
      class Controller { constructor(config) { this.config = config; this.app = Router(); } route(options) { this.app.get(options.path, options.handler.bind(this)); } get router() { return this.app; } }
      ${controllers.join('\n')}
      const app = express();
      ${controllers.map((_, controller) => `app.use('/c${controller}', new C${controller}({ level: 'info' }).router);`).join(' ')}
      app.use(thatNobodyKnows());` });
    expect(found).toHaveLength(30 * 16);
    expect(found.filter((name) => !/^GET \/c\d+\/r\d+$/.test(name))).toEqual([]);
  });

  it('what calculates a path calculates one for each of many routes', () => {
    const routes = Array.from({ length: 40 }, (_, route) => `this.router.get(this.pathOf('r${route}'), (q, s) => s.end());`).join(' ');
    const found = entries({ 'a.ts': `import express, { Router } from 'express';
      class Routes { router = Router(); constructor() { ${routes} } pathOf(name) { return '/' + name + '/:id'; } }
      express().use('/in', new Routes().router);` });
    expect(found.toSorted()).toEqual(Array.from({ length: 40 }, (_, route) => `GET /in/r${route}/:id`).toSorted());
  });

  it.each<[string, string, readonly string[]]>([
    [
      'routers are mounted in the order of their calls, outermost middleware first',
      `import express, { Router } from 'express';
       const app = express(); const inner = Router();
       function one(q, s, n) { n(); } function two(q, s, n) { n(); } function late(q, s, n) { n(); }
       inner.use(two); inner.get('/x', (q, s) => s.end());
       app.use(one); app.use('/in', inner); app.use(late);`,
      ['GET /in/x < one < two', 'USE /'],
    ],
    [
      'a function with four parameters handles errors',
      `import express from 'express';
       const app = express();
       app.get('/', (q, s) => s.end()); app.use((e, q, s, n) => s.end());`,
      ['GET /', 'error handler'],
    ],
    [
      'a chained call registers on what the chain started with',
      `import Fastify from 'fastify';
       const app = Fastify();
       app.register(async (a) => { a.get('/', async () => 1); }, { prefix: '/a' }).register(async (b) => { b.get('/b', async () => 2); });`,
      ['GET /a', 'GET /b'],
    ],
    [
      'a lifted plugin registers where it is registered, with its hooks in the order of the life of a request',
      `import Fastify from 'fastify'; import fp from 'fastify-plugin';
       const app = Fastify();
       async function last() {} async function first() {} async function after() {}
       app.addHook('onSend', after); app.addHook('preHandler', last);
       app.register(fp(async (a) => { a.addHook('onRequest', first); }), { prefix: '/ignored' });
       app.get('/x', async () => 1);`,
      ['GET /x < first < last'],
    ],
    [
      'the places of one element of a list belong together',
      `import Hapi from '@hapi/hapi';
       const server = Hapi.server();
       server.route([{ method: 'GET', path: '/a', handler: () => 1 }, { method: ['PUT', 'post'], path: '/b', options: { handler: () => 2 } }]);`,
      ['GET /a', 'POST /b', 'PUT /b'],
    ],
    [
      'procedures bear the names of the maps they stand in, with what they were built on',
      `import { initTRPC } from '@trpc/server';
       const t = initTRPC.create();
       const auth = t.middleware(({ next }) => next());
       const safe = t.procedure.use(auth);
       const users = t.router({ all: safe.query(() => []) });
       export const app = t.router({ users, ping: t.procedure.mutation(() => 1) });`,
      ['mutation ping', 'query users.all < auth'],
    ],
    [
      'resolver maps are merged in depth',
      `import { merge } from 'lodash'; import { makeExecutableSchema } from '@graphql-tools/schema';
       makeExecutableSchema({ resolvers: merge({ Query: { a: () => 1 } }, { Query: { b: () => 2 } }) });`,
      ['Query.a', 'Query.b'],
    ],
    [
      'fields of a type that is made by calls',
      `import { GraphQLObjectType } from 'graphql';
       new GraphQLObjectType({ name: 'Query', fields: () => ({ me: { type: null, resolve: () => 1 }, plain: { type: null } }) });`,
      ['Query.me'],
    ],
    [
      'a wrapped handler is known by what it becomes',
      `import middy from '@middy/core';
       export const create = middy(async (event) => event).use({ before: async function check() {} });`,
      ['lambda create < check'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(entries({ 'server.ts': text })).toEqual(expected);
  });

  it('of decorated classes stand below the prefixes of their application, version and module, behind what guards them', () => {
    const found = entries({
      'main.ts': `import { VersioningType } from '@nestjs/common'; import { NestFactory } from '@nestjs/core'; import { App } from './app.js';
        NestFactory.create(App).then((app) => { app.setGlobalPrefix('api', { exclude: ['health/(.*)'] }); app.enableVersioning({ type: VersioningType.URI }); });`,
      'app.ts': `import { Module, Controller, Get, UseGuards } from '@nestjs/common'; import { APP_GUARD, RouterModule } from '@nestjs/core';
        class Outer { canActivate() { return true; } } class Inner { canActivate() { return true; } } class Tenant { use(q, s, n) { n(); } }
        @Controller({ path: 'jobs', version: '2' }) @UseGuards(Inner) export class Jobs { @Get(':id') one() {} }
        @Controller('health') export class Health { @Get('live') live() {} }
        @Controller('forgotten') export class Forgotten { @Get() none() {} }
        @Module({ controllers: [Jobs] }) export class Admin {}
        @Module({ controllers: [Health], imports: [Admin, RouterModule.register([{ path: 'admin', module: Admin }])], providers: [{ provide: APP_GUARD, useClass: Outer }] })
        export class App { configure(consumer: import('@nestjs/common').MiddlewareConsumer) { consumer.apply(Tenant).forRoutes(Jobs); } }`,
    });
    expect(found.map((entry) => entry.replace(' < Tenant', ''))).toEqual(['GET /api/v2/admin/jobs/:id < Outer < Inner', 'GET /health/live < Outer']);
  });

  it('that settings name are found, other exports are not', () => {
    const found = entries({
      'serverless.yml': 'functions:\n  one:\n    handler: src/one.run\n',
      'src/one.ts': 'export const run = async () => 1;\nexport const other = async () => 2;',
    });
    expect(found).toEqual(['lambda run']);
  });
});

describe('a pattern of excepted routes', () => {
  it.each([['health', '/health', true], ['health', '/health/live', false], ['health/(.*)', '/health/live', true], ['cats/:id', '/cats/7', true], ['/docs/*path', '/docs/a/b', true], ['a.b', '/aXb', false]])('%s fits %s: %s', (pattern, path, fits) => {
    expect(matches(pattern, path)).toBe(fits);
  });
});

describe('the route of a file', () => {
  it.each([
    ['app', 'src/app/(shop)/users/[id]/route.ts', '/users/[id]'],
    ['pages', 'pages/api/users/index.ts', '/api/users'],
    ['remix', 'app/routes/_app.orgs.$slug_.edit/route.tsx', '/orgs/:slug/edit'],
    ['remix', 'app/routes/api.v1.feed[.]json.$.ts', '/api/v1/feed.json/*'],
    ['none', 'src/middleware.ts', undefined],
  ] as const)('%s: %s is %s', (style, path, route) => {
    expect(fileRoute(style, path)).toBe(route);
  });
});
