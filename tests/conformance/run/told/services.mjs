import { EventEmitter } from 'node:events';
import { now, untilSettled } from './clock.mjs';
import { countsOf, ends, mustBe, reads, shows, waits } from './tools.mjs';

const never = () => new Promise(() => undefined);
const nothing = () => undefined;

/** Ends when its default says, with no server at all. */
const limit = (claim, call, says = 'work that never ends is waited for as long as is said', options = {}) => ends(claim, call, { says, ...options });
const endless = (claims, call) => waits(claims, call, { says: 'work that never ends is waited for without end' });

/** How often a function that fails is run, and how long the first delay is. */
const runs = (claims, wrap, options = {}) => shows(claims, 'a function that fails is run as often, and as late, as is said', async () => {
  const at = [];
  const failing = async () => { at.push(now()); throw Object.assign(new Error('no'), options.error); };
  await untilSettled(Promise.resolve(wrap(failing)).catch(nothing), 20_000_000);
  countsOf(claims, at, options);
});

/** Timeouts, retries, breakers, queues, locks. */
export const resilience = [
  runs(['async-retry: retries 10', 'async-retry: delay 2000'], async (f) => (await import('async-retry')).default(f)),
  runs(['exponential-backoff: retries 10', 'exponential-backoff: delay 100'], async (f) => (await import('exponential-backoff')).backOff(f), { counts: 'attempts' }),
  runs(['p-retry: retries 10', 'p-retry: delay 1000'], async (f) => (await import('p-retry')).default(f)),
  endless('p-retry: total never', async () => (await import('p-retry')).default(never)),
  runs(['promise-retry: retries 10', 'promise-retry: delay 1000'], async (f) => (await import('promise-retry')).default((again) => f().catch(again))),
  runs(['retry: retries 10', 'retry: delay 1000'], async (f) => { const { default: retry } = await import('retry'); return new Promise((resolve, reject) => { const operation = retry.operation(); operation.attempt(() => f().then(resolve, (error) => { if (!operation.retry(error)) reject(error); })); }); }),
  runs(['mollitia: retries 2', 'mollitia: delay 0'], async (f) => { const Mollitia = await import('mollitia'); return new Mollitia.Circuit({ options: { modules: [new Mollitia.Retry()] } }).fn(f).execute(); }),
  limit('mollitia: total 60000', async () => { const Mollitia = await import('mollitia'); return new Mollitia.Circuit({ options: { modules: [new Mollitia.Timeout()] } }).fn(never).execute(); }),
  limit('mollitia: queue 60000', async () => { const Mollitia = await import('mollitia'); const circuit = new Mollitia.Circuit({ options: { modules: [new Mollitia.Bulkhead({ concurrentSize: 1, queueSize: 5 })] } }).fn(never); circuit.execute().catch(nothing); return circuit.execute(); }),
  { ...limit('opossum: total 10000', async () => { const { default: Breaker } = await import('opossum'); return new Breaker(never).fire(); }), covers: '^opossum: .*timeout', says: 'opossum ends a call after 10 s' },
  shows('opossum: opensAfter 1', 'one call that fails opens the breaker', async () => { const { default: Breaker } = await import('opossum'); const breaker = new Breaker(async () => { throw new Error('no'); }); await breaker.fire().catch(nothing); mustBe(breaker.opened, true, 'opened'); }),
  limit('brakes: total 15000', async () => { const { default: Brakes } = await import('brakes'); return new Brakes(never).exec(); }),
  limit('hystrixjs: total 30000', async () => { const { default: hystrix } = await import('hystrixjs'); return hystrix.commandFactory.getOrCreate('b').run(never).build().execute(); }),
  shows(['cockatiel: retries Infinity', 'cockatiel: delay 0'], 'a function that fails five hundred times is run until it does not, at once', async () => {
    const { handleAll, retry } = await import('cockatiel');
    let count = 0;
    const end = await untilSettled(retry(handleAll, {}).execute(async () => { count += 1; if (count < 500) throw new Error('no'); }));
    mustBe([end.is, count, end.at <= 500], ['answered', 500, true], 'runs');
  }),
  shows(['rxjs: retries Infinity', 'rxjs: delay 0'], 'a function that fails five hundred times is run until it does not, at once', async () => {
    const { defer, firstValueFrom, retry } = await import('rxjs');
    let count = 0;
    const end = await untilSettled(firstValueFrom(defer(async () => { count += 1; if (count < 500) throw new Error('no'); return 1; }).pipe(retry())));
    mustBe([end.is, count, end.at], ['answered', 500, 0], 'runs');
  }),
  endless('p-queue: total never', async () => { const { default: PQueue } = await import('p-queue'); return new PQueue().add(never); }),
  endless('p-event: total never', async () => { const [{ pEvent }, { EventEmitter }] = [await import('p-event'), await import('node:events')]; return pEvent(new EventEmitter(), 'x'); }),
  endless('bottleneck: total never', async () => { const { default: Bottleneck } = await import('bottleneck'); return new Bottleneck().schedule(never); }),
  endless('async-mutex: total never', async () => { const { Mutex } = await import('async-mutex'); const mutex = new Mutex(); await mutex.acquire(); return mutex.acquire(); }),
  shows(['redlock: retries 10', 'redlock: delay 200'], 'a lock that is taken is tried for eleven times, at most 200 ms apart', async () => {
    const { default: Redlock } = await import('redlock');
    const end = await untilSettled(new Redlock([{ evalsha: (_hash, _values, done) => done(null, 0) }]).acquire(['a'], 100));
    mustBe([end.error.attempts, end.at <= 10 * 200, end.at > 10 * 50], [11, true, true], `tries, ${end.at} ms`);
  }),
  limit('connect-timeout: total 5000', async () => {
    const [{ default: timeout }, { default: express }, { default: http }] = [await import('connect-timeout'), await import('express'), await import('node:http')];
    const server = http.createServer(express().use(timeout()).get('/', nothing));
    await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    return new Promise((resolve) => { http.get({ port: server.address().port, host: '127.0.0.1' }, resolve); });
  }),
  endless('express-timeout-handler: total never', async () => { const { default: timeout } = await import('express-timeout-handler'); return new Promise((resolve) => { timeout.handler({ onTimeout: resolve })({}, Object.assign(new EventEmitter(), { headersSent: false }), nothing); }); }),
  limit('@nestjs/terminus: total 1000', async () => { const { PrismaHealthIndicator, HealthIndicatorService } = await import('@nestjs/terminus'); const result = await new PrismaHealthIndicator(new HealthIndicatorService()).pingCheck('a', { $queryRawUnsafe: never, $runCommandRaw: never }); if (result.a.status === 'down') throw new Error('down'); }),
  waits('@nestjs/terminus: attempt never', async (url) => {
    const [{ HttpHealthIndicator, HealthIndicatorService }, { HttpService }, { default: axios }] = [await import('@nestjs/terminus'), await import('@nestjs/axios'), await import('axios')];
    return new HttpHealthIndicator({ error: nothing }, new HealthIndicatorService()).pingCheck('a', url, { httpClient: new HttpService(axios.create()) });
  }),
  limit('tarn: acquire-wait 30000', async () => { const { default: tarn } = await import('tarn'); const pool = new tarn.Pool({ create: async () => ({}), destroy: nothing, min: 0, max: 1 }); await pool.acquire().promise; return pool.acquire().promise; }),
  endless(['generic-pool: acquire-wait never'], async () => { const { default: generic } = await import('generic-pool'); const pool = generic.createPool({ create: async () => ({}), destroy: async () => undefined }); await pool.acquire(); return pool.acquire(); }),
  shows(['generic-pool: size 1', 'generic-pool: queue never'], 'a thousand wait for the one resource', async () => { const { default: generic } = await import('generic-pool'); const pool = generic.createPool({ create: async () => ({}), destroy: async () => undefined }); let refused = 0; for (let count = 0; count < 1000; count += 1) pool.acquire().catch(() => { refused += 1; }); await untilSettled(never(), 10); mustBe([pool.max, pool.pending, refused], [1, 999, 0], 'size, waiting, refused'); }),
  reads(['lightning-pool: size 10', 'lightning-pool: queue 1000'], async () => { const { createPool } = await import('lightning-pool'); const { options } = createPool({ create: async () => ({}), destroy: async () => undefined }); return [options.max, options.maxQueue]; }),
  endless('lightning-pool: acquire-wait never', async () => { const { createPool } = await import('lightning-pool'); const pool = createPool({ create: async () => ({}), destroy: async () => undefined }, { max: 1 }); await pool.acquire(); return pool.acquire(); }),
  limit('global: total 1', async () => new Promise((resolve) => { setTimeout(resolve); })),
  limit('node:timers/promises: total 1', async () => (await import('node:timers/promises')).setTimeout()),
  endless('moleculer: total never', async () => (await broker(never)).call('a.b')),
  runs(['moleculer: retries 0'], async (f) => (await broker(f)).call('a.b'), { error: { retryable: true } }),
  runs(['moleculer: retries 0', 'moleculer: delay 100'], async (f) => (await broker(f, { retryPolicy: { enabled: true } })).call('a.b'), { error: { retryable: true }, times: 6 }),
  endless('@nestjs/microservices: total never', async () => { const [{ ClientProxy }, { firstValueFrom }] = [await import('@nestjs/microservices'), await import('rxjs')]; return firstValueFrom(new (class extends ClientProxy { connect() { return Promise.resolve(); } close() {} publish() { return nothing; } dispatchEvent() {} })().send('a', {})); }),
  endless('sqs-consumer: total never', async () => { const { Consumer } = await import('sqs-consumer'); const message = { Messages: [{ MessageId: '1', ReceiptHandle: 'r', Body: 'b' }] }; return new Promise((resolve) => { const consumer = Consumer.create({ queueUrl: 'http://127.0.0.1/q', sqs: { send: async () => message }, handleMessage: never }); for (const event of ['timeout_error', 'processing_error', 'message_processed', 'error']) consumer.on(event, resolve); consumer.start(); }); }),
  reads(['bullmq: size 1'], async () => { const { Worker } = await import('bullmq'); return new Worker('q', async () => undefined, { autorun: false, connection: { host: '127.0.0.1', port: 1 }, skipVersionCheck: true }).on('error', nothing).concurrency; }),
];

