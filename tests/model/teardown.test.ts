import { describe, expect, it } from 'vitest';
import { findEntryPoints } from '#model/entry-points/find-entry-points.js';
import { findResources } from '#model/resources.js';
import { findTeardown } from '#model/teardown/find-teardown.js';
import type { TeardownEvent } from '#model/types.js';
import { linkText } from '../support/link-text.js';

const PROBLEMS: readonly TeardownEvent['is'][] = ['no-handler', 'exit-early', 'wrong-order', 'not-awaited', 'never-closed', 'no-deadline'];

/** What is wrong with the shutdown of a program, each as `kind: the line`. */
function problemsOf(texts: string | Readonly<Record<string, string>>): readonly string[] {
  const files = typeof texts === 'string' ? { 'main.ts': texts } : texts;
  const { program, walker } = linkText(files);
  const context = { program, walker, ...findEntryPoints(program, walker) };
  const { teardown: events } = findTeardown(context, findResources(context), () => []);
  return events.filter(({ is }) => PROBLEMS.includes(is)).map(({ is, site }) => `${is}: ${(files[site.file] ?? '').split('\n')[site.line - 1]?.trim() ?? ''}`).sort();
}

const SERVICE = `import express from 'express';
import pg from 'pg';
const pool = new pg.Pool();
const app = express();
app.get('/x', async (_q, r) => r.json((await pool.query('SELECT 1')).rows));
const server = app.listen(3000);
`;
const LIMIT = 'setTimeout(() => process.exit(1), 10000).unref();';
const onTerm = (body: string) => `${SERVICE}process.on('SIGTERM', async () => {\n${LIMIT}\n${body}\n});`;
const CLOSE = 'await new Promise((resolve) => server.close(resolve));';

describe('a teardown in its order', () => {
  it.each([
    ['nested callbacks', `server.close(() => {\n pool.end(() => {\n process.exit(0);\n });\n });`],
    ['a chain of promises', `new Promise((resolve) => server.close(resolve)).then(() => pool.end()).then(() => process.exit(0));`],
    ['a promise kept and awaited later', `const closing = new Promise((resolve) => server.close(resolve));\nconsole.log('waiting');\nawait closing;\nawait pool.end();`],
    ['a promise with its resolvers', `const { promise, resolve } = Promise.withResolvers();\nserver.close(resolve);\nawait promise;\nawait pool.end();`],
    ['a list of closers in a reduce', `await [() => new Promise((resolve) => server.close(resolve)), () => pool.end()].reduce((p, c) => p.then(() => c()), Promise.resolve());`],
    ['an exit in finally', `try {\n${CLOSE}\nawait pool.end();\n} finally {\nprocess.exit(0);\n}`],
    ['a failing close that exits', `server.close(async (error) => {\nif (error) process.exit(1);\nawait pool.end();\nprocess.exit(0);\n});`],
    ['a race against a timer', `await Promise.race([(async () => { ${CLOSE} await pool.end(); })(), new Promise((resolve) => setTimeout(resolve, 1000))]);\nprocess.exit(0);`],
  ])('%s is silent', (_name, body) => {
    expect(problemsOf(onTerm(body))).toEqual([]);
  });

  it('reads registries in the order of registration', () => {
    const registry = `const closers = new Map();
closers.set('db', () => pool.end());
closers.set('http', () => new Promise((resolve) => server.close(resolve)));
`;
    expect(problemsOf(SERVICE + registry + `process.on('SIGTERM', async () => { ${LIMIT} for (const [, close] of closers) await close(); });`)).toEqual(["wrong-order: closers.set('db', () => pool.end());"]);
    expect(problemsOf(SERVICE + registry + `process.on('SIGTERM', async () => { ${LIMIT} for (const [, close] of [...closers].reverse()) await close(); });`)).toEqual([]);
  });
});

describe('a teardown that goes wrong', () => {
  it.each([
    ['a callback close that is awaited as a promise', 'await server.close();\nawait pool.end();', ['wrong-order: await pool.end();']],
    ['two closes kept at once', `const closing = new Promise((resolve) => server.close(resolve));\nconst ending = pool.end();\nawait closing;\nawait ending;`, ['wrong-order: const ending = pool.end();']],
    ['a close that nobody awaits', `${CLOSE}\npool.end();\nconsole.log('done');`, ['not-awaited: pool.end();']],
    ['a pool that nobody closes', CLOSE, ['never-closed: const pool = new pg.Pool();']],
    ['a server that nobody closes', 'await pool.end();\nprocess.exit(0);', ['never-closed: const server = app.listen(3000);']],
  ])('%s', (_name, body, expected) => {
    expect(problemsOf(onTerm(body))).toEqual(expected);
  });

  it('tells an exit without any close, and no more', () => {
    expect(problemsOf(`${SERVICE}process.on('SIGTERM', () => {\nprocess.exit(0);\n});`)).toEqual(['exit-early: process.exit(0);']);
  });

  it('asks each process of a repository for a handler of its own', () => {
    const worker = `import { Worker } from 'bullmq';\nnew Worker('q', async () => {}, { connection: {} });`;
    expect(problemsOf({ 'api.ts': onTerm(`${CLOSE}\nawait pool.end();`), 'worker.ts': worker })).toEqual(["no-handler: new Worker('q', async () => {}, { connection: {} });"]);
  });
});

describe('what nobody can tell', () => {
  it('is no finding: a helper the catalog does not know', () => {
    expect(problemsOf(`${SERVICE}import { gracefulShutdown } from '@acme/shutdown';\ngracefulShutdown(server, pool);`)).toEqual([]);
  });

  it('is no finding: steps that are not in sight', () => {
    expect(problemsOf(`${SERVICE}import { steps } from './missing.js';\nprocess.on('SIGTERM', async () => { for (const step of steps) await step(); });`)).toEqual([]);
  });

  it('keeps clients of one request out', () => {
    expect(problemsOf(onTerm(`${CLOSE}\nawait pool.end();`).replace("app.get('/x'", "app.get('/y', async (_q, r) => { const c = new pg.Client(); await c.connect(); await c.end(); r.end(); });\napp.get('/x'"))).toEqual([]);
  });
});
