import { expect, test, vi } from 'vitest';
import { seamlintHere } from '../support/command-here.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';

vi.setConfig({ testTimeout: 300_000 });

const APP = `import express from 'express';
import { Pool } from 'pg';
const orders = new Pool({ max: 2, connectionTimeoutMillis: 500, query_timeout: 400 });
const reports = new Pool({ connectionTimeoutMillis: 500, query_timeout: 900 });
const app = express();
app.get('/orders', async (_req, res) => void res.json((await orders.query('SELECT 1')).rows));
app.get('/reports', async (_req, res) => void res.json((await reports.query('SELECT 1')).rows));
app.listen(3000);
`;

function service(): string {
  const folder = temporaryFolder();
  writeFiles(folder, { 'package.json': '{"type":"module","dependencies":{"express":"5.1.0","pg":"8.13.0"}}', 'src/app.ts': APP });
  return folder;
}

test('a name that several dependencies have is asked for again, with their places', async () => {
  const { status, stderr } = await seamlintHere(service(), 'trace', '--hang', 'pg Pool');
  expect(status).toBe(2);
  expect(stderr).toContain('Several dependencies are called "pg Pool".');
  expect(stderr).toContain('"pg Pool (src/app.ts:3)", "pg Pool (src/app.ts:4)"');
});

test('the place tells which of them hangs', async () => {
  const { status, stdout } = await seamlintHere(service(), 'trace', '--hang', 'pg Pool (src/app.ts:3)');
  expect(status).toBe(0);
  expect(stdout).toContain('GET /orders is held for 400 ms: 1 attempt, no breaker is in sight');
  expect(stdout).toContain('each request keeps one connection of 2');
  expect(stdout).not.toContain('/reports');
});

test('what nobody waits for is told, with what there is', async () => {
  const { status, stderr } = await seamlintHere(service(), 'trace', '--hang', 'redis');
  expect(status).toBe(2);
  expect(stderr).toContain('Nothing waits for "redis".');
  expect(stderr).toContain('Dependencies: "pg Pool (src/app.ts:3)", "pg Pool (src/app.ts:4)"');
});

test('a timer that the whole handler races is its budget', async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    'package.json': '{"type":"module","dependencies":{"express":"5.1.0","pg":"8.13.0"}}',
    'src/app.ts': `import express from 'express';
import { Pool } from 'pg';
const pool = new Pool({ connectionTimeoutMillis: 500, query_timeout: 400 });
const app = express();
app.get('/orders', async (_req, res) => {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 2000));
  res.json(await Promise.race([pool.query('SELECT 1'), late]));
});
app.listen(3000);
`,
  });
  expect((await seamlintHere(folder, 'trace')).stdout).toMatch(/^GET \/orders +900 ms +budget 2 s/);
  expect((await seamlintHere(folder, 'trace', 'GET /orders')).stdout).toContain('budget      2 s by Promise.race (src/app.ts:7); 1.1 s left');
  const review = JSON.parse((await seamlintHere(folder, 'review', '--format', 'json')).stdout) as { entryPoints: { path: { budget: { ms: number; from: string } } }[] };
  expect(review.entryPoints[0]?.path.budget).toMatchObject({ ms: 2000, from: 'Promise.race, the delay of setTimeout' });
});
