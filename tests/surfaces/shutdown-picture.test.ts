import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { lint } from '#linter/lint.js';
import { defaultOptions } from '#linter/options.js';
import { shutdownPicture, shutdownPictures } from '#surfaces/trace/shutdown-picture.js';
import { realAnalysis } from '../support/analysis.js';
import { FIXTURES } from '../support/scenarios.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';
import { requestPath } from '../support/service-models.js';

/** The pictures of a scenario, a line for each thing that is open: the request path down, the shutdown up. */
function picturesOf(scenario: string): readonly (readonly string[])[] {
  const options = { ...defaultOptions(join(FIXTURES, scenario)), cache: false, execConfig: false, timelines: true };
  const { shutdowns = [], paths = [] } = lint(options, { analysis: realAnalysis });
  return shutdowns.map((shutdown) => {
    const path = paths.find(({ entryPoint: { id } }) => shutdown.entryPoints.some((one) => one.id === id)) ?? requestPath('any request');
    const { rows, title } = shutdownPicture(shutdown, path);
    return [/SIG\w+( and SIG\w+)*/.exec(title)?.[0] ?? '', ...rows.map(({ path: down, what, closes }) => `${down} ${what} ${closes}`.trim())];
  });
}

describe('the shutdown beside the request path', () => {
  it.each([
    ['hand-written handlers', 'shutdown-order/registry-run-backwards', [['SIGTERM', '▼ 1 HTTP server ▲ 1  src/server.ts:11, work in flight finishes', '▼ 2 └ pg Pool ▲ 2  src/database.ts:5, after HTTP server']]],
    ['a pool that is closed first', 'shutdown-order/pool-closed-before-the-server', [['SIGTERM', '▼ 1 HTTP server ▲ 2  src/http.ts:4, work in flight finishes, after pg Pool', '▼ 2 └ pg Pool ▲ 1  src/db.ts:12, while HTTP server still needs it']]],
    ['hooks of Fastify, the last one first', 'shutdown-order/hooks-run-last-first', [[
      'SIGTERM', '▼ 1 BullMQ worker ▲ 3  src/server.ts:11, after Fastify server, pg Pool',
      '▼ 2 └ pg Pool ▲ 2  src/server.ts:14, while BullMQ worker still needs it, needed by BullMQ worker, Fastify server', 'Fastify server ▲ 1  src/server.ts:21, work in flight finishes',
    ]]],
    ['phases of Nest, after the drain', 'shutdown-order/nest-closes-after-the-drain', [[
      'SIGTERM', '▼ 1 Nest application ▲ 1  src/main.ts:10, work in flight finishes', '▼ 3 └ TypeORM DataSource what made it closes it', '▼ 2 └ Redis client ▲ 2  src/cache.ts:13, after Nest application',
    ]]],
    ['phases of Nest, before the drain', 'shutdown-order/nest-destroys-before-the-drain', [[
      'SIGTERM', '▼ 1 Nest application ▲ 2  src/main.ts:10, work in flight finishes, after Prisma client', '▼ 2 └ Prisma client ▲ 1  src/prisma.service.ts:11, while Nest application still needs it',
    ], [
      'SIGINT', '▼ 1 Nest application ▲ 2  src/main.ts:10, work in flight finishes, after Prisma client', '▼ 2 └ Prisma client ▲ 1  src/prisma.service.ts:11, while Nest application still needs it',
    ]]],
    ['terminus', 'shutdown-order/terminus-on-signal', [[
      'SIGTERM', '▼ 1 HTTP server ▲ 1  src/server.ts:14, work in flight finishes', '▼ 3 └ pg Pool ▲ 2  src/resources.ts:7, after HTTP server', '▼ 2 └ Redis client ▲ 2  src/resources.ts:7, after HTTP server',
    ]]],
    ['close-with-grace', 'shutdown-order/close-with-grace-and-hooks', [[
      'SIGTERM and SIGINT', '▼ 1 Fastify server ▲ 1  src/server.ts:12, work in flight finishes', '▼ 2 └ pg Pool ▲ 2  src/database-plugin.ts:11, after Fastify server',
    ]]],
    ['http-terminator', 'shutdown-order/terminator-then-pool', [['SIGTERM', '▼ 1 HTTP server ▲ 1  src/server.ts:15, work in flight finishes', '▼ 2 └ pg Pool ▲ 2  src/server.ts:16, after HTTP server']]],
    ['another order for another signal', 'shutdown-order/handler-for-another-signal', [['SIGTERM', '▼ 1 Hono node server ends with the process'], ['SIGINT', '▼ 1 Hono node server ▲ 1  src/index.ts:12, work in flight finishes']]],
  ])('%s', (_name, scenario, expected) => {
    expect(picturesOf(scenario)).toEqual(expected);
  });
});

it('a timer that begins when something has been waited for does not bound that', () => {
  const [shutdown] = lint({ ...defaultOptions(join(FIXTURES, 'shutdown-order/deadline-behind-another-close')), cache: false, execConfig: false, timelines: true }, { analysis: realAnalysis }).shutdowns ?? [];
  expect(shutdown === undefined ? [] : shutdownPicture(shutdown, requestPath('any request')).notes).toContain('500 ms after PostHog client has closed, by the timer (src/server.ts:16)');
});

test('what only the handler of another signal closes is not closed on this one', () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    'package.json': '{"type":"module","dependencies":{"express":"5.1.0"}}',
    'src/app.ts': `import express from 'express';
const server = express().listen(3000);
process.on('SIGTERM', () => server.close(() => process.exit(0)));
process.on('SIGINT', () => process.exit(0));
`,
  });
  const { shutdowns = [] } = lint({ ...defaultOptions(folder), cache: false, execConfig: false, timelines: true }, { analysis: realAnalysis });
  expect(shutdowns.map(({ signals, parts }) => [...signals, ...parts.map(({ closes, left }) => left ?? closes?.site.line)])).toEqual([['SIGTERM', 3], ['SIGINT', 'not closed: only the SIGTERM handler does it']]);
});

test('processes that end in the same way have one picture', () => {
  const options = { ...defaultOptions(join(FIXTURES, 'shutdown-order/registry-run-backwards')), cache: false, execConfig: false, timelines: true };
  const { shutdowns = [] } = lint(options, { analysis: realAnalysis });
  const path = requestPath('any request');
  const twice = [...shutdowns, ...shutdowns].map((shutdown) => ({ ...shutdown, entryPoints: [path.entryPoint] }));
  expect(shutdownPictures({ paths: [path], whole: true, hang: undefined, shutdowns: twice, findings: [], width: 80, color: false }, path)).toHaveLength(shutdowns.length);
});
