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
  expect(stdout).toContain('GET /orders is held for 400 ms: 1 attempt, no breaker sees it');
  expect(stdout).toContain('each request keeps one connection of 2');
  expect(stdout).not.toContain('/reports');
});

test('what nobody waits for is told, with what there is', async () => {
  const { status, stderr } = await seamlintHere(service(), 'trace', '--hang', 'redis');
  expect(status).toBe(2);
  expect(stderr).toContain('Nothing waits for "redis".');
  expect(stderr).toContain('Dependencies: "pg Pool (src/app.ts:3)", "pg Pool (src/app.ts:4)"');
});
