import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:http',
  modules: ['http', 'https', 'node:https'],
  name: 'Node http',
  source: 'ran on Node 18.20.8, 20.20.2, 22.23.3, 24.21.0',
  checkedOn: ['@types/node@24.19.4'],

  same: [{ path: 'default', is: '' }, { path: 'Server', is: 'createServer' }, { path: 'createServer().listen()', is: 'createServer()' }],
  types: { Server: 'createServer()', ClientRequest: 'request()' },

  answersBy: ['ServerResponse()'],

  callbacks: [
    { call: 'createServer().listen', callback: '-1', runs: 'later' },
    { call: 'createServer().close', callback: '0', runs: 'later' },
    { call: 'createServer().on', callback: '1', runs: 'later', when: { at: '0', is: ['error', 'close', 'listening', 'connection', 'clientError'] } },
    { call: 'request', callback: '-1', runs: 'now' },
    { call: 'get', callback: '-1', runs: 'now' },
  ],

  entryPoints: [
    // An app or router as the argument is mounted.
    { kind: 'http', call: 'createServer', method: 'ALL', name: 'request listener', handlers: ['-1'], answersAt: ['1'], answers: true, repeats: 'client', mount: { childAt: '-1' }, see: 'Node 24.21.0' },
    { kind: 'http', call: 'createServer().on', when: { at: '0', is: ['request'] }, method: 'ALL', name: 'request listener', handlers: ['1'], answersAt: ['1'], answers: true, repeats: 'client', mount: { childAt: '1' }, see: 'Node 24.21.0' },
    { kind: 'socket', call: 'createServer().on', when: { at: '0', is: ['upgrade'] }, nameAt: '0', handlers: ['1'], answers: false, see: 'Node 24.21.0' },
  ],

  resources: [
    {
      create: 'createServer', is: 'server', name: 'HTTP server', opens: ['listen'], mustClose: true, uses: ['-1'],
      close: [
        { call: 'close', awaitable: false, waits: true, callbackAt: '0' },
        { call: 'closeAllConnections', awaitable: false, waits: false, versions: '>=18.2.0' },
      ],
      limits: [
        { limits: 'headers', at: ['result:.requestTimeout', '0.requestTimeout'], default: 300000, offAt: [0], note: 'receives the request; no budget for the handler', see: 'ran on Node 20 and 24' },
        { limits: 'idle', keepsAlive: true, at: ['result:.keepAliveTimeout', '0.keepAliveTimeout'], default: 5000, see: 'ran on Node 18 to 24' },
        { limits: 'idle', at: ['result:.timeout', 'chain:setTimeout:0'], default: 'never', offAt: [0], note: 'socket inactivity; the client sees a reset, no status', see: 'ran on Node 20' },
      ],
      see: 'server.close() returns the server, its callback runs when every connection is gone (ran)',
    },
  ],

  operations: [
    {
      call: 'request', is: 'outbound', effect: 'method', methodAt: '*.method', methodDefault: 'GET', partnerAt: ['0', '0.host', '0.hostname'], keys: ['*.headers.Idempotency-Key'],
      limits: [
        { limits: 'total', at: ['0.signal', '1.signal'], unit: 'signal', default: 'never', see: 'nodejs.org http.request' },
        {
          limits: 'attempt', at: ['0.timeout', '1.timeout', 'chain:setTimeout:0'], default: 'never', onlyIfCalled: { at: ['chain:on(timeout):1', 'chain:once(timeout):1', 'chain:setTimeout:1'], names: ['destroy', 'abort'] },
          note: 'a listener of `timeout` destroys the request; a trickling body outlives it', unrun: 'needs a time: without one no listener is called', see: 'ran on Node 18 to 24',
        },
        { limits: 'idle', at: ['0.timeout', '1.timeout', 'chain:setTimeout:0'], default: 'never', note: 'only emits `timeout`; the request ends when a listener destroys it, and a trickling body outlives it', see: 'ran on Node 18 to 24' },
      ],
      see: 'still pending after 640 s (ran)',
    },
    {
      call: 'get', is: 'outbound', effect: 'read', partnerAt: ['0', '0.host', '0.hostname'],
      limits: [
        { limits: 'total', at: ['0.signal', '1.signal'], unit: 'signal', default: 'never', see: 'nodejs.org http.get' },
        {
          limits: 'attempt', at: ['0.timeout', '1.timeout', 'chain:setTimeout:0'], default: 'never', onlyIfCalled: { at: ['chain:on(timeout):1', 'chain:once(timeout):1', 'chain:setTimeout:1'], names: ['destroy', 'abort'] },
          note: 'a listener of `timeout` destroys the request; a trickling body outlives it', unrun: 'needs a time: without one no listener is called', see: 'ran on Node 18 to 24',
        },
        { limits: 'idle', at: ['0.timeout', '1.timeout', 'chain:setTimeout:0'], default: 'never', note: 'only emits `timeout`; the request ends when a listener destroys it', see: 'ran on Node 18 to 24' },
      ],
      see: 'still pending after 640 s (ran)',
    },
  ],

  bodies: [{ call: 'createServer', covers: 'server', limit: { limits: 'body', at: [], unit: 'bytes', default: 'never', note: 'the body is a stream read by hand', see: 'Node 24.21.0' } }],

  words: [{ is: 'request-part', names: ['method', 'on', 'pipe'], see: 'Node 24: IncomingMessage, ServerResponse' }, { is: 'request', names: ['req'], see: 'Node 24: IncomingMessage, ServerResponse' }],
  remarks: [
    { options: ['connectionsCheckingInterval'], default: 30000, unit: 'ms', says: 'how often headersTimeout and requestTimeout are looked at: a limit of 1 s may end after 31 s', see: 'Node 24: http.createServer' },
    { options: ['maxHeaderSize'], default: 16384, unit: 'bytes', says: 'bounds the headers of a request; its body has no limit', see: 'Node 24: http.createServer' },
    { options: ['headersTimeout'], default: '60000', unit: 'ms', says: 'receiving the request headers; then 408', see: 'ran on loopback' },
    { default: '30000', unit: 'ms', says: 'how often requestTimeout/headersTimeout are checked; an expiry can be noticed this much late', see: 'ran on loopback' },
    { says: '`timeout` without an on(\'timeout\') handler that destroys the request changes nothing (still pending after 640 s)', see: 'ran on loopback' },
    { says: 'on Node 20+ a request that sets no timeout still emits \'timeout\' after 5 s via globalAgent; a listener that destroys the request therefore acts as an undeclared 5 s idle limit', see: 'ran on loopback' },
    { says: 'requestTimeout is not a handler budget: with requestTimeout 300 checked every 50 ms a 1500 ms handler still returned 200', see: 'ran on loopback' },
    { says: 'assigning server.requestTimeout BELOW headersTimeout (default 60000) swaps the two: server.requestTimeout=1000 cut slow headers at 1.0 s but a slow BODY only at 60.0 s. createServer({requestTimeout:1000}) is fine because it lowers headersTimeout too; otherwise also set headersTimeout <= requestTimeout', see: 'ran on loopback' },
    { default: 'none for your own Agent; globalAgent 5000 from Node 19+', unit: 'ms', says: 'limits a statement; only emits "timeout": the request is NOT aborted unless a listener calls req.destroy()', see: 'Node 18.20.8, 20.20.2, 22.23.3, 24.21.0, 26.10.0 (all ran)' },
    { says: 'a request beyond maxSockets of its agent waits without end: neither its timeout nor an AbortSignal ends that wait before a socket is free', see: 'Node 18.20.8, 20.20.2, 22.23.3, 24.21.0, 26.10.0 (all ran)' },
    { options: ['maxSockets'], default: 'Infinity; maxFreeSockets 256', says: 'size of the pool', see: 'Node 18.20.8, 20.20.2, 22.23.3, 24.21.0, 26.10.0 (all ran)' },
    { says: 'keepAlive default: globalAgent false in 18, true from 19; new http.Agent() without options: false', see: 'Node 18.20.8, 20.20.2, 22.23.3, 24.21.0, 26.10.0 (all ran)' },
    { says: 'agent.destroy() does not wait for work in flight: no: destroys sockets', see: 'Node 18.20.8, 20.20.2, 22.23.3, 24.21.0, 26.10.0 (all ran)' },
    { says: 'closing, idle keep-alive connection (has served a request): 18: close waits until keepAliveTimeout. 20, 22, 24, 26: closed at once (0-4 ms)', see: 'node:http Server Node 18.20.8' },
    { says: 'closing, connection that never sent a request: 18, 20, 22, 24: close() AND closeIdleConnections() leave it open (pending > 8 s); only closeAllConnections() ends it. 26: closed at once', see: 'node:http Server Node 18.20.8' },
    { says: 'closing, 1 s request in flight on a keep-alive connection at the time of close(): all versions: response is sent with "connection: keep-alive", and close only completes after keepAliveTimeout more (18: 5.9 s, 20-26: 6.9 s in total). The old connection goes on serving NEW requests after close()', see: 'node:http Server Node 18.20.8' },
    { says: 'closing, closeIdleConnections(): a snapshot: connections busy now become idle later and stay; call it again (or set "Connection: close" on responses) while draining', see: 'node:http Server Node 18.20.8' },
    { says: 'closing, closeAllConnections(): kills in-flight requests at once (client got no body)', see: 'node:http Server Node 18.20.8' },
    { says: 'closing, upgraded socket (WebSocket): not touched by close(), closeIdleConnections() or closeAllConnections(): close stays pending on all versions', see: 'node:http Server Node 18.20.8' },
    { says: 'closing, open streaming / SSE response: close pending until the client leaves', see: 'node:http Server Node 18.20.8' },
    { says: 'closing, new TCP connection after close(): ECONNREFUSED, server.listening false', see: 'node:http Server Node 18.20.8' },
    { says: 'closing, second close(cb): cb error ERR_SERVER_NOT_RUNNING', see: 'node:http Server Node 18.20.8' },
    { says: 'closing, http2 server.close() with an idle session: 18, 20, 22: pending (> 2.5 s). 24, 26: closed at once', see: 'node:http Server Node 18.20.8' },
  ],
};
