import { describe, expect, it } from 'vitest';
import { buildModel } from '#model/build-model.js';
import { linkText } from '../support/link-text.js';

/** What limits whom: `GET /a: express-rate-limit`, sorted. */
function admissions(text: string): readonly string[] {
  const { program } = linkText({ 'src/a.ts': text });
  return buildModel(program).admissions.flatMap(({ text: how, reachedBy }) => reachedBy.map((id) => `${id} ${how}`)).sort();
}

describe('what turns requests away', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'middleware in front, and only of what comes after it',
      `import express from 'express'; import { rateLimit } from 'express-rate-limit';
       const app = express(); app.get('/before', (q, s) => s.end());
       app.use(rateLimit({ limit: 10 })); app.get('/after', (q, s) => s.end()); app.listen(1);`,
      ['GET /after express-rate-limit lets in only so many requests'],
    ],
    [
      'middleware of one route',
      `import express from 'express'; import { rateLimit } from 'express-rate-limit';
       const app = express(); app.post('/login', rateLimit({ limit: 10 }), (q, s) => s.end()); app.get('/free', (q, s) => s.end()); app.listen(1);`,
      ['POST /login express-rate-limit lets in only so many requests'],
    ],
    [
      'a plugin, of what is registered below it',
      `import Fastify from 'fastify'; import limit from '@fastify/rate-limit';
       const app = Fastify(); app.register(limit, { max: 100 });
       app.register(async (inner) => { inner.get('/in', async () => 1); }); app.listen({ port: 1 });`,
      ['GET /in @fastify/rate-limit lets in only so many requests'],
    ],
    [
      'a plugin nobody waited for sees no route beside it',
      `import Fastify from 'fastify'; import limit from '@fastify/rate-limit';
       const app = Fastify(); app.register(limit, { max: 100 }); app.get('/beside', async () => 1); app.listen({ port: 1 });`,
      [],
    ],
    [
      'a plugin that was waited for, and one that is told to cover nothing',
      `import Fastify from 'fastify'; import limit from '@fastify/rate-limit';
       async function start() {
         const app = Fastify(); await app.register(limit, { max: 100 }); app.get('/beside', async () => 1);
         const other = Fastify(); await other.register(limit, { global: false }); other.get('/free', async () => 1);
       }
       start();`,
      ['GET /beside @fastify/rate-limit lets in only so many requests'],
    ],
    [
      'one that sheds load, only where it is told when',
      `import Fastify from 'fastify'; import pressure from '@fastify/under-pressure';
       const app = Fastify(); app.register(pressure); app.register(async (inner) => { inner.get('/a', async () => 1); });
       const other = Fastify(); other.register(pressure, { maxEventLoopDelay: 1000 }); other.get('/b', async () => 1);`,
      ['GET /b @fastify/under-pressure turns requests away under overload'],
    ],
    [
      'a limiter that the request asks',
      `import express from 'express'; import { RateLimiterMemory } from 'rate-limiter-flexible';
       const limiter = new RateLimiterMemory({ points: 5, duration: 1 });
       async function check(ip) { await limiter.consume(ip); }
       const app = express(); app.post('/a', async (q, s) => { await check(q.ip); s.end(); }); app.get('/b', (q, s) => s.end()); app.listen(1);`,
      ['POST /a each request asks rate-limiter-flexible first (limiter.consume)'],
    ],
    [
      'guards of Nest, and those who are taken out',
      `import { Controller, Get, UseGuards } from '@nestjs/common'; import { ThrottlerGuard, SkipThrottle } from '@nestjs/throttler';
       class Own extends ThrottlerGuard {}
       @Controller('a') @UseGuards(ThrottlerGuard) @SkipThrottle({ other: true }) class A { @Get('in') one() { return 1; } @SkipThrottle() @Get('out') two() { return 2; } }
       @Controller('b') class B { @UseGuards(Own) @Get('own') one() { return 1; } @Get('free') two() { return 2; } }`,
      ['GET /a/in @nestjs/throttler lets in only so many requests', 'GET /b/own @nestjs/throttler lets in only so many requests'],
    ],
    [
      'a guard of the whole application',
      `import { Controller, Get, Module } from '@nestjs/common'; import { APP_GUARD } from '@nestjs/core'; import { ThrottlerGuard } from '@nestjs/throttler';
       @Controller('a') class A { @Get('in') one() { return 1; } }
       @Module({ controllers: [A], providers: [{ provide: APP_GUARD, useClass: ThrottlerGuard }] }) class AppModule {}`,
      ['GET /a/in @nestjs/throttler lets in only so many requests'],
    ],
    [
      'a consumer that takes so many at once',
      `import { Worker } from 'bullmq';
       new Worker('slow', async () => 1); new Worker('fast', async () => 1, { concurrency: 8 });`,
      ['consume fast BullMQ hands out 8 at once (concurrency)', "consume slow BullMQ hands out 1 at once (BullMQ's default)"],
    ],
  ])('%s', (_name, text, expected) => {
    expect(admissions(text)).toEqual(expected);
  });
});