/** What a request, a body and a shutdown may take. */
export const servers = [
  reads(['node:http: headers 300000', 'node:http: idle 5000'], async () => { const { default: http } = await import('node:http'); const server = http.createServer(); return [server.requestTimeout, server.keepAliveTimeout]; }),
  shows('node:http: idle never', 'a server has no limit on silence', async () => { const { default: http } = await import('node:http'); mustBe(http.createServer().timeout, 0, 'timeout'); }),
  reads(['fastify: idle 72000', 'fastify: body 1048576'], async () => { const { default: Fastify } = await import('fastify'); const { initialConfig } = Fastify(); return [initialConfig.keepAliveTimeout, initialConfig.bodyLimit]; }),
  shows(['fastify: headers never', 'fastify: total never >=5.8.0', '@nestjs/core: total never'], 'nothing limits receiving a request nor its handler', async () => { const { default: Fastify } = await import('fastify'); const { initialConfig } = Fastify(); mustBe([initialConfig.requestTimeout, initialConfig.handlerTimeout ?? 0], [0, 0], 'limits'); }),
  reads('@nestjs/core: body 1048576', async () => { const { default: Fastify } = await import('fastify'); return Fastify().initialConfig.bodyLimit; }, 'the app of Fastify below has this in it'),
  shows(['@hapi/hapi: total never', '@hapi/hapi: body 1048576'], 'a route has no limit of the server and takes 1 MiB', async () => { const { default: Hapi } = await import('@hapi/hapi'); const { settings } = Hapi.server().settings.routes === undefined ? { settings: {} } : { settings: Hapi.server().settings.routes }; mustBe([settings.timeout.server, settings.payload.maxBytes], [false, 1_048_576], 'settings'); }),
  limit('@hapi/hapi: total 5000', async () => { const [{ default: Hapi }, { default: http }] = [await import('@hapi/hapi'), await import('node:http')]; const server = Hapi.server({ port: 0, host: '127.0.0.1' }); const asked = new Promise((resolve) => { server.route({ method: 'GET', path: '/', handler: () => { resolve(); return never(); } }); }); await server.start(); http.get(server.info.uri).on('error', nothing); await asked; return server.stop(); }),
  limit('http-terminator: total 1000', () => shutting(async (server) => { const { createHttpTerminator } = await import('http-terminator'); const terminator = createHttpTerminator({ server }); return () => terminator.terminate(); })),
  limit('http-graceful-shutdown: total 30000 >=4.0.0', () => shutting(async (server) => (await import('http-graceful-shutdown')).default(server, { forceExit: false }))),
  endless('http-shutdown: total never', () => shutting(async (server) => { const { default: wrap } = await import('http-shutdown'); wrap(server); return () => new Promise((resolve) => { server.shutdown(resolve); }); })),
  shows('http-shutdown: total 0', 'a running request is cut at once', async () => { const end = await untilSettled(shutting(async (server) => { const { default: wrap } = await import('http-shutdown'); wrap(server); return () => new Promise((resolve) => { server.forceShutdown(resolve); }); })); mustBe([end.is, end.at < 100], ['answered', true], 'forceShutdown'); }),
  endless('stoppable: total never', () => shutting(async (server) => { const { default: stoppable } = await import('stoppable'); stoppable(server); return () => new Promise((resolve) => { server.stop(resolve); }); })),
  limit('@godaddy/terminus: total 1000', () => new Promise((resolve) => { process.kill = resolve; shutting(async (server) => { const { createTerminus } = await import('@godaddy/terminus'); createTerminus(server, { signal: 'SIGUSR2', onSignal: async () => undefined, logger: nothing, useExit0: false }); return () => process.emit('SIGUSR2', 'SIGUSR2'); }); })),
  limit('close-with-grace: total 10000', async () => { const { default: close } = await import('close-with-grace'); return new Promise((resolve) => { process.exit = resolve; close({ logger: undefined }, never).close(); }); }),
  limit('lightship: total 5000', async () => { const { createLightship } = await import('lightship'); let end; const ended = new Promise((resolve) => { end = resolve; }); const lightship = await createLightship({ detectKubernetes: false, port: 0, signals: [], gracefulShutdownTimeout: 60_000, terminate: () => end() }); lightship.registerShutdownHandler(never); lightship.shutdown().then(() => end()); return ended; }, 'handlers that never end are waited for as long as is said, after the 5 s in which it only turns unready', { plus: 5000 }),
  limit('fastify-graceful-shutdown: total 10000', async () => { const [{ default: Fastify }, { default: plugin }] = [await import('fastify'), await import('fastify-graceful-shutdown')]; const app = Fastify(); return new Promise((resolve) => { process.exit = resolve; app.register(plugin).after(() => app.gracefulShutdown(never)); app.ready().then(() => process.emit('SIGTERM', 'SIGTERM')); }); }),
  limit('@apollo/server: total 10000', () => shutting(async (httpServer) => { const [{ ApolloServer }, { ApolloServerPluginDrainHttpServer }] = [await import('@apollo/server'), await import('@apollo/server/plugin/drainHttpServer')]; const server = new ApolloServer({ typeDefs: 'type Query { a: Int }', plugins: [ApolloServerPluginDrainHttpServer({ httpServer })], stopOnTerminationSignals: false }); await server.start(); return () => server.stop(); })),
];

async function broker(handler, options) {
  const { ServiceBroker } = await import('moleculer');
  const one = new ServiceBroker({ logger: false, skipProcessEventRegistration: true, ...options });
  one.createService({ name: 'a', actions: { b: handler } });
  await one.start();
  return one;
}

/** A server with a request that never ends, while it is shut down by what `prepare` gives. */
async function shutting(prepare) {
  const { default: http } = await import('node:http');
  let isAsked;
  const asked = new Promise((resolve) => { isAsked = resolve; });
  const server = http.createServer(() => isAsked());
  const stop = await prepare(server);
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  http.get({ port: server.address().port, host: '127.0.0.1' }).on('error', nothing);
  await asked;
  return stop();
}
