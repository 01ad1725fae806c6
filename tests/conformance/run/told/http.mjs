import { deaf, ends, mustBe, overHttp, shows, tries, waits } from './tools.mjs';

/** Clients of HTTP. */
export const http = [
  waits(['axios: total never', 'axios: attempt never'], async (url) => (await import('axios')).default.get(url)),
  tries(['axios-retry: retries 3', 'axios-retry: delay 0'], async (url) => {
    const [{ default: axios }, { default: axiosRetry }] = [await import('axios'), await import('axios-retry')];
    const client = axios.create();
    axiosRetry(client);
    return client.get(url);
  }),
  waits('cross-fetch: total never', async (url) => (await import('cross-fetch')).default(url)),
  tries(['fetch-retry: retries 3', 'fetch-retry: delay 1000'], async (url) => (await import('fetch-retry')).default(fetch)(url, { retryOn: [503] })),
  ends('global: headers 300000', (url) => fetch(url), { give: 2000 }),
  ends('global: connect 10000', (url) => fetch(url), { on: deaf, give: 2000 }),
  waits('global: total never', (url) => tricklingFetch(url), { trickles: true, says: 'a body that trickles is read without end' }),
  tries(['got: retries 2', 'got: delay 1000'], async (url) => (await import('got')).default(url)),
  waits(['got: total never', 'got: attempt never'], async (url) => (await import('got')).default(url, { retry: { limit: 0 } })),
  tries(['gaxios: retries 0'], async (url) => (await import('gaxios')).request({ url })),
  tries(['gaxios: retries 0', 'gaxios: delay 100'], async (url) => (await import('gaxios')).request({ url, retryConfig: { retry: 2 } }), { times: 3 }),
  waits('gaxios: total never', async (url) => (await import('gaxios')).request({ url })),
  waits('graphql-request: total never', async (url) => (await import('graphql-request')).request(url, '{ a }'), { trickles: true }),
  tries(['ky: retries 2', 'ky: delay 300'], async (url) => (await import('ky-at-2')).default(url), { least: 0 }),
  ends('ky: attempt 10000 >=2.0.0', async (url) => (await import('ky-at-2')).default(url, { retry: 0 }), { of: 'ky-at-2' }),
  waits(['ky: total never', 'ky: total never >=2.0.0'], async (url) => (await import('ky-at-2')).default(url, { retry: 0, timeout: false }).text(), { trickles: true, of: 'ky-at-2' }),
  ends('ky: total 10000 <2.0.0', async (url) => (await import('ky')).default(url, { retry: 0 })),
  waits('needle: total never', async (url) => (await import('needle')).default('get', url, null, {})),
  waits(['@nestjs/axios: total never', '@nestjs/axios: attempt never'], async (url) => {
    const [{ HttpService }, { default: axios }] = [await import('@nestjs/axios'), await import('axios')];
    return new Promise((resolve, reject) => { new HttpService(axios.create()).get(url).subscribe({ next: resolve, error: reject }); });
  }),
  waits('node-fetch: total never', async (url) => (await import('node-fetch')).default(url)),
  waits('node-fetch: attempt never <3.0.0', async (url) => (await import('node-fetch-at-2')).default(url), { of: 'node-fetch-at-2' }),
  waits('node:http: total never', async (url) => new Promise((resolve, reject) => { import('node:http').then(({ default: one }) => one.get(url, resolve).on('error', reject)); })),
  waits(['node:http2: total never', 'node:http2: idle never'], async (url) => new Promise((resolve, reject) => { import('node:http2').then(({ default: one }) => one.connect(url).on('error', reject).request({ ':path': '/' }).on('response', resolve).on('error', reject)); })),
  waits('node:net: idle never', async (_url, port) => new Promise((resolve) => { import('node:net').then(({ default: net }) => net.connect(port, '127.0.0.1').on('timeout', resolve).on('close', resolve)); })),
  tries(['ofetch: retries 1', 'ofetch: delay 0'], async (url) => (await import('ofetch')).ofetch(url)),
  ends('ofetch: headers 300000', async (url) => (await import('ofetch')).ofetch(url, { retry: 0 }), { give: 2000 }),
  waits(['ofetch: total never', 'ofetch: attempt never'], async (url) => (await import('ofetch')).ofetch(url, { retry: 0 }), { trickles: true }),
  waits('request: attempt never', async (url) => new Promise((resolve, reject) => { import('request').then(({ default: one }) => one.get(url, (error, answer) => (error ? reject(error) : resolve(answer)))); })),
  waits(['superagent: total never', 'superagent: attempt never'], async (url) => (await import('superagent')).default.get(url)),
  tries(['superagent: retries 0'], async (url) => (await import('superagent')).default.get(url)),
  tries(['superagent: retries 0', 'superagent: delay 0'], async (url) => (await import('superagent')).default.get(url).retry(2), { times: 3 }),
  ends('undici: headers 300000', async (url) => { const { fetch: get, Agent } = await import('undici'); return get(url, { dispatcher: new Agent() }); }, { give: 2000 }),
  ends('undici: idle 300000', async (url) => { const { request } = await import('undici'); const { body } = await request(url); return body.text(); }, { greeting: 'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n', give: 2000, says: 'a body that stops coming is waited for for 300 s' }),
  waits(['undici: total never', 'undici: attempt never'], async (url) => { const { request } = await import('undici'); const { body } = await request(url); return body.text(); }, { trickles: true }),
  tries(['undici: retries 5', 'undici: delay 500'], async (url) => { const { RetryAgent, Agent, request } = await import('undici'); return request(url, { dispatcher: new RetryAgent(new Agent()) }); }),
  waits('wretch: total never', async (url) => (await import('wretch')).default(url).get().text(), { trickles: true }),
  tries(['wretch: retries 10', 'wretch: delay 500'], async (url) => { const [{ default: wretch }, { retry }] = [await import('wretch'), await import('wretch/middlewares')]; return wretch(url).middlewares([retry()]).get().res(); }),
  waits('@urql/core: total never', async (url) => { const { Client, fetchExchange } = await import('@urql/core'); return new Client({ url, exchanges: [fetchExchange], preferGetMethod: false }).query('{ a }', {}).toPromise(); }, { trickles: true }),
  waits('@apollo/client: total never', async (uri) => { const { ApolloClient, HttpLink, InMemoryCache, gql } = await import('@apollo/client/core/index.js'); return new ApolloClient({ link: new HttpLink({ uri }), cache: new InMemoryCache() }).query({ query: gql('{ a }') }); }, { trickles: true }),
  tries(['@apollo/client: retries 5', '@apollo/client: delay 600'], async (uri) => { const [{ ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql }, { RetryLink }] = [await import('@apollo/client/core/index.js'), await import('@apollo/client/link/retry/index.js')]; return new ApolloClient({ link: ApolloLink.from([new RetryLink(), new HttpLink({ uri })]), cache: new InMemoryCache() }).query({ query: gql`{ a }` }); }, { counts: 'attempts', least: 0 }),
  waits('@apollo/datasource-rest: total never', async (baseURL) => { const { RESTDataSource } = await import('@apollo/datasource-rest'); return new (class extends RESTDataSource { baseURL = `${baseURL}/`; ask() { return this.get('a'); } })().ask(); }, { trickles: true }),
];

