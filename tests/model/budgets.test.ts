import { describe, expect, it } from 'vitest';
import { buildModel } from '#model/build-model.js';
import { linkText } from '../support/link-text.js';
import type { LinkOptions } from '../support/link-text.js';

/** Which limits of calls stand inside which limits around them: `call ms < guard ms`. */
function nestings(texts: Readonly<Record<string, string>>, options: LinkOptions = {}): readonly string[] {
  const { program } = linkText(texts, options);
  return buildModel(program).nestings.map(({ inner, outer }) => `${inner.name} ${msOf(inner.bound)} < ${outer.name} ${msOf(outer.bound)}`).sort();
}

function msOf(bound: { readonly is: string; readonly ms?: number }): string {
  return bound.ms === undefined ? bound.is : String(bound.ms);
}

const EXPRESS = "import express from 'express';\nimport axios from 'axios';\nimport timeout from 'connect-timeout';\nconst app = express();\n";
const CALL = "axios.get('/x', { timeout: 9 })";

describe('a budget covers what comes after it in the request', () => {
  it.each<[string, string, readonly string[]]>([
    ['middleware before a route', `app.use(timeout(5));\napp.get('/a', async (req, res) => res.json(await ${CALL}));`, ['axios.get 9 < the request budget of connect-timeout 5']],
    ['middleware after a route', `app.get('/a', async (req, res) => res.json(await ${CALL}));\napp.use(timeout(5));`, []],
    ['middleware among the handlers of a route', `app.get('/a', async (req, res, next) => { await ${CALL}; next(); }, timeout(5), (req, res) => res.end());`, []],
    ['a timer that answers', `app.use((req, res, next) => { setTimeout(() => res.sendStatus(503), 5); next(); });\napp.get('/a', async (req, res) => res.json(await ${CALL}));`, ['axios.get 9 < the timer that answers the request 5']],
    ['a timer that passes an error on', `app.use((req, res, next) => { const t = setTimeout(() => next(new Error('late')), 5); res.on('finish', () => clearTimeout(t)); next(); });\napp.get('/a', async (req, res) => res.json(await ${CALL}));`, ['axios.get 9 < the timer that answers the request 5']],
    ['a timer that only reports', `app.use((req, res, next) => { setTimeout(() => console.warn('slow'), 5); next(); });\napp.get('/a', async (req, res) => res.json(await ${CALL}));`, []],
    ['a timer in the handler', `app.get('/a', async (req, res) => { setTimeout(() => res.sendStatus(504), 5); res.json(await ${CALL}); });`, ['axios.get 9 < the timer that answers the request 5']],
    ['a chain that answers', `app.use(timeout(5));\napp.get('/a', (req, res, next) => { ${CALL}.then((found) => res.json(found), next); });`, ['axios.get 9 < the request budget of connect-timeout 5']],
    ['work that nobody awaits', `app.use(timeout(5));\napp.get('/a', (req, res) => { void ${CALL}; res.end(); });`, []],
  ])('%s', (_name, code, expected) => {
    expect(nestings({ 'a.ts': EXPRESS + code })).toEqual(expected);
  });

  const KOA = "import Koa from 'koa';\nimport Router from '@koa/router';\nimport axios from 'axios';\nconst sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));\nconst app = new Koa();\nconst router = new Router();\n";
  it.each<[string, string, readonly string[]]>([
    ['a race around the rest', 'await Promise.race([next(), sleep(5).then(() => ctx.throw(503))]);', ['axios.get 9 < the request budget of deadline 5']],
    ['the rest after a race', 'await Promise.race([ctx.load(), sleep(5)]); await next();', []],
    ['the rest outside the race on one branch', 'if (ctx.free) return next(); await Promise.race([next(), sleep(5)]);', ['axios.get 9 < the request budget of deadline 5']],
  ])('%s', (_name, code, expected) => {
    expect(nestings({ 'a.ts': `${KOA}app.use(async function deadline(ctx, next) { ${code} });\nrouter.get('/a', async (ctx) => { ctx.body = await ${CALL}; });\napp.use(router.routes());` })).toEqual(expected);
  });

  const FASTIFY = "import Fastify from 'fastify';\nimport axios from 'axios';\nconst app = Fastify({ handlerTimeout: 5 });\n";
  it('is what a route says instead of its server', () => {
    const code = `app.get('/a', { handlerTimeout: 20 }, () => axios.get('/x', { timeout: 9 }));\napp.get('/b', () => axios.get('/y', { timeout: 3 }));`;
    expect(nestings({ 'a.ts': FASTIFY + code })).toEqual(['axios.get 3 < the request budget of Fastify 5', 'axios.get 9 < the request budget of Fastify 20']);
  });

  it.each([
    ['its own', '{ timeout: { server: 20 } }', ['axios.get 9 < the request budget of hapi 20']],
    ['none', '{ timeout: { server: false } }', []],
    ["the server's", '{}', ['axios.get 9 < the request budget of hapi 5']],
  ])('is, for one of several routes registered together, %s', (_name, options, expected) => {
    const code = "import Hapi from '@hapi/hapi';\nimport axios from 'axios';\nconst server = Hapi.server({ routes: { timeout: { server: 5 } } });\n";
    const routes = `server.route([{ method: 'GET', path: '/a', options: { timeout: { server: 99 } }, handler: () => 'a' }, { method: 'GET', path: '/b', options: ${options}, handler: () => axios.get('/x', { timeout: 9 }) }]);`;
    expect(nestings({ 'a.ts': code + routes })).toEqual(expected);
  });

  it('is what a file exports beside its handler', () => {
    const route = `import axios from 'axios';\nimport 'next';\nexport const maxDuration = 8;\nexport async function GET() { return axios.get('/x', { timeout: 9000 }); }`;
    expect(nestings({ 'app/api/x/route.ts': route })).toEqual(['axios.get 9000 < the request budget of Next.js 8000']);
  });

  it.each([
    ['the function', 'functions:\n  a: { handler: h.handler, timeout: 4 }', 4000],
    ['the provider', 'provider: { timeout: 5 }\nfunctions:\n  a: { handler: h.handler }', 5000],
    ['nobody', 'functions:\n  a: { handler: h.handler }', 6000],
  ])('is what settings say of a serverless handler: %s', (_name, settings, ms) => {
    const handler = `import axios from 'axios';\nexport const handler = () => axios.get('/x', { timeout: 9000 });`;
    expect(nestings({ 'h.ts': handler, 'serverless.yml': settings })).toEqual([`axios.get 9000 < the request budget of AWS Lambda ${ms}`]);
  });
});

