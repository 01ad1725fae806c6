import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FIXTURES } from '../support/scenarios.js';

type Fact = readonly [fact: string, scenarios: readonly string[]];

/** What a naive rule gets wrong about frameworks, clients, breakers, blocking calls and keys, each with the scenarios that hold it. */
const SERVICES: readonly Fact[] = [
  ['fetch is not without any limit, axios and its like are', ['nested-timeouts/inner-call-without-any-limit', 'require-breaker/lambda-fetch-and-object-storage']],
  ['the request timeout of the AWS SDK only logs', ['nested-timeouts/aws-request-timeout-that-only-logs']],
  ['the timeout of axios does not end a trickling body', ['nested-timeouts/breaker-equal-to-inner-axios']],
  ["needle's timeout covers connecting alone; node-fetch 3 and Octokit ignore one; that of a plain request only emits", [
    'nested-timeouts/needle-timeout-covers-connecting',
    'nested-timeouts/options-that-clients-ignore',
    'nested-timeouts/request-timeout-that-only-emits',
  ]],
  ['the shared agent tells of five silent seconds', ['require-outbound-timeout/timeout-listener-without-a-timeout']],
  ['ten minutes of an SDK are cut short and tried again', ['require-breaker/worker-asks-a-model-with-retries', 'nested-timeouts/model-clients-of-two-majors']],
  ['some clients repeat writes, most do not', [
    'no-unsafe-retry/retries-added-to-a-client',
    'no-unsafe-retry/client-that-retries-posts',
    'no-unsafe-retry/attempts-that-repeat-nothing',
  ]],
  ['retries without an end and without a delay', ['no-retry-storm/policies-and-their-back-off', 'no-retry-storm/observables-that-are-retried', 'no-retry-storm/tries-as-often-as-it-takes']],
  ['a breaker with timeout 0 or false has no time limit, one made in a handler sees one call', [
    'nested-timeouts/breaker-timeout-switched-off',
    'require-outbound-timeout/breaker-without-a-limit-of-its-own',
    'no-breaker-per-request/made-in-the-handler',
  ]],
  ['timeouts leave the work running', ['nested-timeouts/work-left-behind-by-the-request', 'nested-timeouts/koa-race-middleware-around-next']],
  ['a limit on receiving a request is no budget, and an option is not there in an older version', [
    'nested-timeouts/fastify-receive-limits-are-no-budget',
    'nested-timeouts/socket-idle-limit-is-no-budget',
    'nested-timeouts/fastify-option-absent-in-version',
  ]],
  ['the deadline of gRPC is an absolute time', ['nested-timeouts/grpc-deadline-in-handler-timeout']],
  ['some limits count in seconds', ['nested-timeouts/next-max-duration-in-seconds', 'nested-timeouts/lambda-timeout-in-template', 'nested-timeouts/seconds-of-square']],
  ['registered, and it does nothing', [
    'load-limits/registered-and-does-nothing',
    'load-limits/throttler-without-its-guard',
    'require-idempotency-key/middleware-hit-not-asked',
    'nested-timeouts/connect-timeout-mounted-after-router',
  ]],
  ['a limiter of requests that is given nothing, or zero', ['load-limits/limiter-defaults']],
  ['limits on bodies: only where mounted, for one file, or none', [
    'require-body-limit/express-parsers',
    'require-body-limit/hono-without-a-limit',
    'require-body-limit/fastify-multipart-uploads',
    'require-body-limit/uploads-without-limits',
  ]],
  ['asynchronous is not off the main thread', ['no-sync-io-in-handler/async-work-on-the-main-thread']],
  ['cheap synchronous work is no hazard', ['reachability/harmless-sync-names']],
  ['blocking calls without the suffix', ['reachability/blocking-packages', 'no-sync-io-in-handler/node-sqlite-statement-in-class']],
  ["Stripe's own key covers its own retries", ['require-idempotency-key/stripe-payment-without-options', 'require-idempotency-key/key-drawn-for-each-request']],
  ['a consumer that returns nothing has not acknowledged', ['require-idempotency-key/sqs-handler-that-returns-nothing']],
  ['a rejected handler never answers in Express 4', ['require-request-budget/rejected-handler-never-answers']],
];

