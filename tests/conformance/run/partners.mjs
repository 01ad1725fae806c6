import { AMPLE_MS, answering, endOf, mustBe, silent, waitsUnlessSet } from './tools.mjs';

const quiet = (promise) => Promise.resolve(promise).catch(() => undefined);

/** Clients of partners and clouds, on a server of their own: a silent one for limits, one that answers 503 for retries. */
export const partners = [
  { covers: '^openai: .*\\| retries|^openai: .*create$', says: 'the OpenAI client sends a POST three times', run: () => countsOf(async (base) => {
    const { default: OpenAI } = await import('openai');
    return new OpenAI({ apiKey: 'k', baseURL: base }).chat.completions.create({ model: 'm', messages: [] });
  }, 3) },
  { covers: '^openai: .*\\| attempt timeout$', says: 'the timeout of the OpenAI client ends one attempt', run: () => silent((url) => waitsUnlessSet(async (timeout) => {
    const { default: OpenAI } = await import('openai');
    return new OpenAI({ apiKey: 'k', baseURL: url, maxRetries: 0, ...(timeout === undefined ? {} : { timeout }) }).chat.completions.create({ model: 'm', messages: [] });
  }, 'create')) },
  { covers: '^openai: .*\\| total signal$', says: 'a signal ends a call of the OpenAI client', run: () => silent((url) => waitsUnlessSet(async (limit) => {
    const { default: OpenAI } = await import('openai');
    return new OpenAI({ apiKey: 'k', baseURL: url }).chat.completions.create({ model: 'm', messages: [] }, limit === undefined ? {} : { signal: AbortSignal.timeout(limit) });
  }, 'create')) },
  { covers: '^@anthropic-ai/sdk: .*\\| retries', says: 'the Anthropic client sends a POST three times', run: () => countsOf(async (base) => {
    const { default: Anthropic } = await import('@anthropic-ai/sdk');
    return new Anthropic({ apiKey: 'k', baseURL: base }).messages.create({ model: 'm', max_tokens: 1, messages: [] });
  }, 3) },
  { covers: '^@anthropic-ai/sdk: .*\\| attempt timeout$', says: 'the timeout of the Anthropic client ends one attempt', run: () => silent((url) => waitsUnlessSet(async (timeout) => {
    const { default: Anthropic } = await import('@anthropic-ai/sdk');
    return new Anthropic({ apiKey: 'k', baseURL: url, maxRetries: 0, ...(timeout === undefined ? {} : { timeout }) }).messages.create({ model: 'm', max_tokens: 1, messages: [] });
  }, 'create')) },
  { covers: '^stripe: .*\\| retries', says: 'Stripe sends a POST three times, each with the same key of its own', run: async () => {
    const { default: Stripe } = await import('stripe');
    const keys = [];
    const seen = await answering(503, (url, _seen, headers) => {
      headers.push((request) => keys.push(request.headers['idempotency-key']));
      return quiet(new Stripe('sk_test_x', at(url)).customers.create({}));
    });
    mustBe([seen.length, new Set(keys).size, keys[0] !== undefined], [3, 1, true], 'requests and keys');
  } },
  { covers: '^stripe: .*\\| attempt timeout$', says: 'Stripe ends an attempt after 80 s, or after its timeout', run: () => silent(async (url) => {
    const { default: Stripe } = await import('stripe');
    mustBe((await endOf(new Stripe('sk_test_x', { ...at(url), maxNetworkRetries: 0 }).customers.list())).is, 'waiting', 'without a limit');
    mustBe((await endOf(new Stripe('sk_test_x', { ...at(url), maxNetworkRetries: 0, timeout: 100 }).customers.list(), AMPLE_MS)).is, 'ended', 'with one');
  }) },
  { covers: '^@slack/web-api: .*\\| attempt timeout$', says: 'the Slack client waits for ever, its timeout ends an attempt', run: () => silent((url) => waitsUnlessSet(async (timeout) => {
    const { WebClient } = await import('@slack/web-api');
    return new WebClient('t', { slackApiUrl: url, retryConfig: { retries: 0 }, ...(timeout === undefined ? {} : { timeout }) }).chat.postMessage({ channel: 'c', text: 't' });
  }, 'postMessage')) },
  { covers: '^@slack/web-api: .*\\| retries', says: 'the Slack client tries a POST again as often as it is told', run: () => countsOf(async (base) => {
    const { WebClient } = await import('@slack/web-api');
    return new WebClient('t', { slackApiUrl: base, retryConfig: { retries: 2, minTimeout: 1, maxTimeout: 1 } }).chat.postMessage({ channel: 'c', text: 't' });
  }, 3) },
  { covers: '^twilio: .*\\| attempt timeout$', says: 'Twilio ends an attempt after its timeout', run: () => silent((url) => waitsUnlessSet(async (timeout) => {
    const { default: twilio } = await import('twilio');
    const client = twilio('AC00000000000000000000000000000000', 't', timeout === undefined ? {} : { timeout });
    return client.request({ method: 'get', uri: url });
  }, 'request')) },
  { covers: '^twilio: .*\\| retries', says: 'Twilio repeats nothing by itself', run: () => countsOf(async (base) => {
    const { default: twilio } = await import('twilio');
    return twilio('AC00000000000000000000000000000000', 't').request({ method: 'post', uri: base });
  }, 1) },
  { covers: '^square: SquareClient.*\\| retries', says: 'Square sends a POST three times', run: () => countsOf(async (base) => {
    const { SquareClient } = await import('square');
    return new SquareClient({ token: 't', baseUrl: base }).customers.create({});
  }, 3) },
  { covers: '^square: SquareClient.*\\| total timeoutInSeconds$', says: "Square's limit counts seconds", run: () => silent(async (url) => {
    const { SquareClient } = await import('square');
    const client = new SquareClient({ token: 't', baseUrl: url, maxRetries: 0 });
    mustBe((await endOf(client.customers.create({}, { timeoutInSeconds: 3 }))).is, 'waiting', '3 s');
    mustBe((await endOf(client.customers.create({}, { timeoutInSeconds: 1 }), 4000)).is, 'ended', '1 s');
  }) },
  { covers: '^postmark: .*\\| attempt', says: 'Postmark ends a silent answer after its timeout, counted in seconds', run: () => silent(async (_url, port) => {
    const { ServerClient } = await import('postmark');
    const client = (timeout) => new ServerClient('t', { requestHost: `127.0.0.1:${port}`, useHttps: false, ...(timeout === undefined ? {} : { timeout }) });
    mustBe((await endOf(client(undefined).getServer())).is, 'waiting', 'without a limit');
    mustBe((await endOf(client(1).getServer(), 4000)).is, 'ended', 'one second');
  }) },
  { covers: '^pusher: .*\\| total', says: 'Pusher waits for ever, its timeout ends that', run: () => silent((_url, port) => waitsUnlessSet(async (timeout) => {
    const { default: Pusher } = await import('pusher');
    return new Pusher({ appId: '1', key: 'k', secret: 's', host: '127.0.0.1', port, useTLS: false, ...(timeout === undefined ? {} : { timeout }) }).trigger('c', 'e', {});
  }, 'trigger')) },
  { covers: '^@octokit/request: .*', says: 'Octokit waits for ever, a signal ends that', run: () => silent((url) => waitsUnlessSet(async (limit) => {
    const { request } = await import('@octokit/request');
    return request('GET /x', { baseUrl: url, request: limit === undefined ? { timeout: 50 } : { signal: AbortSignal.timeout(limit) } });
  }, 'request')) },
  { covers: '^octokit: .*\\| retries', says: 'the full Octokit repeats a request as often as it is told', run: () => countsOf(async (base) => {
    const { Octokit } = await import('octokit');
    return new Octokit({ baseUrl: base, retry: { retries: 1, retryAfterBaseValue: 1 }, throttle: { enabled: false } }).request('GET /x');
  }, 2) },
  { covers: '^graphql-request: .*\\| total', says: 'graphql-request waits for ever, a signal ends that', run: () => silent((url) => waitsUnlessSet(async (limit) => {
    const { GraphQLClient } = await import('graphql-request');
    return new GraphQLClient(url, limit === undefined ? {} : { signal: AbortSignal.timeout(limit) }).request('{ a }');
  }, 'request')) },
  { covers: '^gaxios: request \\| total', says: 'gaxios waits for ever, its timeout ends that', run: () => silent((url) => waitsUnlessSet(async (timeout) => {
    const { request } = await import('gaxios');
    return request({ url, ...(timeout === undefined ? {} : { timeout }) });
  }, 'request')) },
  { covers: '^gaxios: request \\| retries|^gaxios: request$', says: 'gaxios repeats nothing by itself', run: () => countsOf(async (base) => {
    const { request } = await import('gaxios');
    return request({ url: base });
  }, 1) },
  { covers: '^cross-fetch: .*', says: 'cross-fetch waits for ever, a signal ends that', run: () => silent((url) => waitsUnlessSet(async (limit) => {
    const { default: fetch } = await import('cross-fetch');
    return fetch(url, limit === undefined ? {} : { signal: AbortSignal.timeout(limit) });
  }, 'fetch')) },
  { covers: '^request: .*\\| attempt timeout$', says: 'request waits for ever, its timeout ends that', run: () => silent((url) => waitsUnlessSet(async (timeout) => {
    const { default: request } = await import('request');
    return new Promise((resolve, reject) => { request.get(url, timeout === undefined ? {} : { timeout }, (error, answer) => (error === null ? resolve(answer) : reject(error))); });
  }, 'get')) },
  { covers: '^fetch-retry: .*\\| retries', says: 'fetch-retry tries again three times on 503 only where it is told the codes', run: async () => {
    const { default: fetchRetry } = await import('fetch-retry');
    let runs = 0;
    await quiet(fetchRetry(async () => { runs += 1; throw new Error('no'); })('http://x.invalid', { retryDelay: 0 }));
    mustBe(runs, 4, 'runs');
  } },
  { covers: '^minio: .*\\| (total|attempt)|^minio: Client\\(\\)\\.', says: 'minio waits for ever', run: () => silent(async (_url, port) => {
    const { Client } = await import('minio');
    mustBe((await endOf(new Client({ endPoint: '127.0.0.1', port, useSSL: false, accessKey: 'a', secretKey: 'b', region: 'us-east-1' }).statObject('bucket', 'o'))).is, 'waiting', 'statObject');
  }) },
  { covers: '^s3mini: .*\\| total', says: 's3mini waits for ever, requestAbortTimeout ends that', run: () => silent((url) => waitsUnlessSet(async (requestAbortTimeout) => {
    const { S3mini } = await import('s3mini');
    return new S3mini({ accessKeyId: 'a', secretAccessKey: 'b', endpoint: `${url}/bucket`, region: 'auto', ...(requestAbortTimeout === undefined ? {} : { requestAbortTimeout }) }).getObject('k');
  }, 'getObject')) },
  { covers: '^@aws-sdk/client-(sqs|\\*): .*\\| attempt .*requestTimeout$|^@aws-sdk/client-sqs: .*\\| when', says: 'the request timeout of an AWS client only logs, unless it is told to throw', run: () => silent(async (url) => {
    const { SQSClient, ListQueuesCommand } = await import('@aws-sdk/client-sqs');
    const client = (requestHandler) => new SQSClient({ endpoint: url, region: 'x', maxAttempts: 1, credentials: { accessKeyId: 'a', secretAccessKey: 'b' }, logger: undefined, requestHandler: { ...requestHandler, logger: { warn: () => undefined } } });
    mustBe((await endOf(client({ requestTimeout: 100 }).send(new ListQueuesCommand({})))).is, 'waiting', 'requestTimeout');
    mustBe((await endOf(client({ requestTimeout: 100, throwOnRequestTimeout: true }).send(new ListQueuesCommand({})), AMPLE_MS)).is, 'ended', 'and throwOnRequestTimeout');
  }) },
  { covers: '^@aws-sdk/client-sqs: .*\\| attempt .*socketTimeout$', says: 'the socket timeout of an AWS client ends a silent answer', run: () => silent((url) => waitsUnlessSet(async (socketTimeout) => {
    const { SQSClient, ListQueuesCommand } = await import('@aws-sdk/client-sqs');
    return new SQSClient({ endpoint: url, region: 'x', maxAttempts: 1, credentials: { accessKeyId: 'a', secretAccessKey: 'b' }, requestHandler: socketTimeout === undefined ? {} : { socketTimeout } }).send(new ListQueuesCommand({}));
  }, 'send')) },
  { covers: '^@aws-sdk/client-sqs: .*\\| total abortSignal$', says: 'a signal ends a call of an AWS client', run: () => silent((url) => waitsUnlessSet(async (limit) => {
    const { SQSClient, ListQueuesCommand } = await import('@aws-sdk/client-sqs');
    return new SQSClient({ endpoint: url, region: 'x', maxAttempts: 1, credentials: { accessKeyId: 'a', secretAccessKey: 'b' } }).send(new ListQueuesCommand({}), limit === undefined ? {} : { abortSignal: AbortSignal.timeout(limit) });
  }, 'send')) },
  { covers: '^@aws-sdk/client-(sqs|sns|kinesis|eventbridge|\\*): .*\\| retries', says: 'an AWS client makes three attempts, of a write too', run: () => countsOf(async (base) => {
    const { SQSClient, SendMessageCommand } = await import('@aws-sdk/client-sqs');
    return new SQSClient({ endpoint: base, region: 'x', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } }).send(new SendMessageCommand({ QueueUrl: `${base}q`, MessageBody: 'm' }));
  }, 3) },
  { covers: '^@aws-sdk/client-dynamodb: .*\\| retries', says: 'the DynamoDB client makes four attempts', run: () => countsOf(async (base) => {
    const { DynamoDBClient, PutItemCommand } = await import('@aws-sdk/client-dynamodb');
    return new DynamoDBClient({ endpoint: base, region: 'x', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } }).send(new PutItemCommand({ TableName: 't', Item: { id: { S: '1' } } }));
  }, 4) },
  { covers: '^@azure/core-rest-pipeline: createPipelineFromOptions.*\\| retries', says: 'a pipeline of Azure sends a request four times', run: () => countsOf(async (base) => {
    const { createPipelineFromOptions, createDefaultHttpClient, createPipelineRequest } = await import('@azure/core-rest-pipeline');
    return createPipelineFromOptions({ retryOptions: { retryDelayInMs: 1, maxRetryDelayInMs: 1 } }).sendRequest(createDefaultHttpClient(), createPipelineRequest({ url: base, method: 'POST', allowInsecureConnection: true }));
  }, 4) },
  { covers: '^soap: .*\\| (attempt|total)', says: 'soap waits for ever for its description, a timeout ends that', run: () => silent((url) => waitsUnlessSet(async (timeout) => {
    const { default: soap } = await import('soap');
    return soap.createClientAsync(`${url}/x?wsdl`, timeout === undefined ? {} : { wsdl_options: { timeout } });
  }, 'createClientAsync')) },
  { covers: '^nodemailer: .*\\| (connect|headers|attempt)', says: 'nodemailer waits 30 s for a greeting, greetingTimeout shortens that', run: () => silent((_url, port) => waitsUnlessSet(async (greetingTimeout) => {
    const { default: nodemailer } = await import('nodemailer');
    return nodemailer.createTransport({ host: '127.0.0.1', port, ...(greetingTimeout === undefined ? {} : { greetingTimeout }) }).sendMail({ from: 'a@x', to: 'b@x', text: 't' });
  }, 'sendMail')) },
  { covers: '^ldapts: .*\\| (total|attempt|connect)', says: 'ldapts waits for ever, its timeout ends that', run: () => silent((_url, port) => waitsUnlessSet(async (timeout) => {
    const { Client } = await import('ldapts');
    return new Client({ url: `ldap://127.0.0.1:${port}`, ...(timeout === undefined ? {} : { timeout }) }).bind('cn=x', 'y');
  }, 'bind')) },
  { covers: '^ssh2: Client\\(\\)\\.connect \\| total readyTimeout$', says: 'ssh2 waits for a handshake until readyTimeout', run: () => silent((_url, port) => waitsUnlessSet(async (readyTimeout) => {
    const { default: ssh2 } = await import('ssh2');
    return new Promise((resolve, reject) => { new ssh2.Client().on('ready', resolve).on('error', reject).connect({ host: '127.0.0.1', port, username: 'u', password: 'p', ...(readyTimeout === undefined ? {} : { readyTimeout }) }); });
  }, 'connect')) },
  { covers: '^@connectrpc/connect: createClient\\(\\)\\.\\* \\| total', says: 'a Connect transport waits for ever, its default timeout ends that', run: () => silent((url) => waitsUnlessSet(async (defaultTimeoutMs) => {
    const { createConnectTransport } = await import('@connectrpc/connect-node');
    const transport = createConnectTransport({ baseUrl: url, httpVersion: '1.1', ...(defaultTimeoutMs === undefined ? {} : { defaultTimeoutMs }) });
    const { EmptySchema } = await import('@bufbuild/protobuf/wkt');
    return transport.unary({ name: 'M', methodKind: 'unary', parent: { typeName: 'a.B' }, input: EmptySchema, output: EmptySchema }, undefined, undefined, undefined, {}, undefined);
  }, 'unary')) },
  { covers: '^@clickhouse/client: .*\\| statement', says: 'ClickHouse ends a silent answer after its request timeout', run: () => silent((url) => waitsUnlessSet(async (request_timeout) => {
    const { createClient } = await import('@clickhouse/client');
    return createClient({ url, ...(request_timeout === undefined ? {} : { request_timeout }) }).query({ query: 'SELECT 1' });
  }, 'query')) },
  { covers: '^@elastic/elasticsearch: .*\\| attempt', says: 'Elasticsearch 9 waits for ever, its request timeout ends an attempt', run: () => silent((url) => waitsUnlessSet(async (requestTimeout) => {
    const { Client } = await import('@elastic/elasticsearch');
    return new Client({ node: url, maxRetries: 0, ...(requestTimeout === undefined ? {} : { requestTimeout }) }).info();
  }, 'info')) },
  { covers: '^@elastic/elasticsearch: .*\\| retries', says: 'Elasticsearch makes four attempts', run: () => countsOf(async (base) => {
    const { Client } = await import('@elastic/elasticsearch');
    return new Client({ node: base }).info();
  }, 4) },
  { covers: '^viem: .*\\| retries', says: 'viem sends a request four times', run: () => countsOf(async (base) => {
    const { createPublicClient, http } = await import('viem');
    return createPublicClient({ transport: http(base, { retryDelay: 1 }) }).getBlockNumber();
  }, 4) },
];

const at = (url) => ({ host: '127.0.0.1', port: Number(new URL(url).port), protocol: 'http' });

/** How many requests a client makes of a server that answers 503. */
async function countsOf(call, expected) {
  mustBe((await answering(503, (url) => quiet(call(url)))).length, expected, 'requests');
}
