import { ends, overHttp, reads, tries, waits } from './tools.mjs';

const KEYS = { region: 'x', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } };

/** The clients of AWS: a send that nothing ends, three attempts (four of DynamoDB), delays below 100 ms. */
export const aws = [
  ['@aws-sdk/client-sqs', '@aws-sdk/client-sqs', 'SQSClient', 'ListQueuesCommand', 3],
  ['@aws-sdk/client-*', '@aws-sdk/client-sqs', 'SQSClient', 'ListQueuesCommand', 3],
  ['@aws-sdk/client-sns', '@aws-sdk/client-sns', 'SNSClient', 'ListTopicsCommand', 3],
  ['@aws-sdk/client-ses', '@aws-sdk/client-ses', 'SESClient', 'ListIdentitiesCommand', 3],
  ['@aws-sdk/client-eventbridge', '@aws-sdk/client-eventbridge', 'EventBridgeClient', 'ListEventBusesCommand', 3],
  ['@aws-sdk/client-kinesis', '@aws-sdk/client-kinesis', 'KinesisClient', 'ListStreamsCommand', 3],
  ['@aws-sdk/client-dynamodb', '@aws-sdk/client-dynamodb', 'DynamoDBClient', 'ListTablesCommand', 4],
  ['@aws-sdk/lib-dynamodb', '@aws-sdk/client-dynamodb', 'DynamoDBClient', 'ListTablesCommand', 4],
].flatMap(([name, module, client, command, attempts]) => {
  const send = async (endpoint) => {
    const library = await import(module);
    const one = new library[client]({ endpoint, ...KEYS });
    if (name !== '@aws-sdk/lib-dynamodb') return one.send(new library[command]({}));
    const { DynamoDBDocumentClient, GetCommand } = await import('@aws-sdk/lib-dynamodb');
    return DynamoDBDocumentClient.from(one).send(new GetCommand({ TableName: 't', Key: { a: 1 } }));
  };
  return [
    waits([`${name}: total never`, `${name}: attempt never`], send),
    ...(name === '@aws-sdk/client-kinesis' ? [reads([`${name}: retries ${attempts}`], async () => { const library = await import(module); return new library[client](KEYS).config.maxAttempts(); })] : [
      tries([`${name}: retries ${attempts}`, `${name}: delay 50`], send, { counts: 'attempts', least: 0 }),
    ]),
    waits(`${name}: connect never`, send, { on: deafFor, says: 'a server that accepts nobody is waited for without end' }),
  ];
});

/** Other clouds, and what is asked like them. */
export const clouds = [
  waits('@aws-sdk/lib-storage: attempt never', async (endpoint) => upload(endpoint)),
  tries('@aws-sdk/lib-storage: retries 3', (endpoint) => upload(endpoint), { counts: 'attempts' }),
  ends(['aws-sdk: attempt 120000', 'aws-sdk: idle 120000'], async (endpoint) => { const { default: AWS } = await import('aws-sdk'); return new AWS.SQS({ endpoint, region: 'x', accessKeyId: 'a', secretAccessKey: 'b', maxRetries: 0 }).listQueues().promise(); }),
  tries('aws-sdk: retries 3', async (endpoint) => { const { default: AWS } = await import('aws-sdk'); return new AWS.SQS({ endpoint, region: 'x', accessKeyId: 'a', secretAccessKey: 'b' }).listQueues().promise(); }),
  waits(['@azure/core-rest-pipeline: total never', '@azure/core-rest-pipeline: attempt never'], (url) => pipeline(url)),
  tries(['@azure/core-rest-pipeline: retries 3', '@azure/core-rest-pipeline: delay 1000'], (url) => pipeline(url)),
  waits('@azure/storage-blob: total never', (url) => blob(url)),
  tries(['@azure/storage-blob: retries 4', '@azure/storage-blob: delay 4000'], (url) => blob(url), { counts: 'attempts', least: 0 }),
  tries(['@azure/storage-queue: retries 4', '@azure/storage-queue: delay 4000'], async (url) => new (await import('@azure/storage-queue')).QueueClient(`${url}/account/queue`).sendMessage('a'), { counts: 'attempts', least: 0 }),
  waits('@elastic/elasticsearch: attempt never >=9.0.0', async (node) => new (await import('@elastic/elasticsearch')).Client({ node, maxRetries: 0 }).info()),
  waits('@elastic/elasticsearch: total never', async (node) => new (await import('@elastic/elasticsearch')).Client({ node, maxRetries: 0 }).info()),
  ends('@elastic/elasticsearch: attempt 600000 >=8.19.2 <9.0.0', async (node) => new (await import('@elastic/elasticsearch-at-8')).Client({ node, maxRetries: 0 }).info(), { give: 2000, of: '@elastic/elasticsearch-at-8' }),
  ends('@elastic/elasticsearch: attempt 30000 <8.19.2', async (node) => new (await import('@elastic/elasticsearch-at-8-18')).Client({ node, maxRetries: 0 }).info(), { give: 2000, of: '@elastic/elasticsearch-at-8-18' }),
  tries(['@elastic/elasticsearch: retries 3', '@elastic/elasticsearch: delay 0'], async (node) => new (await import('@elastic/elasticsearch')).Client({ node }).info()),
  waits('googleapis: total never', (url) => sheet(url, { retry: false }), { trickles: true }),
  tries(['googleapis: retries 3', 'googleapis: delay 100'], (url) => sheet(url, {})),
  waits(['@google-cloud/storage: total never >=8.0.0'], (apiEndpoint) => bucket('@google-cloud/storage', apiEndpoint, { autoRetry: false })),
  waits(['@google-cloud/storage: attempt never <8.0.0'], (apiEndpoint) => bucket('@google-cloud/storage-at-7', apiEndpoint, { autoRetry: false }), { of: '@google-cloud/storage-at-7' }),
  tries(['@google-cloud/storage: retries 3', '@google-cloud/storage: delay 3000'], (apiEndpoint) => bucket('@google-cloud/storage', apiEndpoint, {}), { least: 0 }),
  waits('@google-cloud/bigquery: total never', (apiEndpoint) => table(apiEndpoint, { autoRetry: false })),
  tries('@google-cloud/bigquery: retries 3', (apiEndpoint) => table(apiEndpoint, {})),
  reads('@google-cloud/pubsub: total 600000', () => gaxTotal('@google-cloud/pubsub/build/src/v1/publisher_client_config.json', 'google.pubsub.v1.Publisher')),
  ends(['firebase-admin: attempt 15000', 'firebase-admin: retries 4', 'firebase-admin: delay 500'], (url) => firebase(url, 'messaging'), { times: 5, plus: 7000, says: 'five attempts, at once, then 1, 2 and 4 s apart' }),
  ends('firebase-admin: attempt 25000', (url) => firebase(url, 'auth'), { times: 5, plus: 7000, says: 'five attempts, at once, then 1, 2 and 4 s apart' }),
  ends('@maxmind/geoip2-node: total 3000', async (url) => { const { WebServiceClient } = await import('@maxmind/geoip2-node'); const real = globalThis.fetch; globalThis.fetch = (_url, options) => real(url, options); return new WebServiceClient('1', 'k').country('1.1.1.1'); }),
  ends('@paddle/paddle-node-sdk: headers 300000', (url) => paddle(url), { give: 2000 }),
  waits('@paddle/paddle-node-sdk: total never', (url) => paddle(url), { trickles: true }),
  reads('@adyen/api-library: attempt 30000', async () => { const { default: { Client, Config } } = await import('@adyen/api-library'); return new Client(new Config({ apiKey: 'k', environment: 'TEST' })).config.connectionTimeoutMillis; }),
];

