import type { Library } from './schema.js';

export const library: Library = {
  package: 'undici',
  name: 'undici',
  source: 'undici@8.12.4, 7.30.2, 6.29.1 lib/dispatcher/client.js, docs/api/RetryHandler.md; ran on loopback',
  checkedOn: ['undici@8.12.4'],

  same: [
    { path: 'default', is: '' },
    { path: 'Client()', is: 'Pool()' },
    { path: 'Agent()', is: 'Pool()' },
    { path: 'ProxyAgent()', is: 'Pool()' },
    { path: 'RetryAgent()', is: 'Pool()' },
    { path: 'Pool().compose()', is: 'Pool()' },
  ],
  types: { Dispatcher: 'Pool()' },

  settings: [
    { call: 'setGlobalDispatcher', limits: [{ limits: 'headers', at: ['0|0.headersTimeout'], default: 300000, see: 'undici 8.12.4' }], see: 'undici 8.12.4: also for the global fetch' },
  ],

  resources: [
    {
      create: 'Pool', is: 'pool', name: 'undici Pool', close: [{ call: 'close', awaitable: true, waits: true }, { call: 'destroy', awaitable: true, waits: false }],
      limits: [
        { limits: 'acquire-wait', at: [], default: 'never', note: 'requests wait only where `connections` is set', see: 'undici 8.12.4; ran on 6 and 8' },
        { limits: 'queue', at: [], unit: 'count', default: 'never', see: 'undici 8.12.4: no bound on what is queued (ran)' },
        { limits: 'size', at: ['1.connections'], unit: 'count', default: 'never', see: 'undici 8.12.4' },
      ],
      see: 'undici 8.12.4: close() waits for queued requests too (ran)',
    },
    { create: 'Client', is: 'client', name: 'undici Client', close: [{ call: 'close', awaitable: true, waits: true }, { call: 'destroy', awaitable: true, waits: false }], see: 'undici 8.12.4' },
    {
      create: 'Agent', is: 'pool', name: 'undici Agent', close: [{ call: 'close', awaitable: true, waits: true }, { call: 'destroy', awaitable: true, waits: false }],
      limits: [
        { limits: 'acquire-wait', at: [], default: 'never', note: 'requests wait only where `connections` is set', see: 'undici 8.12.4; ran on 6 and 8' },
        { limits: 'size', at: ['0.connections'], unit: 'count', default: 'never', see: 'undici 8.12.4' },
      ],
      see: 'undici 8.12.4',
    },
    {
      create: 'RetryAgent', is: 'client', name: 'undici RetryAgent', uses: ['0'],
      retries: {
        at: ['1.maxRetries'], counts: 'retries', default: 5, writes: false, writesAt: ['1.methods'],
        delay: { at: ['1.minTimeout'], default: 500, factor: 2, factorAt: ['1.timeoutFactor'], cap: 30000, capAt: ['1.maxTimeout'] }, see: 'undici 8.12.4: GET 6 attempts, POST 1 (ran)',
      },
      see: 'undici 8.12.4',
    },
  ],

  operations: [
    {
      call: '*', members: ['request', 'stream', 'pipeline'], is: 'outbound', effect: 'method', methodAt: '1.method', methodDefault: 'GET', partnerAt: ['0'], dataAt: ['1.body'], keys: ['1.headers.Idempotency-Key', '1.headers.X-Idempotency-Key'],
      limits: [
        { limits: 'total', at: ['1.signal'], unit: 'signal', default: 'never', note: 'without a signal it ends after 300 s without headers', see: 'undici 8.12.4; ran' },
        { limits: 'attempt', at: ['1.headersTimeout', '1.dispatcher|0.headersTimeout'], default: 'never', offAt: [0], note: 'until the headers; a trickling body outlives it', see: 'undici 8.12.4 (ran)' },
        { limits: 'headers', at: ['1.headersTimeout', '1.dispatcher|0.headersTimeout'], default: 300000, note: 'does not bound the body', see: 'undici 8.12.4; ran' },
        { limits: 'idle', at: ['1.bodyTimeout', '1.dispatcher|0.bodyTimeout'], default: 300000, note: 'the gap between two chunks of the body', see: 'undici 8.12.4; ran' },
      ],
      see: 'undici 8.12.4',
    },
    {
      call: 'fetch', is: 'outbound', effect: 'method', methodAt: '1.method', methodDefault: 'GET', partnerAt: ['0'], dataAt: ['1.body'], keys: ['1.headers.Idempotency-Key', '1.headers.X-Idempotency-Key'],
      limits: [
        { limits: 'total', at: ['1.signal'], unit: 'signal', default: 'never', note: 'without a signal it ends after 300 s without headers', see: 'undici 8.12.4; ran' },
        { limits: 'attempt', at: ['1.dispatcher|0.headersTimeout'], default: 'never', offAt: [0], note: 'until the headers; a trickling body outlives it', see: 'undici 8.12.4 (ran)' },
        { limits: 'headers', at: ['1.dispatcher|0.headersTimeout'], default: 300000, see: 'undici 8.12.4; ran' },
      ],
      see: 'undici 8.12.4',
    },
    {
      call: 'Pool().*', members: ['request', 'stream', 'pipeline', 'dispatch'], is: 'outbound', effect: 'method', methodAt: '0.method', methodDefault: 'GET', partnerAt: ['creation:0'], acquires: 'per-call', dataAt: ['0.body'], keys: ['0.headers.Idempotency-Key', '0.headers.X-Idempotency-Key'],
      limits: [
        { limits: 'total', at: ['0.signal'], unit: 'signal', default: 'never', note: 'does not end a request that is still queued', see: 'undici 8.12.4; ran on 6 and 8' },
        { limits: 'attempt', at: ['0.headersTimeout', 'creation:1.headersTimeout', 'creation:0.headersTimeout'], default: 'never', offAt: [0], note: 'until the headers; a trickling body outlives it', see: 'undici 8.12.4 (ran)' },
        { limits: 'headers', at: ['0.headersTimeout', 'creation:1.headersTimeout', 'creation:0.headersTimeout'], default: 300000, see: 'undici 8.12.4; ran' },
        { limits: 'idle', at: ['0.bodyTimeout', 'creation:1.bodyTimeout', 'creation:0.bodyTimeout'], default: 300000, see: 'undici 8.12.4; ran' },
      ],
      see: 'undici 8.12.4',
    },
  ],

  remarks: [
    { options: ['pipelining'], default: 1, says: 'how many requests a connection carries before the answer to the first; with connections it decides when requests are queued', see: 'undici 8.12.4 lib/dispatcher/client.js' },
    { options: ['connectTimeout'], default: 10000, unit: 'ms', says: 'limits connecting, also as connect.timeout', see: 'undici 8.12.4' },
    { says: 'with RetryAgent a POST answered 503 REJECTS (UND_ERR_REQ_RETRY) instead of resolving with statusCode 503; throwOnError:false restores it', see: 'undici@7.30.2 docs/docs/api/RetryHandler.md' },
    { says: 'headersTimeout alone does not bound the body, bodyTimeout alone does not bound headers', see: 'undici@7.30.2 docs/docs/api/RetryHandler.md' },
    { says: 'undici 8 needs Node >= 22.19', see: 'undici@7.30.2 docs/docs/api/RetryHandler.md' },
    { says: 'a signal is the only total limit', see: 'undici@8.12.4' },
    { says: 'global fetch has no total timeout', see: 'undici@8.12.4' },
    { says: 'pool.destroy() does not wait for work in flight: UND_ERR_DESTROYED', see: 'undici@8.12.4' },
  ],
};
