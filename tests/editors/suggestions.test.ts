import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RuleTester } from '@typescript-eslint/rule-tester';
import { afterAll, describe, test } from 'vitest';
import type seamlint from '#surfaces/eslint/index.js';
import { built } from '../support/built.js';
import { writeFiles } from '../support/temporary-folder.js';

// What a person gets who chooses a suggestion, to the letter; and that with it there is nothing more to say.
RuleTester.afterAll = afterAll;
RuleTester.describe = describe;
RuleTester.it = test;

const { default: plugin } = built<{ default: typeof seamlint }>('surfaces/eslint/index.js');
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'seamlint-suggestions-')));
const filename = join(folder, 'src/service.ts');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFiles(folder, {
  'package.json': '{"name":"x","type":"module","dependencies":{"axios":"^1.7.9","bullmq":"^5.34.0","express":"^4.21.2","pg":"^8.13.1","stripe":"^17.5.0"}}',
  'src/service.ts': '',
});

const tester = new RuleTester({ settings: { seamlint: { root: folder, cache: false, live: false, wait: 60_000 } } });

interface Case {
  readonly name: string;
  readonly title: string;
  readonly code: string;
  readonly output: string;
}

function check(id: string, cases: readonly Case[]): void {
  tester.run(id, plugin.rules[id] as never, {
    valid: cases.map(({ name, output }) => ({ name: `${name}: clean when it is chosen`, code: output, filename })),
    invalid: cases.map(({ name, title, code, output }) => ({ name, code, filename, errors: [{ messageId: 'violated', suggestions: [{ messageId: 'repair', data: { title }, output }] }] })),
  });
}

function offersNothing(id: string, code: string): void {
  tester.run(id, plugin.rules[id] as never, { valid: [], invalid: [{ name: 'without an offer', code, filename, errors: [{ messageId: 'violated', suggestions: null }] }] });
}

const APP = "import express from 'express';\nexport const app = express();\n";
const BUDGET = "const app = express();\napp.use(timeout('4s'));\n";

check('require-outbound-timeout', [
  {
    name: 'the option of the call', title: 'Set timeout to 2000 ms (half of what the 4 s of GET /rates leave)',
    code: `import express from 'express';\nimport timeout from 'connect-timeout';\nimport axios from 'axios';\n${BUDGET}app.get('/rates', async (_request, response) => response.json((await axios.get('https://rates.example.com')).data));\n`,
    output: `import express from 'express';\nimport timeout from 'connect-timeout';\nimport axios from 'axios';\n${BUDGET}app.get('/rates', async (_request, response) => response.json((await axios.get('https://rates.example.com', { timeout: 2000 })).data));\n`,
  },
  {
    name: 'the option of the client', title: 'Set timeout to 2000 ms (no budget is known: choose what a request can bear)',
    code: `${APP}import axios from 'axios';\nconst rates = axios.create({\n  baseURL: 'https://rates.example.com',\n});\napp.get('/rates', async (_request, response) => response.json((await rates.get('/')).data));\n`,
    output: `${APP}import axios from 'axios';\nconst rates = axios.create({\n  baseURL: 'https://rates.example.com',\n  timeout: 2000,\n});\napp.get('/rates', async (_request, response) => response.json((await rates.get('/')).data));\n`,
  },
  {
    name: 'a signal', title: 'Set signal to AbortSignal.timeout(2000) (no budget is known: choose what a request can bear)',
    code: `${APP}app.get('/rates', async (_request, response) => response.json(await (await fetch('https://rates.example.com')).json()));\n`,
    output: `${APP}app.get('/rates', async (_request, response) => response.json(await (await fetch('https://rates.example.com', { signal: AbortSignal.timeout(2000) })).json()));\n`,
  },
]);

check('require-acquire-timeout', [
  {
    name: 'the wait for a connection', title: 'Set connectionTimeoutMillis to 2000 ms (no budget is known: choose what a request can bear)',
    code: `${APP}import { Pool } from 'pg';\nconst pool = new Pool();\napp.get('/rows', async (_request, response) => response.json((await pool.query('SELECT 1')).rows));\n`,
    output: `${APP}import { Pool } from 'pg';\nconst pool = new Pool({ connectionTimeoutMillis: 2000 });\napp.get('/rows', async (_request, response) => response.json((await pool.query('SELECT 1')).rows));\n`,
  },
]);