describe('a race against a timer', () => {
  const START = "import axios from 'axios';\nimport cron from 'node-cron';\nimport pTimeout from 'p-timeout';\nconst sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));\n";
  it.each<[string, string, readonly string[]]>([
    ['made where it stands', `await Promise.race([${CALL}, sleep(5)]);`, ['axios.get 9 < Promise.race 5']],
    ['of promises made before', `const work = ${CALL};\nconst late = new Promise((_, reject) => { setTimeout(() => reject(new Error('late')), 5); });\nawait Promise.race([work, late]);`, ['axios.get 9 < Promise.race 5']],
    ['of two calls', `await Promise.race([${CALL}, axios.get('/y', { timeout: 5 })]);`, []],
    ['with an arm that waits before it works', `await Promise.race([${CALL}, sleep(5).then(() => axios.get('/y'))]);`, []],
    ['of a promise given to a helper', `const within = (promise, ms) => Promise.race([promise, sleep(ms)]);\nawait within(${CALL}, 5);`, ['axios.get 9 < Promise.race 5']],
    ['of a promise given on by a helper', `const race = (promise, ms) => Promise.race([promise, sleep(ms)]);\nconst within = (promise) => race(promise, 5);\nconst work = ${CALL};\nawait within(work);`, ['axios.get 9 < Promise.race 5']],
    ['within the promise of a helper', `const within = (promise, ms) => new Promise((resolve, reject) => { const t = setTimeout(() => reject(new Error('late')), ms); promise.then(resolve, reject).finally(() => clearTimeout(t)); });\nawait within(${CALL}, 5);`, ['axios.get 9 < the timer of its promise 5']],
    ['of a promise that a wrapper waits for', `const work = ${CALL};\nawait pTimeout(work, { milliseconds: 5 });`, ['axios.get 9 < p-timeout 5']],
    ['of a promise that a wrapper in a helper waits for', `const within = (promise, ms) => pTimeout(promise, { milliseconds: ms });\nawait within(${CALL}, 5);`, ['axios.get 9 < p-timeout 5']],
    ['within a promise', `await new Promise((resolve, reject) => { setTimeout(() => reject(new Error('late')), 5); ${CALL}.then(resolve, reject); });`, ['axios.get 9 < the timer of its promise 5']],
  ])('%s', (_name, code, expected) => {
    expect(nestings({ 'a.ts': `${START}cron.schedule('* * * * *', async () => { ${code} });` })).toEqual(expected);
  });

  it('has the limit that each caller gives', () => {
    const code = "const timed = (ms, f) => Promise.race([f(), sleep(ms)]);\nconst load = () => axios.get('/x', { timeout: 9 });\ncron.schedule('* * * * *', async () => { await timed(5, () => load()); await timed(20, () => load()); });";
    expect(nestings({ 'a.ts': START + code })).toEqual(['axios.get 9 < Promise.race 20', 'axios.get 9 < Promise.race 5']);
  });
});

describe('an operator in a pipe', () => {
  it('bounds what the pipe is called on', () => {
    const code = "import axios from 'axios';\nimport cron from 'node-cron';\nimport { defer, firstValueFrom, timeout } from 'rxjs';\ncron.schedule('* * * * *', () => firstValueFrom(defer(() => axios.get('/x', { timeout: 9 })).pipe(timeout(5))));";
    expect(nestings({ 'a.ts': code })).toEqual(['axios.get 9 < RxJS 5']);
  });
});
