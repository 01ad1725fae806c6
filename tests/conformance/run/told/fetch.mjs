import { ends, mustBe, reads, shows, silent, tries, waits } from './tools.mjs';

/** The fetch of Node gives up when no headers come for 300 s: so does what is built on it. */
const withoutHeaders = (name, call, times = 1) => ends(`${name}: headers 300000`, call, { times, give: 2000, says: 'a server that sends no headers is given up after 300 s' });

const octokit = async (name, baseUrl) => { const { Octokit } = await import(name); return new Octokit({ baseUrl, throttle: { enabled: false }, retry: { enabled: false } }).request('GET /x'); };
const toNeon = async (url, options) => { const { neon, neonConfig } = await import('@neondatabase/serverless'); neonConfig.fetchEndpoint = () => url; return neon('postgres://u:p@h.example.com/d', options)`SELECT 1`; };
const toPlanetScale = async (url, options) => { const { connect } = await import('@planetscale/database'); return connect({ url: `${url.replace('http://', 'http://u:p@')}`, fetch: (to, init) => fetch(url + new URL(to).pathname, init), ...options }).execute('SELECT 1'); };

/** Clients on fetch. */
export const onFetch = [
  withoutHeaders('@apollo/client', async (uri) => { const { ApolloClient, HttpLink, InMemoryCache, gql } = await import('@apollo/client/core/index.js'); return new ApolloClient({ link: new HttpLink({ uri }), cache: new InMemoryCache() }).query({ query: gql('{ a }') }); }),
  withoutHeaders('@libsql/client', async (url) => { const { createClient } = await import('@libsql/client/http'); return createClient({ url }).execute('SELECT 1'); }),
  withoutHeaders('@neondatabase/serverless', toNeon),
  waits('@neondatabase/serverless: statement never', toNeon, { trickles: true }),
  withoutHeaders('@octokit/request', async (baseUrl) => { const { request } = await import('@octokit/request'); return request('GET /x', { baseUrl }); }),
  withoutHeaders('@octokit/rest', (baseUrl) => octokit('@octokit/rest', baseUrl)),
  withoutHeaders('octokit', (baseUrl) => octokit('octokit', baseUrl)),
  withoutHeaders('@planetscale/database', toPlanetScale),
  waits('@planetscale/database: statement never', toPlanetScale, { trickles: true }),
  withoutHeaders('@supabase/supabase-js', async (url) => { const { createClient } = await import('@supabase/supabase-js'); return createClient(url, 'k', { auth: { persistSession: false, autoRefreshToken: false }, realtime: { transport: class {} } }).from('a').insert({}); }),
  withoutHeaders('@upstash/redis', async (url) => { const { Redis } = await import('@upstash/redis'); return new Redis({ url, token: 't', retry: false }).get('a'); }, 2),
  withoutHeaders('@urql/core', async (url) => { const { Client, fetchExchange } = await import('@urql/core'); return new Client({ url, exchanges: [fetchExchange], preferGetMethod: false }).query('{ a }', {}).toPromise(); }),
  withoutHeaders('graphql-request', async (url) => (await import('graphql-request')).request(url, '{ a }')),
  withoutHeaders('meilisearch', async (host) => { const { Meilisearch } = await import('meilisearch'); return new Meilisearch({ host }).index('a').search('b'); }),
  withoutHeaders('resend', async (baseUrl) => { process.env.RESEND_BASE_URL = baseUrl; const { Resend } = await import('resend'); return new Resend('re_x').emails.send({ from: 'a@x', to: 'b@x', subject: 's', text: 't' }); }),
  withoutHeaders('s3mini', async (url) => { const { S3mini } = await import('s3mini'); return new S3mini({ accessKeyId: 'a', secretAccessKey: 'b', endpoint: `${url}/bucket`, region: 'auto' }).getObject('k'); }),
  withoutHeaders('wretch', async (url) => (await import('wretch')).default(url).get().text()),
];

const ONE_MESSAGE = { requestStream: false, responseStream: false, path: '/a.B/C', requestSerialize: (value) => value, requestDeserialize: (value) => value, responseSerialize: (value) => value, responseDeserialize: (value) => value };

const NOBODY = { connectionRetryLimit: 0, queryRetryLimit: 0 };
/** A driver whose connections are there at once and answer everything with nothing. */
const slonik = async (options) => {
  const { createDriverFactory, createPool } = await import('slonik');
  const answer = async () => ({ command: 'SELECT', fields: [], rowCount: 0, rows: [] });
  const driverFactory = createDriverFactory(async () => ({ createPoolClient: async () => ({ connect: async () => undefined, end: async () => undefined, query: answer, stream: answer }) }));
  return createPool('postgres://h/d', { ...NOBODY, driverFactory, ...options });
};
const startedWith = async () => {
  const { createPool } = await import('slonik');
  let said = '';
  await silent(async (_url, port) => Promise.race([createPool(`postgres://u:p@127.0.0.1:${port}/d?sslmode=disable`, NOBODY).catch(() => undefined), (await import('./clock.mjs')).really(500)]), { onData: (bytes) => { said += bytes.toString('latin1'); } });
  return /statement_timeout\0(\d+)\0/.exec(said)?.[1];
};