async function deafFor(use) {
  const { deaf } = await import('./tools.mjs');
  return deaf(use);
}

async function upload(endpoint) {
  const [{ Upload }, { S3Client }] = [await import('@aws-sdk/lib-storage'), await import('@aws-sdk/client-s3')];
  return new Upload({ client: new S3Client({ endpoint, forcePathStyle: true, ...KEYS }), params: { Bucket: 'b', Key: 'k', Body: 'a' } }).done();
}

async function pipeline(url) {
  const { createPipelineFromOptions, createDefaultHttpClient, createPipelineRequest } = await import('@azure/core-rest-pipeline');
  return createPipelineFromOptions({}).sendRequest(createDefaultHttpClient(), createPipelineRequest({ url, method: 'POST', allowInsecureConnection: true }));
}

async function blob(url) {
  const { AnonymousCredential, BlobServiceClient } = await import('@azure/storage-blob');
  return new BlobServiceClient(`${url}/account`, new AnonymousCredential()).getContainerClient('c').getBlockBlobClient('b').getProperties();
}

async function sheet(rootUrl, options) {
  const { sheets } = await import('@googleapis/sheets');
  return sheets({ version: 'v4', auth: 'a', rootUrl: `${rootUrl}/` }).spreadsheets.values.get({ spreadsheetId: 'a', range: 'b' }, options);
}

async function bucket(module, apiEndpoint, retryOptions) {
  process.env.STORAGE_EMULATOR_HOST = apiEndpoint;
  const { Storage } = await import(module);
  return new Storage({ apiEndpoint, projectId: 'p', retryOptions, useAuthWithCustomEndpoint: false }).bucket('b').file('f').getMetadata();
}

async function table(apiEndpoint, retryOptions) {
  const { BigQuery } = await import('@google-cloud/bigquery');
  process.env.BIGQUERY_EMULATOR_HOST = apiEndpoint;
  const client = new BigQuery({ apiEndpoint, projectId: 'p', token: 't', ...retryOptions });
  client.authClient = { authorizeRequest: async (options) => options, request: (options) => import('gaxios').then(({ request }) => request(options)) };
  return client.dataset('d').table('t').getRows();
}

async function config(path) {
  const { readFileSync } = await import('node:fs');
  return JSON.parse(readFileSync(new URL(`../node_modules/${path}`, import.meta.url), 'utf8'));
}

async function gaxTotal(path, name) {
  return (await config(path)).interfaces[name].retry_params.default.total_timeout_millis;
}

async function firebase(url, what) {
  await overHttp(url);
  const { initializeApp } = await import('firebase-admin/app');
  const app = initializeApp({ projectId: 'p', credential: { getAccessToken: async () => ({ access_token: 'a', expires_in: 3600 }) } });
  if (what === 'auth') return (await import('firebase-admin/auth')).getAuth(app).getUser('a');
  return (await import('firebase-admin/messaging')).getMessaging(app).send({ token: 't' });
}

async function paddle(url) {
  const { Paddle } = await import('@paddle/paddle-node-sdk');
  return new Paddle('k', { environment: url }).products.get('p');
}
