/** A service of three files whose findings stand in other files than the request: a pool and a blocking read, both reached from `src/app.ts`. */
export const SERVICE = {
  'package.json': '{"name":"x","type":"module","dependencies":{"express":"^4.21.2","pg":"^8.13.1"}}',
  'tsconfig.json': '{"compilerOptions":{"module":"NodeNext","moduleResolution":"NodeNext","allowJs":true,"checkJs":false},"include":["src"]}',
  'src/app.ts': [
    "import express from 'express';",
    "import { orders } from './store.js';",
    "import { page } from './page.js';",
    'export const app = express();',
    "app.get('/orders', async (_request, response) => {",
    '  response.json(await orders());',
    '});',
    "app.get('/page', (_request, response) => {",
    '  response.send(page());',
    '});',
    '',
  ].join('\n'),
  'src/store.ts': ["import { Pool } from 'pg';", 'const pool = new Pool({ query_timeout: 1000 });', "export const orders = async (): Promise<unknown> => (await pool.query('SELECT 1')).rows;", ''].join('\n'),
  'src/page.js': ["import { readFileSync } from 'node:fs';", "export const page = () => readFileSync('page.html', 'utf8');", ''].join('\n'),
};

export const POOL = 'require-acquire-timeout src/store.ts:2';
export const READ = 'no-sync-io-in-handler src/page.js:2';
export const BUDGET = 'require-request-budget src/app.ts:4';
