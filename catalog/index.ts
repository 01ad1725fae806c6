import type { Library } from './schema.js';
import { library as axios } from './axios.js';
import { library as bullmq } from './bullmq.js';
import { library as closeWithGrace } from './close-with-grace.js';
import { library as cockatiel } from './cockatiel.js';
import { library as express } from './express.js';
import { library as fastify } from './fastify.js';
import { library as global } from './global.js';
import { library as got } from './got.js';
import { library as httpTerminator } from './http-terminator.js';
import { library as ioredis } from './ioredis.js';
import { library as kafkajs } from './kafkajs.js';
import { library as knex } from './knex.js';
import { library as koaBodyparser } from './koa-bodyparser.js';
import { library as koaRouter } from './koa-router.js';
import { library as koa } from './koa.js';
import { library as mysql2Promise } from './mysql2-promise.js';
import { library as mysql2 } from './mysql2.js';
import { library as nestjsCommon } from './nestjs-common.js';
import { library as nestjsCore } from './nestjs-core.js';
import { library as nodeChildProcess } from './node-child-process.js';
import { library as nodeCrypto } from './node-crypto.js';
import { library as nodeFs } from './node-fs.js';
import { library as nodeHttp } from './node-http.js';
import { library as nodeHttp2 } from './node-http2.js';
import { library as nodeProcess } from './node-process.js';
import { library as nodeZlib } from './node-zlib.js';
import { library as opossum } from './opossum.js';
import { library as pRetry } from './p-retry.js';
import { library as pTimeout } from './p-timeout.js';
import { library as pg } from './pg.js';
import { library as undici } from './undici.js';

/** Everything we know of libraries, one file a package. Sorted by file name. */
export const libraries: readonly Library[] = [
  axios,
  bullmq,
  closeWithGrace,
  cockatiel,
  express,
  fastify,
  global,
  got,
  httpTerminator,
  ioredis,
  kafkajs,
  knex,
  koaBodyparser,
  koaRouter,
  koa,
  mysql2Promise,
  mysql2,
  nestjsCommon,
  nestjsCore,
  nodeChildProcess,
  nodeCrypto,
  nodeFs,
  nodeHttp,
  nodeHttp2,
  nodeProcess,
  nodeZlib,
  opossum,
  pRetry,
  pTimeout,
  pg,
  undici,
];
