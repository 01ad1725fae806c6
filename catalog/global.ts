import type { Library } from './schema.js';

export const library: Library = {
  package: 'global',
  name: 'Node globals',
  source: 'fetch ran on Node 18.20.8, 20.20.2, 22.23.3, 24.21.0; nodejs.org globals, process, timers',
  checkedOn: ['@types/bun@1.4.5', '@types/deno@2.7.0', '@types/node@24.19.4', 'bun-types@1.4.5'],

  same: [{ path: 'globalThis', is: '' }, { path: 'global', is: '' }, { path: 'process', is: 'node:process|' }],

  callbacks: [
    { call: 'setTimeout', callback: '0', runs: 'later' },
    { call: 'setImmediate', callback: '0', runs: 'later', soon: true },
    { call: 'queueMicrotask', callback: '0', runs: 'later', soon: true },
    { call: 'AsyncDisposableStack().defer', callback: '0', runs: 'never' }, { call: 'AsyncDisposableStack().adopt', callback: '1', runs: 'never' },
    { call: 'DisposableStack().defer', callback: '0', runs: 'never' }, { call: 'DisposableStack().adopt', callback: '1', runs: 'never' },
  ],

  hooks: [
    { calls: ['AsyncDisposableStack().disposeAsync'], by: 'AsyncDisposableStack().defer', handlerAt: '0', reverse: true, see: 'Node 24.21.0: one after the other, the last one first (ran)' },
    { calls: ['AsyncDisposableStack().disposeAsync'], by: 'AsyncDisposableStack().adopt', handlerAt: '1', passes: ['0'], reverse: true, see: 'Node 24.21.0 (ran)' },
    { calls: ['AsyncDisposableStack().disposeAsync'], by: 'AsyncDisposableStack().use', handlerAt: '0', method: '[Symbol.asyncDispose]', reverse: true, see: 'Node 24.21.0 (ran)' },
    { calls: ['DisposableStack().dispose'], by: 'DisposableStack().defer', handlerAt: '0', reverse: true, see: 'Node 24.21.0 (ran)' },
    { calls: ['DisposableStack().dispose'], by: 'DisposableStack().adopt', handlerAt: '1', passes: ['0'], reverse: true, see: 'Node 24.21.0 (ran)' },
    { calls: ['DisposableStack().dispose'], by: 'DisposableStack().use', handlerAt: '0', method: '[Symbol.dispose]', reverse: true, see: 'Node 24.21.0 (ran)' },
  ],

  values: [
    { call: 'AbortSignal.timeout', gives: 'signal', from: '0' },
    { call: 'AbortSignal.any', gives: 'signal', from: '0[]' },
    { call: 'AbortController', gives: 'signal' },
    { call: 'Number', gives: 'number', from: '0' },
    { call: 'Number.parseInt', gives: 'number', from: '0' },
    { call: 'Number.parseFloat', gives: 'number', from: '0' },
    { call: 'parseInt', gives: 'number', from: '0' },
    { call: 'parseFloat', gives: 'number', from: '0' },
    { call: 'Object.freeze', gives: 'argument', from: '0' },
    { call: 'Symbol', gives: 'token' },
    { call: 'Symbol.for', gives: 'argument', from: '0' },
    { call: 'Proxy', gives: 'argument', from: '0' },
    { call: 'Object.assign', gives: 'merge', from: '0..' },
  ],

  draws: [{ call: 'crypto.randomUUID' }, { call: 'crypto.getRandomValues' }, { call: 'Math.random' }, { call: 'Date.now' }, { call: 'Date', onlyWithoutArguments: true }, { call: 'performance.now' }],
  entryPoints: [
    { kind: 'schedule', call: 'setInterval', nameAt: '1', name: 'interval', handlers: ['0'], answers: false, repeats: 'schedule', see: 'nodejs.org timers' },
    { kind: 'schedule', call: 'setTimeout', again: true, nameAt: '1', name: 'interval', handlers: ['0'], answers: false, repeats: 'schedule', see: 'nodejs.org timers' },
    { kind: 'http', call: 'Bun.serve', method: 'ALL', name: 'request listener', handlers: ['0.fetch'], answers: true, repeats: 'client', see: 'Bun 1.4.5 (ran)' },
    { kind: 'http', call: 'Deno.serve', method: 'ALL', name: 'request listener', handlers: ['-1'], answers: true, repeats: 'client', see: 'Deno 2.9.6 (ran)' },
  ],

  resources: [
    { create: 'setInterval', is: 'timer', name: 'interval', mustClose: true, freedBy: ['unref'], close: [{ call: 'clearInterval', at: '0', awaitable: false, waits: false }], see: 'nodejs.org timers' },
    { create: 'Bun.serve', is: 'server', name: 'Bun server', mustClose: true, close: [{ call: 'stop', awaitable: true, waits: true }], see: 'Bun 1.4.5: stop() waits for responses, stop(true) does not (ran)' },
    { create: 'Deno.serve', is: 'server', name: 'Deno server', mustClose: true, close: [{ call: 'shutdown', awaitable: true, waits: true }], see: 'Deno 2.9.6: shutdown() waits; aborting its signal loses responses (ran)' },
    { create: 'WebSocket', is: 'client', name: 'WebSocket', close: [{ call: 'close', awaitable: false, waits: false }], versions: '>=22.0.0', see: 'nodejs.org globals' },
  ],

  operations: [
    { call: 'setTimeout', is: 'sleep', effect: 'none', limits: [{ limits: 'total', at: ['1'], default: 1, see: 'nodejs.org timers' }], see: 'nodejs.org timers' },
    {
      call: 'fetch', is: 'outbound', effect: 'method', methodAt: '1.method', methodDefault: 'GET', partnerAt: ['0'],
      dataAt: ['1.body'], keys: ['1.headers.Idempotency-Key', '1.headers.X-Idempotency-Key', '1.headers.PayPal-Request-Id'],
      limits: [
        { limits: 'total', at: ['1.signal'], unit: 'signal', default: 'never', note: 'without a signal it ends after 300 s without headers; a trickling body has no end', see: 'ran on Node 18 to 24: 302 to 308 s' },
        { limits: 'headers', at: [], default: 300000, see: 'undici lib/dispatcher/client.js' },
        { limits: 'connect', at: [], default: 10000, see: 'undici lib/core/connect.js; 10.5 s (ran)' },
      ],
      see: 'ran on Node 18 to 24',
    },
  ],

  blocking: [{ calls: ['Atomics.wait'], blocks: 'wait', cost: 'high', instead: 'Atomics.waitAsync', see: 'Node 24.21.0: exactly its timeout (ran)' }],

  words: [
    { is: 'url-part', names: ['searchParams'], see: 'the Fetch standard' }, { is: 'request-part', names: ['method', 'body', 'json', 'text', 'formData'], see: 'the Fetch standard' },
    { is: 'request', names: ['body'], see: 'the Fetch standard' },
  ],
  remarks: [
    { says: 'does not reject on 4xx/5xx: check response.ok', see: 'ran on loopback' },
    { says: 'an AbortController cleared (clearTimeout) right after headers leaves the body unbounded', see: 'ran on loopback' },
  ],
};
