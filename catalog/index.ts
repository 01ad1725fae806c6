import type { Library } from './schema.js';
import { library as admZip } from './adm-zip.js';
import { library as adonisjsCore } from './adonisjs-core.js';
import { library as adyenApiLibrary } from './adyen-api-library.js';
import { library as agenda } from './agenda.js';
import { library as agentkeepalive } from './agentkeepalive.js';
import { library as ai } from './ai.js';
import { library as algoliasearch } from './algoliasearch.js';
import { library as amqpConnectionManager } from './amqp-connection-manager.js';
import { library as amqplib } from './amqplib.js';
import { library as anthropicAiSdk } from './anthropic-ai-sdk.js';
import { library as apolloClient } from './apollo-client.js';
import { library as apolloDatasourceRest } from './apollo-datasource-rest.js';
import { library as apolloServerLambda } from './apollo-server-lambda.js';
import { library as apolloServerLegacy } from './apollo-server-legacy.js';
import { library as apolloServer } from './apollo-server.js';
import { library as argon2 } from './argon2.js';
import { library as asyncExitHook } from './async-exit-hook.js';
import { library as asyncMutex } from './async-mutex.js';
import { library as asyncRetry } from './async-retry.js';
import { library as asyncSema } from './async-sema.js';
import { library as async } from './async.js';
import { library as awilixExpress } from './awilix-express.js';
import { library as awilixKoa } from './awilix-koa.js';
import { library as awilix } from './awilix.js';
import { library as awsCdkLib } from './aws-cdk-lib.js';
import { library as awsLambdaPowertoolsBatch } from './aws-lambda-powertools-batch.js';
import { library as awsLambdaPowertoolsIdempotency } from './aws-lambda-powertools-idempotency.js';
import { library as awsLambda } from './aws-lambda.js';
import { library as awsSdkClientDynamodb } from './aws-sdk-client-dynamodb.js';
import { library as awsSdkClientEventbridge } from './aws-sdk-client-eventbridge.js';
import { library as awsSdkClientFamily } from './aws-sdk-client-family.js';
import { library as awsSdkClientKinesis } from './aws-sdk-client-kinesis.js';
import { library as awsSdkClientSes } from './aws-sdk-client-ses.js';
import { library as awsSdkClientSns } from './aws-sdk-client-sns.js';
import { library as awsSdkClientSqs } from './aws-sdk-client-sqs.js';
import { library as awsSdkLibDynamodb } from './aws-sdk-lib-dynamodb.js';
import { library as awsSdkLibStorage } from './aws-sdk-lib-storage.js';
import { library as awsSdkS3RequestPresigner } from './aws-sdk-s3-request-presigner.js';
import { library as awsSdk } from './aws-sdk.js';
import { library as axiosRetry } from './axios-retry.js';
import { library as axios } from './axios.js';
import { library as azureCoreRestPipeline } from './azure-core-rest-pipeline.js';
import { library as azureCosmos } from './azure-cosmos.js';
import { library as azureDataTables } from './azure-data-tables.js';
import { library as azureEventHubs } from './azure-event-hubs.js';
import { library as azureIdentity } from './azure-identity.js';
import { library as azureKeyvaultSecrets } from './azure-keyvault-secrets.js';
import { library as azureServiceBus } from './azure-service-bus.js';
import { library as azureStorageBlob } from './azure-storage-blob.js';
import { library as azureStorageQueue } from './azure-storage-queue.js';
import { library as bcrypt } from './bcrypt.js';
import { library as bcryptjs } from './bcryptjs.js';
import { library as beeQueue } from './bee-queue.js';
import { library as betterAuth } from './better-auth.js';
import { library as betterSqlite3 } from './better-sqlite3.js';
import { library as bluebird } from './bluebird.js';
import { library as bodyParser } from './body-parser.js';
import { library as bottleneck } from './bottleneck.js';
import { library as brakes } from './brakes.js';
import { library as bull } from './bull.js';
import { library as bullmq } from './bullmq.js';
import { library as bun } from './bun.js';
import { library as bunyan } from './bunyan.js';
import { library as busboy } from './busboy.js';
import { library as bytes } from './bytes.js';
import { library as cacheManager } from './cache-manager.js';
import { library as cadenceMqCore } from './cadence-mq-core.js';
import { library as cassandraDriver } from './cassandra-driver.js';
import { library as cheerio } from './cheerio.js';
import { library as clickhouseClient } from './clickhouse-client.js';
import { library as closeWithGrace } from './close-with-grace.js';
import { library as cockatiel } from './cockatiel.js';
import { library as config } from './config.js';
import { library as confluentincKafkaJavascript } from './confluentinc-kafka-javascript.js';
import { library as connectTimeout } from './connect-timeout.js';
import { library as connectrpcConnect } from './connectrpc-connect.js';
import { library as convict } from './convict.js';
import { library as corentinthChisels } from './corentinth-chisels.js';
import { library as cron } from './cron.js';
import { library as croner } from './croner.js';
import { library as crossFetch } from './cross-fetch.js';
import { library as crossSpawn } from './cross-spawn.js';
import { library as cryptoJs } from './crypto-js.js';
import { library as csvParseSync } from './csv-parse-sync.js';
import { library as cuid } from './cuid.js';
import { library as customerioNode } from './customerio-node.js';
import { library as dataloader } from './dataloader.js';
import { library as ddTrace } from './dd-trace.js';
import { library as deasyncPromise } from './deasync-promise.js';
import { library as deasync } from './deasync.js';
import { library as death } from './death.js';
import { library as del } from './del.js';
import { library as delay } from './delay.js';
import { library as discordjsRest } from './discordjs-rest.js';
import { library as dockerode } from './dockerode.js';
import { library as dotenv } from './dotenv.js';
import { library as drizzleOrmBetterSqlite3 } from './drizzle-orm-better-sqlite3.js';
import { library as drizzleOrmNoPool } from './drizzle-orm-no-pool.js';
import { library as drizzleOrm } from './drizzle-orm.js';
import { library as effect } from './effect.js';
import { library as elasticApmNode } from './elastic-apm-node.js';
import { library as elasticElasticsearch } from './elastic-elasticsearch.js';
import { library as elysia } from './elysia.js';
import { library as envSchema } from './env-schema.js';
import { library as envVar } from './env-var.js';
import { library as envalid } from './envalid.js';
import { library as eventemitter2 } from './eventemitter2.js';
import { library as exceljs } from './exceljs.js';
import { library as execa } from './execa.js';
import { library as exponentialBackoff } from './exponential-backoff.js';
import { library as expressAsyncErrors } from './express-async-errors.js';
import { library as expressAsyncHandler } from './express-async-handler.js';
import { library as expressFileupload } from './express-fileupload.js';
import { library as expressIdempotency } from './express-idempotency.js';
import { library as expressPromBundle } from './express-prom-bundle.js';
import { library as expressPromiseRouter } from './express-promise-router.js';
import { library as expressRateLimit } from './express-rate-limit.js';
import { library as expressRequestId } from './express-request-id.js';
import { library as expressSession } from './express-session.js';
import { library as expressTimeoutHandler } from './express-timeout-handler.js';
import { library as expressWinston } from './express-winston.js';
import { library as express } from './express.js';
import { library as fastGlob } from './fast-glob.js';
import { library as fastXmlParser } from './fast-xml-parser.js';
import { library as fastifyAutoload } from './fastify-autoload.js';
import { library as fastifyAwilix } from './fastify-awilix.js';
import { library as fastifyCors } from './fastify-cors.js';
import { library as fastifyGracefulShutdown } from './fastify-graceful-shutdown.js';
import { library as fastifyMongodb } from './fastify-mongodb.js';
import { library as fastifyMultipart } from './fastify-multipart.js';
import { library as fastifyMysql } from './fastify-mysql.js';
import { library as fastifyPlugin } from './fastify-plugin.js';
import { library as fastifyPostgres } from './fastify-postgres.js';
import { library as fastifyRateLimit } from './fastify-rate-limit.js';
import { library as fastifyRedis } from './fastify-redis.js';
import { library as fastifyUnderPressure } from './fastify-under-pressure.js';
import { library as fastify } from './fastify.js';
import { library as fetchRetry } from './fetch-retry.js';
import { library as findUp } from './find-up.js';
import { library as firebaseAdmin } from './firebase-admin.js';
import { library as formidable } from './formidable.js';
import { library as fpTs } from './fp-ts.js';
import { library as fsExtra } from './fs-extra.js';
import { library as gaxios } from './gaxios.js';
import { library as genericPool } from './generic-pool.js';
import { library as glob } from './glob.js';
import { library as global } from './global.js';
import { library as globby } from './globby.js';
import { library as godaddyTerminus } from './godaddy-terminus.js';
import { library as googleAuthLibrary } from './google-auth-library.js';
import { library as googleCloudBigquery } from './google-cloud-bigquery.js';
import { library as googleCloudFirestore } from './google-cloud-firestore.js';
import { library as googleCloudPubsub } from './google-cloud-pubsub.js';
import { library as googleCloudSpanner } from './google-cloud-spanner.js';
import { library as googleCloudStorage } from './google-cloud-storage.js';
import { library as googleGax } from './google-gax.js';
import { library as googleapis } from './googleapis.js';
import { library as got } from './got.js';
import { library as gracefulFs } from './graceful-fs.js';
import { library as graphileWorker } from './graphile-worker.js';
import { library as graphqlMiddleware } from './graphql-middleware.js';
import { library as graphqlRelay } from './graphql-relay.js';
import { library as graphqlRequest } from './graphql-request.js';
import { library as graphqlToolsMerge } from './graphql-tools-merge.js';
import { library as graphqlToolsSchema } from './graphql-tools-schema.js';
import { library as graphqlToolsStitch } from './graphql-tools-stitch.js';
import { library as graphqlUpload } from './graphql-upload.js';
import { library as graphqlYoga } from './graphql-yoga.js';
import { library as graphql } from './graphql.js';
import { library as grpcGrpcJs } from './grpc-grpc-js.js';
import { library as h3 } from './h3.js';
import { library as handlebars } from './handlebars.js';
import { library as hapiHapi } from './hapi-hapi.js';
import { library as hapiWreck } from './hapi-wreck.js';
import { library as hocuspocusServer } from './hocuspocus-server.js';
import { library as honoNodeServer } from './hono-node-server.js';
import { library as honoRateLimiter } from './hono-rate-limiter.js';
import { library as honoTrpcServer } from './hono-trpc-server.js';
import { library as hono } from './hono.js';
import { library as hotShots } from './hot-shots.js';
import { library as httpGracefulShutdown } from './http-graceful-shutdown.js';
import { library as httpShutdown } from './http-shutdown.js';
import { library as httpTerminator } from './http-terminator.js';
import { library as hystrixjs } from './hystrixjs.js';
import { library as inversifyExpressUtils } from './inversify-express-utils.js';
import { library as inversify } from './inversify.js';
import { library as inversifyjsHttpCore } from './inversifyjs-http-core.js';
import { library as ioredis } from './ioredis.js';
import { library as joi } from './joi.js';
import { library as jose } from './jose.js';
import { library as jsdom } from './jsdom.js';
import { library as jsforce } from './jsforce.js';
import { library as jsonfile } from './jsonfile.js';
import { library as jsonwebtoken } from './jsonwebtoken.js';
import { library as jszip } from './jszip.js';
import { library as jwksRsa } from './jwks-rsa.js';
import { library as kafkajs } from './kafkajs.js';
import { library as knex } from './knex.js';
import { library as koaBodyparser } from './koa-bodyparser.js';
import { library as koaCompose } from './koa-compose.js';
import { library as koaMount } from './koa-mount.js';
import { library as koaRouter } from './koa-router.js';
import { library as koa } from './koa.js';
import { library as ky } from './ky.js';
import { library as kysely } from './kysely.js';
import { library as launchdarklyNodeServerSdk } from './launchdarkly-node-server-sdk.js';
import { library as ldapjs } from './ldapjs.js';
import { library as ldapts } from './ldapts.js';
import { library as libsqlClient } from './libsql-client.js';
import { library as lightningPool } from './lightning-pool.js';
import { library as lightship } from './lightship.js';
import { library as loadJsonFile } from './load-json-file.js';
import { library as lodashMemoize } from './lodash-memoize.js';
import { library as lodashOnceJs } from './lodash-once.js.js';
import { library as lodash } from './lodash.js';
import { library as makeDir } from './make-dir.js';
import { library as mariadb } from './mariadb.js';
import { library as maxmindGeoip2Node } from './maxmind-geoip2-node.js';
import { library as meilisearch } from './meilisearch.js';
import { library as memcached } from './memcached.js';
import { library as memjs } from './memjs.js';
import { library as mercurius } from './mercurius.js';
import { library as middyCore } from './middy-core.js';
import { library as mikroOrmCore } from './mikro-orm-core.js';
import { library as minio } from './minio.js';
import { library as mixpanel } from './mixpanel.js';
import { library as mkdirp } from './mkdirp.js';
import { library as modelcontextprotocolSdk } from './modelcontextprotocol-sdk.js';
import { library as moleculer } from './moleculer.js';
import { library as mollitia } from './mollitia.js';
import { library as mongodb } from './mongodb.js';
import { library as mongoose } from './mongoose.js';
import { library as morgan } from './morgan.js';
import { library as mqtt } from './mqtt.js';
import { library as ms } from './ms.js';
import { library as mssql } from './mssql.js';
import { library as multer } from './multer.js';
import { library as mysql } from './mysql.js';
import { library as mysql2Promise } from './mysql2-promise.js';
import { library as mysql2 } from './mysql2.js';
import { library as nanoid } from './nanoid.js';
import { library as nats } from './nats.js';
import { library as needle } from './needle.js';
import { library as neo4jDriver } from './neo4j-driver.js';
import { library as neondatabaseServerless } from './neondatabase-serverless.js';
import { library as nestjsAxios } from './nestjs-axios.js';
import { library as nestjsBull } from './nestjs-bull.js';
import { library as nestjsBullmq } from './nestjs-bullmq.js';
import { library as nestjsCls } from './nestjs-cls.js';
import { library as nestjsCommon } from './nestjs-common.js';
import { library as nestjsConfig } from './nestjs-config.js';
import { library as nestjsCore } from './nestjs-core.js';
import { library as nestjsCqrs } from './nestjs-cqrs.js';
import { library as nestjsEventEmitter } from './nestjs-event-emitter.js';
import { library as nestjsGraphql } from './nestjs-graphql.js';
import { library as nestjsKysely } from './nestjs-kysely.js';
import { library as nestjsMicroservices } from './nestjs-microservices.js';
import { library as nestjsModulesMailer } from './nestjs-modules-mailer.js';
import { library as nestjsMongoose } from './nestjs-mongoose.js';
import { library as nestjsPino } from './nestjs-pino.js';
import { library as nestjsPlatformExpress } from './nestjs-platform-express.js';
import { library as nestjsSchedule } from './nestjs-schedule.js';
import { library as nestjsSequelize } from './nestjs-sequelize.js';
import { library as nestjsTerminus } from './nestjs-terminus.js';
import { library as nestjsThrottler } from './nestjs-throttler.js';
import { library as nestjsTypeorm } from './nestjs-typeorm.js';
import { library as nestjsWebsockets } from './nestjs-websockets.js';
import { library as neverthrow } from './neverthrow.js';
import { library as newrelic } from './newrelic.js';
import { library as nextSafeAction } from './next-safe-action.js';
import { library as next } from './next.js';
import { library as nitropack } from './nitropack.js';
import { library as nodeAsyncHooks } from './node-async-hooks.js';
import { library as nodeChildProcess } from './node-child-process.js';
import { library as nodeCluster } from './node-cluster.js';
import { library as nodeCron } from './node-cron.js';
import { library as nodeCrypto } from './node-crypto.js';
import { library as nodeDgram } from './node-dgram.js';
import { library as nodeDns } from './node-dns.js';
import { library as nodeEvents } from './node-events.js';
import { library as nodeFetch } from './node-fetch.js';
import { library as nodeForge } from './node-forge.js';
import { library as nodeFsPromises } from './node-fs-promises.js';
import { library as nodeFs } from './node-fs.js';
import { library as nodeHttp } from './node-http.js';
import { library as nodeHttp2 } from './node-http2.js';
import { library as nodeIdempotencyCore } from './node-idempotency-core.js';
import { library as nodeMachineId } from './node-machine-id.js';
import { library as nodeModule } from './node-module.js';
import { library as nodeNet } from './node-net.js';
import { library as nodeProcess } from './node-process.js';
import { library as nodeRsa } from './node-rsa.js';
import { library as nodeSchedule } from './node-schedule.js';
import { library as nodeSqlite } from './node-sqlite.js';
import { library as nodeStreamConsumers } from './node-stream-consumers.js';
import { library as nodeStream } from './node-stream.js';
import { library as nodeTest } from './node-test.js';
import { library as nodeTimersPromises } from './node-timers-promises.js';
import { library as nodeTimers } from './node-timers.js';
import { library as nodeUtil } from './node-util.js';
import { library as nodeV8 } from './node-v8.js';
import { library as nodeVm } from './node-vm.js';
import { library as nodeWorkerThreads } from './node-worker-threads.js';
import { library as nodeZlib } from './node-zlib.js';
import { library as nodemailer } from './nodemailer.js';
import { library as notionhqClient } from './notionhq-client.js';
import { library as objection } from './objection.js';
import { library as octokitRequest } from './octokit-request.js';
import { library as octokitRest } from './octokit-rest.js';
import { library as octokit } from './octokit.js';
import { library as ofetch } from './ofetch.js';
import { library as openai } from './openai.js';
import { library as openidClient } from './openid-client.js';
import { library as opensearchProjectOpensearch } from './opensearch-project-opensearch.js';
import { library as opentelemetryApi } from './opentelemetry-api.js';
import { library as opentelemetryAutoInstrumentationsNode } from './opentelemetry-auto-instrumentations-node.js';
import { library as opentelemetrySdkNode } from './opentelemetry-sdk-node.js';
import { library as opossum } from './opossum.js';
import { library as oracledb } from './oracledb.js';
import { library as overloadProtection } from './overload-protection.js';
import { library as pAll } from './p-all.js';
import { library as pEvent } from './p-event.js';
import { library as pLimit } from './p-limit.js';
import { library as pMap } from './p-map.js';
import { library as pMemoize } from './p-memoize.js';
import { library as pQueue } from './p-queue.js';
import { library as pRetry } from './p-retry.js';
import { library as pThrottle } from './p-throttle.js';
import { library as pTimeout } from './p-timeout.js';
import { library as pWaitFor } from './p-wait-for.js';
import { library as paddleNodeSdk } from './paddle-node-sdk.js';
import { library as papaparse } from './papaparse.js';
import { library as paralleldriveCuid2 } from './paralleldrive-cuid2.js';
import { library as passport } from './passport.js';
import { library as pdfkit } from './pdfkit.js';
import { library as pgBoss } from './pg-boss.js';
import { library as pgPool } from './pg-pool.js';
import { library as pgPromise } from './pg-promise.js';
import { library as pg } from './pg.js';
import { library as phin } from './phin.js';
import { library as pinoHttp } from './pino-http.js';
import { library as pino } from './pino.js';
import { library as piscina } from './piscina.js';
import { library as pkgUp } from './pkg-up.js';
import { library as planetscaleDatabase } from './planetscale-database.js';
import { library as polka } from './polka.js';
import { library as postgres } from './postgres.js';
import { library as posthogNode } from './posthog-node.js';
import { library as postmark } from './postmark.js';
import { library as prismaAdapterMariadb } from './prisma-adapter-mariadb.js';
import { library as prismaAdapterMssql } from './prisma-adapter-mssql.js';
import { library as prismaAdapterNoPool } from './prisma-adapter-no-pool.js';
import { library as prismaAdapterPg } from './prisma-adapter-pg.js';
import { library as prismaClient } from './prisma-client.js';
import { library as promClient } from './prom-client.js';
import { library as promiseRetry } from './promise-retry.js';
import { library as promiseTimeout } from './promise-timeout.js';
import { library as properLockfile } from './proper-lockfile.js';
import { library as pug } from './pug.js';
import { library as puppeteer } from './puppeteer.js';
import { library as pusher } from './pusher.js';
import { library as qdrantJsClientRest } from './qdrant-js-client-rest.js';
import { library as qs } from './qs.js';
import { library as rateLimiterFlexible } from './rate-limiter-flexible.js';
import { library as rawBody } from './raw-body.js';
import { library as react } from './react.js';
import { library as readlineSync } from './readline-sync.js';
import { library as redis } from './redis.js';
import { library as redlock } from './redlock.js';
import { library as remixRunNode } from './remix-run-node.js';
import { library as request } from './request.js';
import { library as resend } from './resend.js';
import { library as restify } from './restify.js';
import { library as retry } from './retry.js';
import { library as rimraf } from './rimraf.js';
import { library as routingControllers } from './routing-controllers.js';
import { library as rxjs } from './rxjs.js';
import { library as s3mini } from './s3mini.js';
import { library as sendgridClient } from './sendgrid-client.js';
import { library as sendgridMail } from './sendgrid-mail.js';
import { library as sentry } from './sentry.js';
import { library as sequelize } from './sequelize.js';
import { library as serverlessHttp } from './serverless-http.js';
import { library as sharp } from './sharp.js';
import { library as shelljs } from './shelljs.js';
import { library as simpleGet } from './simple-get.js';
import { library as sinclairTypebox } from './sinclair-typebox.js';
import { library as slackWebApi } from './slack-web-api.js';
import { library as slonik } from './slonik.js';
import { library as smithyNodeHttpHandler } from './smithy-node-http-handler.js';
import { library as soap } from './soap.js';
import { library as socketIoClient } from './socket.io-client.js';
import { library as socketIo } from './socket.io.js';
import { library as sqlite3 } from './sqlite3.js';
import { library as sqsConsumer } from './sqs-consumer.js';
import { library as square } from './square.js';
import { library as ssh2 } from './ssh2.js';
import { library as stoppable } from './stoppable.js';
import { library as stripe } from './stripe.js';
import { library as supabaseSupabaseJs } from './supabase-supabase-js.js';
import { library as superagent } from './superagent.js';
import { library as syncRequest } from './sync-request.js';
import { library as t3OssEnv } from './t3-oss-env.js';
import { library as tar } from './tar.js';
import { library as tarn } from './tarn.js';
import { library as tedious } from './tedious.js';
import { library as telegraf } from './telegraf.js';
import { library as temporalioClient } from './temporalio-client.js';
import { library as tinyglobby } from './tinyglobby.js';
import { library as tmp } from './tmp.js';
import { library as toobusyJs } from './toobusy-js.js';
import { library as trpcServer } from './trpc-server.js';
import { library as tsyringe } from './tsyringe.js';
import { library as twilio } from './twilio.js';
import { library as typeGraphql } from './type-graphql.js';
import { library as typedi } from './typedi.js';
import { library as typeormTransactional } from './typeorm-transactional.js';
import { library as typeorm } from './typeorm.js';
import { library as typesense } from './typesense.js';
import { library as ulid } from './ulid.js';
import { library as undici } from './undici.js';
import { library as unleashClient } from './unleash-client.js';
import { library as upstashRatelimit } from './upstash-ratelimit.js';
import { library as upstashRedis } from './upstash-redis.js';
import { library as urqlCore } from './urql-core.js';
import { library as uuid } from './uuid.js';
import { library as vercelNode } from './vercel-node.js';
import { library as viem } from './viem.js';
import { library as webPush } from './web-push.js';
import { library as willsotoNestjsPrometheus } from './willsoto-nestjs-prometheus.js';
import { library as winston } from './winston.js';
import { library as workerpool } from './workerpool.js';
import { library as wretch } from './wretch.js';
import { library as writeFileAtomic } from './write-file-atomic.js';
import { library as ws } from './ws.js';
import { library as xior } from './xior.js';
import { library as xlsx } from './xlsx.js';
import { library as xml2js } from './xml2js.js';
import { library as zod } from './zod.js';
import { library as zx } from './zx.js';