/** SDKs of partners. */
export const partners = [
  waits(['ai: total never', 'ai: total never >=6.0.0'], async () => {
    const { generateText } = await import('ai');
    return generateText({ model: { specificationVersion: 'v3', provider: 'p', modelId: 'm', supportedUrls: {}, doGenerate: () => new Promise(() => undefined) }, prompt: 'p' });
  }),
  shows(['ai: retries 2', 'ai: delay 2000'], 'a model that fails is asked three times, the first time again after 2 s', async () => {
    const [{ generateText, APICallError }, { untilSettled, now }] = [await import('ai'), await import('./clock.mjs')];
    const at = [];
    await untilSettled(generateText({ model: { specificationVersion: 'v3', provider: 'p', modelId: 'm', supportedUrls: {}, doGenerate: async () => { at.push(now()); throw new APICallError({ message: 'no', url: 'u', requestBodyValues: {}, statusCode: 503, isRetryable: true }); } }, prompt: 'p' }));
    mustBe([at.length, at[1] - at[0]], [3, 2000], 'times');
  }),
  ...['openai', '@anthropic-ai/sdk'].flatMap((name) => {
    const ask = async (url, options) => {
      const { default: Client } = await import(name);
      const client = new Client({ apiKey: 'k', baseURL: url, ...options });
      return name === 'openai' ? client.chat.completions.create({ model: 'm', messages: [] }) : client.messages.create({ model: 'm', max_tokens: 1, messages: [] });
    };
    return [
      tries([`${name}: retries 2`, `${name}: delay 500`], (url) => ask(url, {})),
      waits(`${name}: total never`, (url) => ask(url, { maxRetries: 0, timeout: 2 ** 31 - 1 }), { trickles: true }),
    ];
  }),
  tries(['stripe: retries 2', 'stripe: delay 500'], async (_url, port) => { const { default: Stripe } = await import('stripe'); return new Stripe('sk_test_x', { host: '127.0.0.1', port, protocol: 'http' }).customers.create({}); }),
  ends('stripe: attempt 80000', async (_url, port) => { const { default: Stripe } = await import('stripe'); return new Stripe('sk_test_x', { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0 }).customers.create({}); }),
  waits('@slack/web-api: attempt never', async (slackApiUrl) => { const { WebClient } = await import('@slack/web-api'); return new WebClient('t', { slackApiUrl, retryConfig: { retries: 0 } }).chat.postMessage({ channel: 'c', text: 't' }); }, { trickles: true }),
  tries(['@slack/web-api: retries 10', '@slack/web-api: delay 2000'], async (slackApiUrl) => { const { WebClient } = await import('@slack/web-api'); return new WebClient('t', { slackApiUrl }).chat.postMessage({ channel: 'c', text: 't' }); }),
  ends('twilio: attempt 30000', async (uri) => { const { default: twilio } = await import('twilio'); return twilio('AC00000000000000000000000000000000', 't').request({ method: 'get', uri }); }),
  tries(['twilio: retries 0'], async (uri) => { const { default: twilio } = await import('twilio'); return twilio('AC00000000000000000000000000000000', 't').request({ method: 'post', uri }); }),
  tries(['square: retries 2', 'square: delay 1000'], async (baseUrl) => { const { SquareClient } = await import('square'); return new SquareClient({ token: 't', baseUrl }).customers.create({}); }, { least: 0.8 }),
  ends('square: total 60000', async (baseUrl) => { const { SquareClient } = await import('square'); return new SquareClient({ token: 't', baseUrl, maxRetries: 0 }).customers.create({}); }),
  ends('postmark: attempt 180000', async (_url, port) => { const { ServerClient } = await import('postmark'); return new ServerClient('t', { requestHost: `127.0.0.1:${port}`, useHttps: false }).getServer(); }),
  waits('pusher: total never', async (_url, port) => { const { default: Pusher } = await import('pusher'); return new Pusher({ appId: '1', key: 'k', secret: 's', host: '127.0.0.1', port, useTLS: false }).trigger('c', 'e', {}); }),
  waits('@octokit/request: total never', async (baseUrl) => { const { request } = await import('@octokit/request'); return request('GET /x', { baseUrl }); }, { trickles: true }),
  waits('@octokit/rest: total never', async (baseUrl) => { const { Octokit } = await import('@octokit/rest'); return new Octokit({ baseUrl }).repos.get({ owner: 'o', repo: 'r' }); }, { trickles: true }),
  waits('octokit: total never', async (baseUrl) => { const { Octokit } = await import('octokit'); return new Octokit({ baseUrl, throttle: { enabled: false } }).rest.repos.get({ owner: 'o', repo: 'r' }); }, { trickles: true }),
  tries(['octokit: retries 3', 'octokit: delay 1000'], async (baseUrl) => { const { Octokit } = await import('octokit'); return new Octokit({ baseUrl, throttle: { enabled: false } }).rest.repos.get({ owner: 'o', repo: 'r' }); }),
  waits('minio: total never', async (_url, port) => { const { Client } = await import('minio'); return new Client({ endPoint: '127.0.0.1', port, useSSL: false, accessKey: 'a', secretKey: 'b', region: 'us-east-1' }).statObject('bucket', 'o'); }),
  tries(['minio: retries 1', 'minio: delay 400'], async (_url, port) => { const { Client } = await import('minio'); return new Client({ endPoint: '127.0.0.1', port, useSSL: false, accessKey: 'a', secretKey: 'b', region: 'us-east-1' }).statObject('bucket', 'o'); }, { least: 0 }),
  tries(['minio: retries 10', 'minio: delay 4000'], async (_url, port) => { const { Client } = await import('minio-at-8-0-6'); return new Client({ endPoint: '127.0.0.1', port, useSSL: false, accessKey: 'a', secretKey: 'b', region: 'us-east-1' }).statObject('bucket', 'o'); }, { least: 0, of: 'minio-at-8-0-6' }),
  waits('s3mini: total never', async (url) => { const { S3mini } = await import('s3mini'); return new S3mini({ accessKeyId: 'a', secretAccessKey: 'b', endpoint: `${url}/bucket`, region: 'auto' }).getObject('k'); }, { trickles: true }),
  waits('soap: total never', async (url) => { const { default: soap } = await import('soap'); return soap.createClientAsync(`${url}/x?wsdl`); }),
  ends('nodemailer: headers 30000', async (_url, port) => (await import('nodemailer')).default.createTransport({ host: '127.0.0.1', port }).sendMail(MAIL)),
  ends('nodemailer: connect 120000', async (_url, port) => (await import('nodemailer')).default.createTransport({ host: '127.0.0.1', port }).sendMail(MAIL), { on: deaf }),
  ends('nodemailer: attempt 600000', async (_url, port) => (await import('nodemailer')).default.createTransport({ host: '127.0.0.1', port }).sendMail(MAIL), { greeting: '220 x\r\n', says: 'after its greeting, a server that says nothing is waited for for 600000 ms' }),
  ends('@nestjs-modules/mailer: attempt 600000', async (_url, port) => {
    const [{ MailerService }, { default: nodemailer }] = [await import('@nestjs-modules/mailer'), await import('nodemailer')];
    const service = new MailerService({ transport: { host: '127.0.0.1', port } }, { createTransport: (options) => nodemailer.createTransport(options) });
    return service.sendMail(MAIL);
  }, { greeting: '220 x\r\n' }),
  waits(['ldapts: total never'], async (_url, port) => { const { Client } = await import('ldapts'); return new Client({ url: `ldap://127.0.0.1:${port}` }).bind('cn=x', 'y'); }),
  waits(['ldapjs: total never'], async (_url, port) => { const { default: ldap } = await import('ldapjs'); return new Promise((resolve, reject) => { ldap.createClient({ url: `ldap://127.0.0.1:${port}` }).on('error', reject).bind('cn=x', 'y', (error) => (error ? reject(error) : resolve())); }); }),
  waits(['ldapjs: connect never'], async (_url, port) => { const { default: ldap } = await import('ldapjs'); return new Promise((resolve, reject) => { ldap.createClient({ url: `ldap://127.0.0.1:${port}` }).on('error', reject).on('connect', resolve).on('connectTimeout', reject); }); }, { on: deaf }),
  ends('ssh2: total 20000', async (_url, port) => { const { default: ssh2 } = await import('ssh2'); return new Promise((resolve, reject) => { new ssh2.Client().on('ready', resolve).on('error', reject).connect({ host: '127.0.0.1', port, username: 'u', password: 'p' }); }); }),
  waits('@connectrpc/connect: total never', async (baseUrl) => {
    const [{ createConnectTransport }, { EmptySchema }] = [await import('@connectrpc/connect-node'), await import('@bufbuild/protobuf/wkt')];
    return createConnectTransport({ baseUrl, httpVersion: '1.1' }).unary({ name: 'M', methodKind: 'unary', parent: { typeName: 'a.B' }, input: EmptySchema, output: EmptySchema }, undefined, undefined, undefined, {}, undefined);
  }),
  ends('viem: attempt 10000', async (url) => { const { createPublicClient, http: transport } = await import('viem'); return createPublicClient({ transport: transport(url, { retryCount: 0 }) }).getBlockNumber(); }),
  tries(['viem: retries 3', 'viem: delay 150'], async (url) => { const { createPublicClient, http: transport } = await import('viem'); return createPublicClient({ transport: transport(url) }).getBlockNumber(); }),
  ends('@notionhq/client: attempt 60000', async (baseUrl) => { const { Client } = await import('@notionhq/client'); return new Client({ auth: 'a', baseUrl, retry: false }).users.list({}); }),
  tries(['@notionhq/client: retries 2', '@notionhq/client: delay 1000'], async (baseUrl) => { const { Client } = await import('@notionhq/client'); return new Client({ auth: 'a', baseUrl }).users.list({}); }, { body: '{"object":"error","status":503,"code":"service_unavailable","message":"no"}', headers: { 'content-type': 'application/json' } }),
  waits('resend: total never', async (baseUrl) => { process.env.RESEND_BASE_URL = baseUrl; const { Resend } = await import('resend'); return new Resend('re_x').emails.send({ from: 'a@x', to: 'b@x', subject: 's', text: 't' }); }, { trickles: true }),
  ends('telegraf: total 500000', async (apiRoot) => { const { Telegraf } = await import('telegraf'); return new Telegraf('1:a', { telegram: { apiRoot } }).telegram.getMe(); }),
  waits('dockerode: attempt never', async (_url, port) => { const { default: Docker } = await import('dockerode'); return new Docker({ host: '127.0.0.1', port, protocol: 'http' }).listContainers(); }),
  waits('customerio-node: total never', async (url) => { const { APIClient } = await import('customerio-node'); await overHttp(url); return new APIClient('k', { url }).getCustomersByEmail('a@x'); }),
  waits('google-auth-library: total never', async (url) => { const { OAuth2Client } = await import('google-auth-library'); const client = new OAuth2Client(); client.setCredentials({ access_token: 'a', expiry_date: Date.now() + 1e10 }); return client.request({ url, retry: false }); }, { trickles: true }),
  ends('@modelcontextprotocol/sdk: total 60000', async () => {
    const { Client } = await import('@modelcontextprotocol/sdk/client/index.js');
    const client = new Client({ name: 'n', version: '1' });
    await client.connect({ start: async () => undefined, close: async () => undefined, send: async () => undefined });
  }),
  ends('posthog-node: attempt 10000', async (host) => { const { PostHog } = await import('posthog-node'); return new PostHog('k', { host, fetchRetryCount: 0 }).captureImmediate({ distinctId: 'a', event: 'e' }); }),
  tries(['posthog-node: retries 3', 'posthog-node: delay 3000'], async (host) => { const { PostHog } = await import('posthog-node'); return new PostHog('k', { host }).captureImmediate({ distinctId: 'a', event: 'e' }); }),
  ends(['posthog-node: attempt 3000', 'posthog-node: retries 1', 'posthog-node: delay 3000'], async (host) => { const { PostHog } = await import('posthog-node'); return new PostHog('k', { host }).getFeatureFlag('f', 'a'); }, { times: 2, plus: 3000, says: 'two attempts of 3 s, 3 s apart' }),
  waits('@upstash/redis: total never', async (url) => { const { Redis } = await import('@upstash/redis'); return new Redis({ url, token: 't', retry: false }).get('a'); }, { trickles: true }),
  shows(['@upstash/redis: retries 5', '@upstash/redis: delay 2730'], 'a server that cannot be reached is asked six times, at most 2.73 s apart', async () => {
    const [{ Redis }, { untilSettled, now }] = [await import('@upstash/redis'), await import('./clock.mjs')];
    const at = [];
    globalThis.fetch = async () => { at.push(now()); throw new TypeError('fetch failed'); };
    await untilSettled(new Redis({ url: 'http://127.0.0.1:1', token: 't' }).get('a').catch(() => undefined));
    mustBe([at.length, Math.round(Math.max(...at.slice(1).map((time, index) => time - at[index])))], [6, 2730], 'requests and the longest delay');
  }),
  ends('@upstash/ratelimit: total 5000', async () => { const { Ratelimit } = await import('@upstash/ratelimit'); const never = () => new Promise(() => undefined); return new Ratelimit({ redis: { evalsha: never, eval: never, scriptLoad: never, get: never, smismember: never }, limiter: Ratelimit.fixedWindow(1, '1 s') }).limit('a'); }),
];

const MAIL = { from: 'a@x', to: 'b@x', text: 't' };

async function tricklingFetch(url) {
  const response = await fetch(url);
  return response.text();
}