const PAYMENT = (write: string, name = 'idempotencyKey', from = "request.get('Idempotency-Key')") =>
  `${APP}import Stripe from 'stripe';\nconst stripe = new Stripe('');\napp.post('/payments', async (request, response) => {\n  const ${name} = ${from};\n  response.json([${name}, await ${write}]);\n});\n`;

// Where no name holds a key, what to do when the client sends none is for a person to decide; a handler that becomes asynchronous tells its errors to nobody.
offersNothing('require-idempotency-key', PAYMENT("stripe.paymentIntents.create({ amount: 5, currency: 'eur' })", 'sum', '5'));
offersNothing('no-sync-io-in-handler', `import { readFileSync } from 'node:fs';\n${APP}app.get('/page', (_request, response) => response.send(readFileSync('page.html', 'utf8')));\n`);

check('require-idempotency-key', [
  {
    name: 'the key that the client sent', title: 'Set idempotencyKey to idempotencyKey, which the request brings',
    code: PAYMENT("stripe.paymentIntents.create({ amount: 5, currency: 'eur' })"),
    output: PAYMENT("stripe.paymentIntents.create({ amount: 5, currency: 'eur' }, { idempotencyKey: idempotencyKey })"),
  },
  {
    name: 'the id that the request is about', title: 'Set idempotencyKey to orderId, which the request brings',
    code: PAYMENT("stripe.paymentIntents.create({ amount: 5, currency: 'eur' })", '{ orderId }', 'request.body').replace('[{ orderId }, ', '[orderId, '),
    output: PAYMENT("stripe.paymentIntents.create({ amount: 5, currency: 'eur' }, { idempotencyKey: orderId })", '{ orderId }', 'request.body').replace('[{ orderId }, ', '[orderId, '),
  },
]);

check('no-sync-io-in-handler', [
  {
    name: 'the promise form', title: 'Await the form of readFileSync that gives a promise',
    code: `import { readFileSync } from 'node:fs';\n${APP}app.get('/page', async (_request, response) => response.send(readFileSync('page.html', 'utf8').trim()));\n`,
    output: `import { readFileSync, promises } from 'node:fs';\n${APP}app.get('/page', async (_request, response) => response.send((await promises.readFile('page.html', 'utf8')).trim()));\n`,
  },
]);

const STOPPED = (...steps: readonly string[]) =>
  `${APP}import { Pool } from 'pg';\nconst pool = new Pool({ connectionTimeoutMillis: 500 });\napp.get('/rows', async (_request, response) => response.json((await pool.query('SELECT 1')).rows));\nconst server = app.listen(3000);\nprocess.once('SIGTERM', async () => {\n  setTimeout(() => process.exit(1), 9000).unref();\n${steps.map((step) => `  ${step};\n`).join('')}});\n`;
const DRAINED = 'await new Promise((resolve) => server.close(resolve))';

const ALONE = (close: string) => `${APP}const server = app.listen(3000);\nprocess.once('SIGTERM', async () => {\n  setTimeout(() => process.exit(1), 9000).unref();\n  ${close};\n  process.exit(0);\n});\n`;


check('shutdown-order', [
  { name: 'a close in a listener that is not asynchronous yet', title: 'Await the close of HTTP server', code: ALONE('server.close()').replace("'SIGTERM', async ()", "'SIGTERM', ()"), output: ALONE(DRAINED) },
  { name: 'a close that nobody awaits', title: 'Await the close of pg Pool', code: STOPPED(DRAINED, 'void pool.end()'), output: STOPPED(DRAINED, 'await pool.end()') },
  { name: 'an exit that does not wait for a promise', title: 'Await the close of pg Pool', code: STOPPED(DRAINED, 'pool.end()', 'process.exit(0)'), output: STOPPED(DRAINED, 'await pool.end()', 'process.exit(0)') },
  { name: 'an exit that does not wait for a callback', title: 'Await the close of HTTP server', code: ALONE('server.close()'), output: ALONE(DRAINED) },
  { name: 'a pool that ends while the server still drains', title: 'Await the close of HTTP server', code: STOPPED('server.close()', 'await pool.end()'), output: STOPPED(DRAINED, 'await pool.end()') },
  { name: 'a server whose close gives no promise', title: 'Await the close of HTTP server', code: STOPPED('await server.close()', 'await pool.end()'), output: STOPPED(DRAINED, 'await pool.end()') },
]);