/** Everything we know of libraries, one file a package. Sorted by file name. */
export const libraries: readonly Library[] = [
  admZip,
  adonisjsCore,
  adyenApiLibrary,
  agenda,
  agentkeepalive,
  ai,
  algoliasearch,
  amqpConnectionManager,
  amqplib,
  anthropicAiSdk,
  apolloClient,
  apolloDatasourceRest,
  apolloServerLambda,
  apolloServerLegacy,
  apolloServer,
  argon2,
  asyncExitHook,
  asyncMutex,
  asyncRetry,
  asyncSema,
  async,
  awilixExpress,
  awilixKoa,
  awilix,
  awsCdkLib,
  awsLambdaPowertoolsBatch,
  awsLambdaPowertoolsIdempotency,
  awsLambda,
  awsSdkClientDynamodb,
  awsSdkClientEventbridge,
  awsSdkClientFamily,
  awsSdkClientKinesis,
  awsSdkClientSes,
  awsSdkClientSns,
  awsSdkClientSqs,
  awsSdkLibDynamodb,
  awsSdkLibStorage,
  awsSdkS3RequestPresigner,
  awsSdk,
  axiosRetry,
  axios,
  azureCoreRestPipeline,
  azureCosmos,
  azureDataTables,
  azureEventHubs,
  azureIdentity,
  azureKeyvaultSecrets,
  azureServiceBus,
  azureStorageBlob,
  azureStorageQueue,
  bcrypt,
  bcryptjs,
  beeQueue,
  betterAuth,
  betterSqlite3,
  bluebird,
  bodyParser,
  bottleneck,
  brakes,
  bull,
  bullmq,
  bun,
  bunyan,
  busboy,
  bytes,
  cacheManager,
  cadenceMqCore,
  cassandraDriver,
  cheerio,
  clickhouseClient,
  closeWithGrace,
  cockatiel,
  config,
  confluentincKafkaJavascript,
  connectTimeout,
  connectrpcConnect,
  convict,
  corentinthChisels,
  cron,
  croner,
  crossFetch,
  crossSpawn,
  cryptoJs,
  csvParseSync,
  cuid,
  customerioNode,
  dataloader,
  ddTrace,
  deasyncPromise,
  deasync,
  death,
  del,
  delay,
  discordjsRest,
  dockerode,
  dotenv,
  drizzleOrmBetterSqlite3,
  drizzleOrmNoPool,
  drizzleOrm,
  effect,
  elasticApmNode,
  elasticElasticsearch,
  elysia,
  envSchema,
  envVar,
  envalid,
  eventemitter2,
  exceljs,
  execa,
  exponentialBackoff,
  expressAsyncErrors,
  expressAsyncHandler,
  expressFileupload,
  expressIdempotency,
  expressPromBundle,
  expressPromiseRouter,
  expressRateLimit,
  expressRequestId,
  expressSession,
  expressTimeoutHandler,
  expressWinston,
  express,
  fastGlob,
  fastXmlParser,
  fastifyAutoload,
  fastifyAwilix,
  fastifyCors,
  fastifyGracefulShutdown,
  fastifyMongodb,
  fastifyMultipart,
  fastifyMysql,
  fastifyPlugin,
  fastifyPostgres,
  fastifyRateLimit,
  fastifyRedis,
  fastifyUnderPressure,
  fastify,
  fetchRetry,
  findUp,
  firebaseAdmin,
  formidable,
  fpTs,
  fsExtra,
  gaxios,
  genericPool,
  glob,
  global,
  globby,
  godaddyTerminus,
  googleAuthLibrary,
  googleCloudBigquery,
  googleCloudFirestore,
  googleCloudPubsub,
  googleCloudSpanner,
  googleCloudStorage,
  googleGax,
  googleapis,
  got,
  gracefulFs,
  graphileWorker,
  graphqlMiddleware,
  graphqlRelay,
  graphqlRequest,
  graphqlToolsMerge,
  graphqlToolsSchema,
  graphqlToolsStitch,
  graphqlUpload,
  graphqlYoga,
  graphql,
  grpcGrpcJs,
  h3,
  handlebars,
  hapiHapi,
  hapiWreck,
  hocuspocusServer,
  honoNodeServer,
  honoRateLimiter,
  honoTrpcServer,
  hono,
  hotShots,
  httpGracefulShutdown,
  httpShutdown,
  httpTerminator,
  hystrixjs,
  inversifyExpressUtils,
  inversify,
  inversifyjsHttpCore,
  ioredis,
  joi,
  jose,
  jsdom,
  jsforce,
  jsonfile,
  jsonwebtoken,
  jszip,
  jwksRsa,
  kafkajs,
  knex,
  koaBodyparser,
  koaCompose,
  koaMount,
  koaRouter,
  koa,
  ky,
  kysely,
  launchdarklyNodeServerSdk,
  ldapjs,
  ldapts,
  libsqlClient,
  lightningPool,
  lightship,
  loadJsonFile,
  lodashMemoize,
  lodashOnceJs,
  lodash,
  makeDir,
  mariadb,
  maxmindGeoip2Node,
  meilisearch,
  memcached,
  memjs,
  mercurius,
  middyCore,
  mikroOrmCore,
  minio,
  mixpanel,
  mkdirp,
  modelcontextprotocolSdk,
  moleculer,
  mollitia,
  mongodb,
  mongoose,
  morgan,
  mqtt,
  ms,
  mssql,
  multer,
  mysql,
  mysql2Promise,
  mysql2,
  nanoid,
  nats,
  needle,
  neo4jDriver,
  neondatabaseServerless,
  nestjsAxios,
  nestjsBull,
  nestjsBullmq,
  nestjsCls,
  nestjsCommon,
  nestjsConfig,
  nestjsCore,
  nestjsCqrs,
  nestjsEventEmitter,
  nestjsGraphql,
  nestjsKysely,
  nestjsMicroservices,
  nestjsModulesMailer,
  nestjsMongoose,
  nestjsPino,
  nestjsPlatformExpress,
  nestjsSchedule,
  nestjsSequelize,
  nestjsTerminus,
  nestjsThrottler,
  nestjsTypeorm,
  nestjsWebsockets,
  neverthrow,
  newrelic,
  nextSafeAction,
  next,
  nitropack,
  nodeAsyncHooks,
  nodeChildProcess,
  nodeCluster,
  nodeCron,
  nodeCrypto,
  nodeDgram,
  nodeDns,
  nodeEvents,
  nodeFetch,
  nodeForge,
  nodeFsPromises,
  nodeFs,
  nodeHttp,
  nodeHttp2,
  nodeIdempotencyCore,
  nodeMachineId,
  nodeModule,
  nodeNet,
  nodeProcess,
  nodeRsa,
  nodeSchedule,
  nodeSqlite,
  nodeStreamConsumers,
  nodeStream,
  nodeTest,
  nodeTimersPromises,
  nodeTimers,
  nodeUtil,
  nodeV8,
  nodeVm,
  nodeWorkerThreads,
  nodeZlib,
  nodemailer,
  notionhqClient,
  objection,
  octokitRequest,
  octokitRest,
  octokit,
  ofetch,
  openai,
  openidClient,
  opensearchProjectOpensearch,
  opentelemetryApi,
  opentelemetryAutoInstrumentationsNode,
  opentelemetrySdkNode,
  opossum,
  oracledb,
  overloadProtection,
  pAll,
  pEvent,
  pLimit,
  pMap,
  pMemoize,
  pQueue,
  pRetry,
  pThrottle,
  pTimeout,
  pWaitFor,
  paddleNodeSdk,
  papaparse,
  paralleldriveCuid2,
  passport,
  pdfkit,
  pgBoss,
  pgPool,
  pgPromise,
  pg,
  phin,
  pinoHttp,
  pino,
  piscina,
  pkgUp,
  planetscaleDatabase,
  polka,
  postgres,
  posthogNode,
  postmark,
  prismaAdapterMariadb,
  prismaAdapterMssql,
  prismaAdapterNoPool,
  prismaAdapterPg,
  prismaClient,
  promClient,
  promiseRetry,
  promiseTimeout,
  properLockfile,
  pug,
  puppeteer,
  pusher,
  qdrantJsClientRest,
  qs,
  rateLimiterFlexible,
  rawBody,
  react,
  readlineSync,
  redis,
  redlock,
  remixRunNode,
  request,
  resend,
  restify,
  retry,
  rimraf,
  routingControllers,
  rxjs,
  s3mini,
  sendgridClient,
  sendgridMail,
  sentry,
  sequelize,
  serverlessHttp,
  sharp,
  shelljs,
  simpleGet,
  sinclairTypebox,
  slackWebApi,
  slonik,
  smithyNodeHttpHandler,
  soap,
  socketIoClient,
  socketIo,
  sqlite3,
  sqsConsumer,
  square,
  ssh2,
  stoppable,
  stripe,
  supabaseSupabaseJs,
  superagent,
  syncRequest,
  t3OssEnv,
  tar,
  tarn,
  tedious,
  telegraf,
  temporalioClient,
  tinyglobby,
  tmp,
  toobusyJs,
  trpcServer,
  tsyringe,
  twilio,
  typeGraphql,
  typedi,
  typeormTransactional,
  typeorm,
  typesense,
  ulid,
  undici,
  unleashClient,
  upstashRatelimit,
  upstashRedis,
  urqlCore,
  uuid,
  vercelNode,
  viem,
  webPush,
  willsotoNestjsPrometheus,
  winston,
  workerpool,
  wretch,
  writeFileAtomic,
  ws,
  xior,
  xlsx,
  xml2js,
  zod,
  zx,
];