/** What it gets wrong about databases, pools, brokers and shutdown. */
const STORES: readonly Fact[] = [
  ['the wait for a connection has no end by default', [
    'require-acquire-timeout/kysely-and-drizzle-on-pg-pools',
    'require-acquire-timeout/knex-default-wait',
    'require-acquire-timeout/mariadb-mssql-oracle-defaults',
  ]],
  ['an option that looks right is dead', [
    'require-acquire-timeout/mysql2-option-of-another-library',
    'require-acquire-timeout/mysql-option-that-covers-connecting',
    'require-acquire-timeout/mikro-orm-option-of-previous-major',
    'require-acquire-timeout/pg-wait-only-in-connection-string',
    'require-acquire-timeout/nest-typeorm-mysql-option',
  ]],
  ['zero differs', ['require-acquire-timeout/zero-means-at-once', 'require-acquire-timeout/sequelize-wait-zero-and-default']],
  ['Prisma 7 lost the limit of Prisma 5', ['require-acquire-timeout/prisma-seven-driver-adapter', 'require-acquire-timeout/prisma-five-engine-default']],
  ["Sequelize's first connection is outside its pool", ['require-outbound-timeout/sequelize-first-connection']],
  ['seconds in the options of databases', ['require-acquire-timeout/postgres-js-connect-timeout']],
  ['the clients of AWS wait for ever unless told to throw', ['nested-timeouts/aws-request-timeout-that-only-logs']],
  ["MongoDB's operation timeout has no effect, maxTimeMS is the server's", ['nested-timeouts/mongodb-option-without-effect', 'nested-timeouts/mongodb-option-with-effect']],
  ['a limit on commands in one Redis client is one on writing them in the other', [
    'nested-timeouts/redis-connect-limit-and-command-limit',
    'require-acquire-timeout/redis-clients-and-client-pool',
  ]],
  ['a signal does not end a request that is queued', ['require-acquire-timeout/undici-pool-with-a-signal']],
  ['an event is no end', ['nested-timeouts/request-timeout-that-only-emits']],
  ['the default of the search client changed with every major', ['nested-timeouts/elasticsearch-eight-default', 'nested-timeouts/elasticsearch-nine-has-no-default']],
  ['a limit of the client leaves the statement running', ['nested-timeouts/mysql2-statement-limit-per-call']],
  ['a limit on connecting covers TCP alone', ['nested-timeouts/redis-connect-limit-and-command-limit', 'require-acquire-timeout/typeorm-postgres-connect-timeout']],
  ['a close that does not wait', ['shutdown-order/worker-queue-connection-pool', 'shutdown-order/connection-closed-before-its-worker']],
  ['what is queued when a pool ends', ['shutdown-order/pool-closed-before-the-server']],
  ['a close that is no promise', ['shutdown-order/close-that-gives-no-promise', 'shutdown-order/waits-for-the-close-event']],
  ['a pool whose close throws while a connection is out', ['shutdown-order/oracle-pool-and-its-drain-time', 'shutdown-order/oracle-pool-drains-after-the-server']],
  ['kept connections hold the server up', ['shutdown-order/deadline-by-cutting-connections']],
  ['hooks that run before the drain', [
    'shutdown-order/nest-destroys-before-the-drain',
    'shutdown-order/graceful-shutdown-plugin-handler',
    'shutdown-order/hook-before-the-drain',
    'shutdown-order/hooks-run-last-first',
  ]],
  ['the grace time of helpers', ['shutdown-order/helper-version-with-a-limit', 'shutdown-order/helper-version-without-a-limit', 'shutdown-order/terminator-then-pool']],
  ['what clients repeat by themselves', ['require-idempotency-key/consumer-without-acknowledgement', 'require-breaker/sqs-consumer-with-retrying-client']],
  ['a pool tries a failing factory without delay', ['require-acquire-timeout/generic-pool-of-browsers']],
  ['a dropped connection that nobody listens for ends the process', ['shutdown-order/exit-when-a-connection-drops', 'shutdown-order/listener-for-errors-is-no-handler']],
  ['a call that nobody awaits does nothing', ['require-idempotency-key/lazy-write-that-nobody-awaits']],
  ['a transaction outlives the release of its connection, and the pool beside it takes another', [
    'require-release/transactions-by-hand',
    'no-outbound-while-holding/pg-client-held',
  ]],
  ['what looks like an upsert and is none, what looks like a read and writes', [
    'require-idempotency-key/save-is-no-upsert',
    'require-idempotency-key/upsert-that-adds-up',
    'require-idempotency-key/statement-by-its-first-word',
  ]],
  ['a database in the process blocks while it waits for a lock', ['no-sync-io-in-handler/node-sqlite-statement-in-class', 'reachability/blocking-packages']],
];

describe.each([...SERVICES, ...STORES].map(([fact, scenarios]) => ({ fact, scenarios })))('$fact', ({ scenarios }) => {
  test('is held by a scenario', () => {
    expect(scenarios.length).toBeGreaterThan(0);
    expect(scenarios.filter((name) => !existsSync(join(FIXTURES, name)) || readdirSync(join(FIXTURES, name)).length === 0)).toEqual([]);
  });
});
