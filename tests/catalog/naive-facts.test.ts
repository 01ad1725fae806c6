import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { libraries } from '#catalog/index.js';
import { FIXTURES } from '../support/scenarios.js';

/** What a naive rule gets wrong about libraries: the scenarios that hold it, or the package whose remark tells it where no rule asks. */
const FACTS: readonly (readonly [fact: string, scenarios: readonly string[], remarksOf?: readonly string[]])[] = [
  ['fetch is not without any limit, axios and its like are', ['nested-timeouts/inner-call-without-any-limit', 'require-breaker/lambda-fetch-and-object-storage'], ['global', 'axios']],
  ['the request timeout of the AWS SDK only logs', ['nested-timeouts/aws-request-timeout-that-only-logs'], ['@smithy/node-http-handler']],
  ['the timeout of axios does not end a trickling body', ['nested-timeouts/breaker-equal-to-inner-axios']],
  ["needle's timeout covers connecting alone", ['nested-timeouts/needle-timeout-covers-connecting'], ['needle']],
  ['node-fetch 3 and Octokit ignore a timeout', ['nested-timeouts/options-that-clients-ignore'], ['node-fetch']],
  ['the timeout of a plain request only emits', ['nested-timeouts/request-timeout-that-only-emits'], ['node:http']],
  ['ten minutes of an SDK are cut short and tried again', ['require-breaker/worker-asks-a-model-with-retries'], ['openai']],
  ['a breaker with timeout 0 or false has no time limit', ['nested-timeouts/breaker-timeout-switched-off'], ['opossum']],
  ['a cooperative timeout bounds nothing where nobody passes its signal on', ['nested-timeouts/cockatiel-cooperative-signal-not-passed'], ['cockatiel']],
  ['timeouts leave the work running', ['nested-timeouts/work-left-behind-by-the-request', 'nested-timeouts/koa-race-middleware-around-next']],
  ['a limit on receiving a request is no budget', ['nested-timeouts/fastify-receive-limits-are-no-budget', 'nested-timeouts/socket-idle-limit-is-no-budget'], ['fastify', 'node:http']],
  ['an option is not there in an older version', ['nested-timeouts/fastify-option-absent-in-version']],
  ['the deadline of gRPC is an absolute time', ['nested-timeouts/grpc-deadline-in-handler-timeout'], ['@grpc/grpc-js']],
  ['some limits count in seconds', ['nested-timeouts/next-max-duration-in-seconds', 'nested-timeouts/lambda-timeout-in-template', 'nested-timeouts/seconds-of-square', 'require-acquire-timeout/postgres-js-connect-timeout']],
  ['middleware that is registered and does nothing', ['require-idempotency-key/middleware-hit-not-asked', 'nested-timeouts/connect-timeout-mounted-after-router'], ['@fastify/under-pressure', '@nestjs/throttler']],
  ['the limit of express-rate-limit', [], ['express-rate-limit']],
  ['asynchronous is not off the main thread', ['no-sync-io-in-handler/async-work-on-the-main-thread'], ['jszip', 'jsonwebtoken']],
  ['cheap synchronous work is no hazard', ['reachability/harmless-sync-names'], ['node:crypto']],
  ['blocking calls without the suffix', ['reachability/blocking-packages', 'no-sync-io-in-handler/node-sqlite-statement-in-class']],
  ["Stripe's own key covers its own retries", ['require-idempotency-key/stripe-payment-without-options', 'require-idempotency-key/key-drawn-for-each-request']],
  ['a consumer that returns nothing has not acknowledged', ['require-idempotency-key/lambda-queue-handler'], ['sqs-consumer', 'bullmq']],
  ['a rejected handler never answers in Express 4', [], ['express']],
  ['the wait for a connection has no end by default', ['require-acquire-timeout/kysely-and-drizzle-on-pg-pools', 'require-acquire-timeout/knex-default-wait', 'require-acquire-timeout/mariadb-mssql-oracle-defaults', 'require-acquire-timeout/generic-pool-of-browsers']],
  ['an option that looks right is dead', [
    'require-acquire-timeout/mysql2-option-of-another-library', 'require-acquire-timeout/mysql-option-that-covers-connecting', 'require-acquire-timeout/mikro-orm-option-of-previous-major',
    'require-acquire-timeout/pg-wait-only-in-connection-string', 'require-acquire-timeout/nest-typeorm-mysql-option',
  ], ['pg', 'knex']],
  ['zero differs', ['require-acquire-timeout/zero-means-at-once', 'require-acquire-timeout/sequelize-wait-zero-and-default']],
  ['Prisma 7 lost the limit of Prisma 5', ['require-acquire-timeout/prisma-seven-driver-adapter', 'require-acquire-timeout/prisma-five-engine-default'], ['@prisma/client']],
  ["Sequelize's first connection is outside its pool", [], ['sequelize']],
  ["MongoDB's operation timeout has no effect, maxTimeMS is the server's", ['nested-timeouts/mongodb-option-without-effect'], ['mongodb']],
  ['a limit on commands in one Redis client is one on writing them in the other', ['nested-timeouts/redis-connect-limit-and-command-limit', 'require-acquire-timeout/redis-clients-and-client-pool'], ['redis', 'ioredis']],
  ['a signal does not end a request that is queued', [], ['undici']],
  ['the default of the search client changed with every major', ['nested-timeouts/elasticsearch-eight-default', 'nested-timeouts/elasticsearch-nine-has-no-default']],
  ['a limit of the client leaves the statement running', ['nested-timeouts/mysql2-statement-limit-per-call'], ['pg', 'mysql2']],
  ['a limit on connecting covers TCP alone', ['nested-timeouts/redis-connect-limit-and-command-limit', 'require-acquire-timeout/typeorm-postgres-connect-timeout'], ['ioredis', 'mysql']],
  ['a close that does not wait', ['shutdown-order/worker-queue-connection-pool', 'shutdown-order/connection-closed-before-its-worker'], ['mongodb', 'amqplib']],
  ['what is queued when a pool ends', [], ['pg', 'mysql2']],
  ['a close that is no promise', ['shutdown-order/close-that-gives-no-promise', 'shutdown-order/waits-for-the-close-event']],
  ['a pool whose close throws while a connection is out', [], ['oracledb']],
  ['kept connections hold the server up', ['shutdown-order/deadline-by-cutting-connections'], ['fastify', 'node:http']],
  ['hooks that run before the drain', ['shutdown-order/nest-destroys-before-the-drain', 'shutdown-order/graceful-shutdown-plugin-handler', 'shutdown-order/hook-before-the-drain', 'shutdown-order/hooks-run-last-first'], ['@nestjs/core']],
  ['the grace time of helpers', ['shutdown-order/helper-version-with-a-limit', 'shutdown-order/helper-version-without-a-limit', 'shutdown-order/terminator-then-pool']],
  ['what clients repeat by themselves', ['require-idempotency-key/consumer-without-acknowledgement', 'require-breaker/sqs-consumer-with-retrying-client'], ['@google-cloud/storage']],
  ['a pool tries a failing factory without delay', ['require-acquire-timeout/generic-pool-of-browsers'], ['generic-pool']],
  ['a dropped connection that nobody listens for ends the process', [], ['pg', 'redis', 'amqplib']],
  ['a call that nobody awaits does nothing', ['require-idempotency-key/lazy-write-that-nobody-awaits'], ['@prisma/client', 'knex']],
  ['a transaction outlives the release of its connection', [], ['pg', 'mysql2']],
  ['what looks like an upsert and is none', ['require-idempotency-key/save-is-no-upsert', 'require-idempotency-key/upsert-that-adds-up'], ['typeorm']],
  ['a database in the process blocks while it waits for a lock', ['no-sync-io-in-handler/node-sqlite-statement-in-class', 'reachability/blocking-packages'], ['better-sqlite3']],
];

describe.each(FACTS.map(([fact, scenarios, remarksOf = []]) => ({ fact, scenarios, remarksOf })))('$fact', ({ scenarios, remarksOf }) => {
  test('is held', () => {
    expect(scenarios.length + remarksOf.length).toBeGreaterThan(0);
    expect(scenarios.filter((name) => !existsSync(join(FIXTURES, name)) || readdirSync(join(FIXTURES, name)).length === 0)).toEqual([]);
    expect(remarksOf.filter((name) => (libraries.find((library) => library.package === name)?.remarks ?? []).length === 0)).toEqual([]);
  });
});
