import { AMPLE_MS, endOf, mustBe, silent, waitsUnlessSet } from './tools.mjs';

const never = () => new Promise(() => undefined);

/** Settings that stand elsewhere: in a URL, on the library itself, in the call that made an argument. */
export const given = [
  { covers: '^(mongodb: MongoClient|mongoose: (connect|createConnection|Model\\S*|createConnection\\(\\)\\S*)|mongodb: MongoClient\\(\\)\\S*|@nestjs/mongoose: MongooseModule\\.\\w+) \\| \\S+ (creation:|useFactory\\(\\)\\.uri|uri)*(0\\?|\\?)(socketTimeoutMS|maxPoolSize|waitQueueTimeoutMS|serverSelectionTimeoutMS|connectTimeoutMS)$', says: 'MongoDB reads its limits from the connection string', run: async () => {
    const { MongoClient } = await import('mongodb');
    const names = ['socketTimeoutMS', 'maxPoolSize', 'waitQueueTimeoutMS', 'serverSelectionTimeoutMS', 'connectTimeoutMS'];
    const { options } = new MongoClient(`mongodb://127.0.0.1/d?${names.map((name, index) => `${name}=${index + 11}`).join('&')}`);
    mustBe(names.map((name) => options[name]), [11, 12, 13, 14, 15], names.join());
  } },
  { covers: '^mongoose: .*\\| statement (library:chain:set\\(maxTimeMS\\):1|chain:maxTimeMS:0)$', says: 'a maxTimeMS of a Mongoose query, or of all, goes with the command', alone: true, run: async () => {
    const { default: mongoose } = await import('mongoose');
    const model = mongoose.model('A', new mongoose.Schema({}));
    mustBe(model.find().maxTimeMS(7).getOptions().maxTimeMS, 7, 'of one query');
    mongoose.set({ maxTimeMS: 9, bufferCommands: false });
    let seen;
    model.collection.findOne = async (_filter, options) => { seen = options; return null; };
    await model.findOne();
    mustBe(seen.maxTimeMS, 9, 'of all');
  } },
  { covers: '^axios: .*\\| attempt library:\\.defaults\\.timeout$', says: 'a timeout among the defaults of axios ends a silent answer', alone: true, run: () => silent(async (url) => {
    const { default: axios } = await import('axios');
    axios.defaults.timeout = 100;
    try { mustBe((await endOf(axios.get(url), AMPLE_MS)).is, 'ended', 'axios.get'); } finally { axios.defaults.timeout = 0; }
  }) },
  { covers: '^ofetch: .*\\| (partnerAt|attempt|headers) creation:(baseURL|timeout)$', says: 'a timeout given to ofetch.create ends a silent answer of its base URL', run: () => silent((baseURL) => waitsUnlessSet(async (timeout) => {
    const { ofetch } = await import('ofetch');
    return ofetch.create({ baseURL, retry: 0, timeout })('/');
  }, 'ofetch')) },
  { covers: '^ofetch: .*\\| total creation:signal$', says: 'a signal given to ofetch.create ends a silent answer', run: () => silent((baseURL) => waitsUnlessSet(async (limit) => {
    const { ofetch } = await import('ofetch');
    return ofetch.create({ baseURL, retry: 0, ...(limit === undefined ? {} : { signal: AbortSignal.timeout(limit) }) })('/');
  }, 'ofetch')) },
  { covers: '^undici: (setGlobalDispatcher|fetch|request|stream|pipeline) \\| (headers|attempt) headersTimeout$', says: 'the headers timeout of an agent ends a silent answer of fetch, given to it or set for all', alone: true, run: () => silent(async (url) => {
    const { Agent, fetch, getGlobalDispatcher, setGlobalDispatcher } = await import('undici');
    const before = getGlobalDispatcher();
    mustBe((await endOf(fetch(url))).is, 'waiting', 'without one');
    mustBe((await endOf(fetch(url, { dispatcher: new Agent({ headersTimeout: 100 }) }), AMPLE_MS)).is, 'ended', 'given');
    setGlobalDispatcher(new Agent({ headersTimeout: 100 }));
    try { mustBe((await endOf(fetch(url), AMPLE_MS)).is, 'ended', 'set for all'); } finally { setGlobalDispatcher(before); }
  }) },
  { covers: '^viem: .*\\| attempt timeout$', says: 'the timeout of an http transport ends an attempt of viem', run: () => silent((url) => waitsUnlessSet(async (timeout) => {
    const { createPublicClient, http } = await import('viem');
    return createPublicClient({ transport: http(url, { retryCount: 0, ...(timeout === undefined ? {} : { timeout }) }) }).getBlockNumber();
  }, 'getBlockNumber')) },
  { covers: '^bullmq: .*\\| total (creation:)?(connection\\.)?commandTimeout$', says: 'a commandTimeout of the connection ends a command of BullMQ', run: () => silent((_url, port) => waitsUnlessSet(async (commandTimeout) => {
    const [{ Queue }, { default: Redis }] = [await import('bullmq'), await import('ioredis')];
    const connection = new Redis({ host: '127.0.0.1', port, maxRetriesPerRequest: null, enableReadyCheck: false, ...(commandTimeout === undefined ? {} : { commandTimeout }) });
    connection.on('error', () => undefined);
    const queue = new Queue('q', { connection, skipVersionCheck: true, skipWaitingForReady: true });
    queue.on('error', () => undefined);
    try { return await queue.getJobCounts(); } finally { connection.disconnect(); }
  }, 'getJobCounts')) },
  { covers: '^ai: .*\\| total timeout(\\.totalMs)?$', says: 'a timeout ends a call of the AI SDK, as a number and as totalMs', run: async () => {
    const { generateText } = await import('ai');
    const ask = (timeout) => generateText({ model: silentModel(), prompt: 'p', maxRetries: 0, ...(timeout === undefined ? {} : { timeout }) });
    mustBe((await endOf(ask(undefined))).is, 'waiting', 'without a limit');
    for (const limit of [100, { totalMs: 100 }]) mustBe((await endOf(ask(limit), AMPLE_MS)).is, 'ended', JSON.stringify(limit));
  } },
  { covers: '^redlock: \\(\\)\\.acquire( \\| retries.*)?$', says: 'redlock tries as often as retryCount says and once more', run: async () => {
    const { default: Redlock } = await import('redlock');
    const client = { evalsha: (_hash, _values, done) => done(null, 0) };
    const error = await new Redlock([client], { retryCount: 3, retryDelay: 1, retryJitter: 0 }).acquire(['a'], 100).catch((refused) => refused);
    mustBe(error.attempts, 4, 'tries');
  } },
  { covers: '^@aws-sdk/client-kinesis: .*\\| attempt (creation:)?(requestHandler\\.)?requestTimeout$', says: 'a request timeout ends a silent answer of Kinesis, which speaks HTTP/2; a socket timeout does not', run: () => silent(async (endpoint) => {
    const [{ KinesisClient, ListStreamsCommand }, { NodeHttp2Handler }] = [await import('@aws-sdk/client-kinesis'), await import('@smithy/node-http-handler')];
    const send = (requestHandler) => new KinesisClient({ endpoint, region: 'x', maxAttempts: 1, credentials: { accessKeyId: 'a', secretAccessKey: 'b' }, requestHandler }).send(new ListStreamsCommand({}));
    mustBe([(await endOf(send({}))).is, (await endOf(send({ socketTimeout: 100 }))).is], ['waiting', 'waiting'], 'nothing and a socket timeout');
    for (const handler of [{ requestTimeout: 100 }, new NodeHttp2Handler({ requestTimeout: 100 })]) mustBe((await endOf(send(handler), AMPLE_MS)).is, 'ended', 'a request timeout');
  }) },
  ...['sqs|@aws-sdk/client-sqs|SQSClient|ListQueuesCommand', 'sns|@aws-sdk/client-sns|SNSClient|ListTopicsCommand', 'eventbridge|@aws-sdk/client-eventbridge|EventBridgeClient|ListEventBusesCommand', 'dynamodb|@aws-sdk/client-dynamodb|DynamoDBClient|ListTablesCommand'].map((one) => {
    const [short, name, client, command] = one.split('|');
    const family = short === 'sqs' ? '(sqs|\\*)' : short;
    return { covers: `^@aws-sdk/(client-${family}${short === 'dynamodb' ? '|lib-dynamodb' : ''}): .*\\| (attempt|when) (creation:)?(requestHandler\\.)?(socketTimeout|requestTimeout|throwOnRequestTimeout)$`, says: `a socket timeout, given to a NodeHttpHandler or beside it, ends a silent answer of ${name}`, run: () => silent(async (endpoint) => {
      const [library, { NodeHttpHandler }] = [await import(name), await import('@smithy/node-http-handler')];
      const send = (requestHandler) => new library[client]({ endpoint, region: 'x', maxAttempts: 1, credentials: { accessKeyId: 'a', secretAccessKey: 'b' }, requestHandler }).send(new library[command]({}));
      mustBe((await endOf(send({}))).is, 'waiting', 'without a limit');
      for (const handler of [{ socketTimeout: 100 }, new NodeHttpHandler({ socketTimeout: 100 }), new NodeHttpHandler({ requestTimeout: 100, throwOnRequestTimeout: true })]) mustBe((await endOf(send(handler), AMPLE_MS)).is, 'ended', 'with one');
    }) };
  }),
  { covers: '^@fastify/mysql: register\\(\\)\\.(query|execute|getConnection)', says: 'the plugin of Fastify for MySQL gives what a pool of mysql2 gives', run: async () => {
    const { createPool } = await import('mysql2/promise');
    const pool = createPool({ host: '127.0.0.1', port: 1 });
    mustBe(['query', 'execute', 'getConnection'].map((method) => typeof pool[method]), ['function', 'function', 'function'], 'methods of the pool');
    const source = (await import('node:fs')).readFileSync(new URL('./node_modules/@fastify/mysql/index.js', import.meta.url), 'utf8');
    mustBe(['query', 'execute', 'getConnection'].every((method) => source.includes(`db.${method} = client.${method}.bind(client)`)), true, 'the source of the plugin');
    pool.end().catch(() => undefined);
  } },
  { covers: '^@nestjs/terminus: HttpHealthIndicator\\(\\)\\.pingCheck \\| attempt timeout$|^@nestjs/terminus: HttpHealthIndicator\\(\\)\\.pingCheck$', says: 'the HTTP check of Terminus waits for ever, its timeout ends that', run: () => silent((url) => waitsUnlessSet(async (timeout) => {
    const [{ HttpHealthIndicator, HealthIndicatorService }, { HttpService }] = [await import('@nestjs/terminus'), await import('@nestjs/axios')];
    const { default: axios } = await import('axios');
    const indicator = new HttpHealthIndicator({ error: () => undefined }, new HealthIndicatorService());
    const answer = await indicator.pingCheck('a', url, { httpClient: new HttpService(axios.create()), ...(timeout === undefined ? {} : { timeout }) });
    if (answer.a.status === 'down') throw new Error('down');
    return answer;
  }, 'pingCheck')) },
  { covers: '^@nestjs/terminus: (TypeOrm|Sequelize|Mongoose|MikroOrm|Prisma)\\w*HealthIndicator\\(\\)\\.pingCheck( \\| total timeout)?$', says: 'a database check of Terminus ends after 1 s, or its timeout', run: async () => {
    const { PrismaHealthIndicator, HealthIndicatorService } = await import('@nestjs/terminus');
    const indicator = new PrismaHealthIndicator(new HealthIndicatorService());
    const check = (options) => Promise.resolve(indicator.pingCheck('a', { $queryRawUnsafe: never, $runCommandRaw: never }, options)).then((result) => { if (result.a.status === 'down') throw new Error('down'); });
    mustBe((await endOf(check({ timeout: 5000 }))).is, 'waiting', '5 s');
    mustBe([(await endOf(check({ timeout: 100 }), AMPLE_MS)).is, (await endOf(check({}), AMPLE_MS)).is], ['ended', 'ended'], '100 ms and by default');
  } },
];

function silentModel() {
  return { specificationVersion: 'v3', provider: 'p', modelId: 'm', supportedUrls: {}, doGenerate: ({ abortSignal }) => new Promise((_resolve, reject) => { abortSignal?.addEventListener('abort', () => reject(abortSignal.reason)); }) };
}
