import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:http',
  modules: ['http', 'https', 'node:https'],
  name: 'Node http',
  source: 'ran on Node 18.20.8, 20.20.2, 22.23.3, 24.21.0',

  same: [{ path: 'default', is: '' }, { path: 'Server', is: 'createServer' }, { path: 'createServer().listen()', is: 'createServer()' }],
  types: { Server: 'createServer()', ClientRequest: 'request()' },

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
        { limits: 'idle', at: ['result:.keepAliveTimeout', '0.keepAliveTimeout'], default: 5000, see: 'ran on Node 18 to 24' },
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
        { limits: 'idle', at: ['0.timeout', '1.timeout', 'chain:setTimeout:0'], default: 'never', note: 'only emits `timeout`; the request ends when a listener destroys it, and a trickling body outlives it', see: 'ran on Node 18 to 24' },
      ],
      see: 'still pending after 640 s (ran)',
    },
    {
      call: 'get', is: 'outbound', effect: 'read', partnerAt: ['0', '0.host', '0.hostname'],
      limits: [
        { limits: 'total', at: ['0.signal', '1.signal'], unit: 'signal', default: 'never', see: 'nodejs.org http.get' },
        { limits: 'idle', at: ['0.timeout', '1.timeout', 'chain:setTimeout:0'], default: 'never', note: 'only emits `timeout`; the request ends when a listener destroys it', see: 'ran on Node 18 to 24' },
      ],
      see: 'still pending after 640 s (ran)',
    },
  ],

  bodies: [{ call: 'createServer', covers: 'server', limit: { limits: 'body', at: [], unit: 'bytes', default: 'never', note: 'the body is a stream read by hand', see: 'Node 24.21.0' } }],
};