/** Slonik's pool. */
export const pools = [
  waits('slonik: acquire-wait never >=46.0.0', async () => {
    const [{ sql }, pool] = [await import('slonik'), await slonik({ maximumPoolSize: 1 })];
    await new Promise((resolve) => { pool.connect(() => { resolve(); return new Promise(() => undefined); }); });
    return pool.any(sql.unsafe`SELECT 1`);
  }, { says: 'a pool that has run dry makes the next one wait without end' }),
  ends('slonik: connect 5000', async (_url, port) => (await import('slonik')).createPool(`postgres://u:p@127.0.0.1:${port}/d?sslmode=disable`, NOBODY), { give: 100 }),
  reads('slonik: statement 60000', startedWith, 'it asks the server to end statements after so long'),
  reads('slonik: size 10', async () => (await slonik()).configuration.maximumPoolSize),
];

/** Clients with retries and limits of their own. */
export const further = [
  ...[['openai', '>=5.0.0', '<5.0.0'], ['@anthropic-ai/sdk', '>=0.50.0', '<0.50.0']].flatMap(([name, now, before]) => {
    const ask = async (module, baseURL) => {
      const client = new (await import(module)).default({ apiKey: 'k', baseURL, maxRetries: 0 });
      return name === 'openai' ? client.chat.completions.create({ model: 'm', messages: [] }) : client.messages.create({ model: 'm', max_tokens: 1, messages: [] });
    };
    const old = name === 'openai' ? 'openai-at-4' : '@anthropic-ai/sdk-at-0';
    return [ends(`${name}: attempt 300000 ${now}`, (url) => ask(name, url), { give: 2000 }), ends(`${name}: attempt 600000 ${before}`, (url) => ask(old, url), { give: 2000, of: old })];
  }),
  tries(['jsforce: retries 5', 'jsforce: delay 500'], async (instanceUrl) => { const { default: jsforce } = await import('jsforce'); return new jsforce.Connection({ instanceUrl, accessToken: 't' }).query('SELECT Id FROM Account'); }),
  shows('jsforce: total 1800000', 'a server that says nothing is waited for for half an hour', async () => {
    const [{ untilSettled }, { default: jsforce }] = [await import('./clock.mjs'), await import('jsforce')];
    await silent(async (instanceUrl) => {
      const end = await untilSettled(new jsforce.Connection({ instanceUrl, accessToken: 't' }).create('Account', { Name: 'a' }), 4_000_000);
      mustBe([end.is, Math.abs(end.at - 1_800_000) < 2000], ['ended', true], `the call, after ${end.at} ms`);
    });
  }),
  waits('@launchdarkly/node-server-sdk: total never', async (url) => { const { init } = await import('@launchdarkly/node-server-sdk'); return init('sdk-k', { baseUri: url, streamUri: url, eventsUri: url, sendEvents: false, logger: { error() {}, warn() {}, info() {}, debug() {} } }).waitForInitialization(); }),
  shows(['@grpc/grpc-js: retries 1', '@grpc/grpc-js: delay 0'], 'a call that fails is made once where no policy says more, four times where one does', async () => {
    const [{ default: grpc }, { untilSettled }] = [await import('@grpc/grpc-js'), await import('./clock.mjs')];
    const server = new grpc.Server();
    let calls = 0;
    server.addService({ C: ONE_MESSAGE }, { C: (_call, answer) => { calls += 1; answer({ code: grpc.status.UNAVAILABLE }); } });
    const port = await new Promise((resolve, reject) => { server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, bound) => (error ? reject(error) : resolve(bound))); });
    const Client = grpc.makeGenericClientConstructor({ C: ONE_MESSAGE }, 'a.B');
    const policy = { 'grpc.service_config': JSON.stringify({ methodConfig: [{ name: [{}], retryPolicy: { maxAttempts: 4, initialBackoff: '0.01s', maxBackoff: '0.02s', backoffMultiplier: 2, retryableStatusCodes: ['UNAVAILABLE'] } }] }) };
    for (const [options, times] of [[{}, 1], [policy, 4]]) {
      calls = 0;
      const client = new Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), options);
      await untilSettled(new Promise((resolve) => { client.C(Buffer.from('a'), () => resolve()); }));
      mustBe(calls, times, 'calls');
      client.close();
    }
  }),
  shows('effect: retries Infinity', 'what fails again and again is tried without end where no number and no schedule says otherwise', async () => {
    const { Effect } = await import('effect');
    let left = 500;
    await Effect.runPromise(Effect.retry(Effect.suspend(() => ((left -= 1) > 0 ? Effect.fail('no') : Effect.succeed('yes'))), { while: () => true }));
    mustBe(left, 0, 'attempts left');
  }),
];
