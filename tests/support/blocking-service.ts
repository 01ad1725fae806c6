/** A service whose only route reads a file synchronously: one finding of `no-sync-io-in-handler`, on line 5 of `src/app.ts`. */
export const PACKAGE = '{"name":"x","type":"module","dependencies":{"express":"^4.21.2"}}';
export const APP = [
  "import { readFileSync } from 'node:fs';",
  "import express from 'express';",
  'export const app = express();',
  "app.get('/page', (_request, response) => {",
  "  response.send(readFileSync('page.html', 'utf8'));",
  '});',
  '',
].join('\n');
