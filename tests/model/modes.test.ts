import { describe, expect, it } from 'vitest';
import { findEntryPoints } from '#model/entry-points/find-entry-points.js';
import { findResources } from '#model/resources.js';
import { findTeardown } from '#model/teardown/find-teardown.js';
import { linkText } from '../support/link-text.js';

/** What runs together, each process as the names of its entry points. */
function togetherIn(files: Readonly<Record<string, string>>): readonly string[] {
  const { program, walker } = linkText(files);
  const context = { program, walker, ...findEntryPoints(program, walker) };
  return findTeardown(context, findResources(context), () => []).processes.map(({ entryPoints }) => [...entryPoints].sort().join(', '));
}

const API = `import express from 'express';
export default function api() {
  const app = express();
  app.get('/orders', (_q, r) => r.json([]));
  app.listen(3000);
}`;
const JOBS = `import { Worker } from 'bullmq';
export default function jobs() {
  return new Worker('mails', async () => undefined);
}`;
const main = (body: string) => `import api from './api.js';\nimport jobs from './jobs.js';\nimport { CronJob } from 'cron';\n${body}`;
const partsOf = (body: string) => togetherIn({ 'main.ts': main(body), 'api.ts': API, 'jobs.ts': JOBS });

describe('what never runs together is told apart', () => {
  it.each([
    ['the cases of a switch', `async function run(command: string) { switch (command) { case 'api': await api(); break; case 'jobs': await jobs(); break; default: process.exit(1); } }\nrun(process.argv[2]).catch(() => process.exit(1));`],
    ['the arms of an if', `if (process.env.ROLE === 'jobs') jobs();\nelse api();`],
    ['the arms of a chain of ifs', `const role = process.argv[2];\nif (role === 'none') console.log('nothing');\nelse if (role === 'jobs') jobs();\nelse if (role === 'api') api();`],
    ['what stands behind an arm that leaves', `function run() {\n  if (process.env.ROLE === 'jobs') {\n    jobs();\n    return;\n  }\n  api();\n}\nrun();`],
  ])('%s', (_name, body) => {
    expect([...partsOf(body)].sort()).toEqual(['GET /orders', 'consume mails']);
  });

  it('but for what is there on every way', () => {
    const parts = partsOf(`new CronJob('0 * * * *', () => undefined).start();\nif (process.env.ROLE === 'jobs') jobs();\nelse api();`);
    expect([...parts].sort()).toEqual(['GET /orders, cron 0 * * * *', 'consume mails, cron 0 * * * *']);
  });

  it('and so is what the files of one way register when they are loaded', () => {
    const routes = `import express from 'express';\nexport const app = express();\napp.get('/orders', (_q, r) => r.json([]));`;
    const server = `import { app } from './routes.js';\nexport default function api() { app.listen(3000); }`;
    const parts = togetherIn({ 'main.ts': main(`if (process.env.ROLE === 'jobs') jobs();\nelse api();`), 'api.ts': `${server}\napp.get('/health', (_q, r) => r.json([]));`, 'routes.ts': routes, 'jobs.ts': JOBS });
    expect([...parts].sort()).toEqual(['GET /health, GET /orders', 'consume mails']);
  });
});

describe('what may run together is not told apart', () => {
  it.each([
    ['two ifs, each for itself', `if (process.env.API) api();\nif (process.env.JOBS) jobs();`],
    ['a loop that takes each way in its turn', `for (const role of process.argv.slice(2)) { if (role === 'jobs') jobs();\nelse api(); }`],
    ['a function that is called twice', `function start(role: string) { if (role === process.env.ROLE) jobs();\nelse api(); }\nconst [a, b] = process.argv;\nstart(a);\nstart(b);`],
  ])('%s', (_name, body) => {
    expect(partsOf(body)).toEqual(['GET /orders, consume mails']);
  });
});

it('what one run of the program opens and never closes concerns what enters in that run', () => {
  const files = { 'main.ts': main(`import { signals } from './signals.js';\nsignals();\nif (process.env.ROLE === 'jobs') jobs();\nelse api();`), 'api.ts': API, 'jobs.ts': JOBS.replace('async () => undefined', 'async () => void (await pool.query("SELECT 1"))').replace("from 'bullmq';", "from 'bullmq';\nimport { Pool } from 'pg';\nconst pool = new Pool();"), 'signals.ts': "import { other } from './other.js';\nexport const signals = () => process.on('SIGTERM', () => other.close());", 'other.ts': "import { createServer } from 'node:http';\nexport const other = createServer();" };
  const { program, walker } = linkText(files);
  const context = { program, walker, ...findEntryPoints(program, walker) };
  const resources = findResources(context);
  const { teardown } = findTeardown(context, resources, () => []);
  expect(teardown.flatMap((event) => (event.is === 'never-closed' && event.what === 'pg Pool' ? [event.entryPoints?.map(({ name }) => name)] : []))).toEqual([['consume mails']]);
});

it('a script that loads the file of a consumer and does not start it has not got it', () => {
  const pull = `import { subscribe } from './subscribe.js';\nimport { Worker } from 'bullmq';\nnew Worker('own', async () => console.log(typeof subscribe));`;
  const subscribe = `import { Worker } from 'bullmq';\nexport function subscribe(name: string) {\n  return new Worker(name, async () => undefined);\n}`;
  const parts = togetherIn({ 'pull.ts': pull, 'main.ts': `import { subscribe } from './subscribe.js';\nsubscribe('mails');`, 'subscribe.ts': subscribe });
  expect([...parts].sort()).toEqual(['consume mails', 'consume own']);
});

it('what two applications of one program list is told apart by the application, and what both list is in both', () => {
  const nest = (name: string, module: string) => `import { NestFactory } from '@nestjs/core';\nimport { ${module} } from './${name}.module.js';\nNestFactory.create(${module}).then((app) => { ${name === 'api' ? "app.setGlobalPrefix('api', { exclude: ['health'] });" : ''} return app.listen(3000); });`;
  const module = (name: string, classes: string) => `import { Module } from '@nestjs/common';\nimport { Health, Root, Orders } from './controllers.js';\n@Module({ controllers: [${classes}] })\nexport class ${name} {}`;
  const controller = (name: string, path: string) => `@Controller('${path}')\nexport class ${name} {\n  @Get()\n  get() { return 1; }\n}`;
  const parts = togetherIn({
    'api.ts': nest('api', 'ApiModule'), 'api.module.ts': module('ApiModule', 'Health, Root, Orders'),
    'sync.ts': nest('sync', 'SyncModule'), 'sync.module.ts': module('SyncModule', 'Health, Root'),
    'controllers.ts': `import { Controller, Get } from '@nestjs/common';\n${controller('Health', 'health')}\n${controller('Root', '')}\n${controller('Orders', 'orders')}`,
  });
  expect([...parts].sort()).toEqual(['GET /, GET /health', 'GET /api, GET /api/orders, GET /health']);
});

it('what two ways of the program start, each in its own activation, runs in both', () => {
  const events = `import express from 'express';\nexport function events(store: { save(): void }) {\n  const app = express();\n  app.post('/events', (_q, r) => { store.save(); r.end(); });\n  app.listen(3001);\n}`;
  const body = `import { events } from './events.js';\nif (process.argv[2] === 'import') events({ save: () => undefined });\nelse {\n  events({ save: () => console.log(1) });\n  api();\n}`;
  expect(togetherIn({ 'main.ts': main(body), 'api.ts': API, 'jobs.ts': JOBS, 'events.ts': events })).toEqual(['GET /orders, POST /events']);
});
