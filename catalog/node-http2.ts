import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:http2',
  modules: ['http2'],
  name: 'Node http2',
  source: 'nodejs.org http2; ran on Node 18 to 26',
  same: [{ path: 'default', is: '' }, { path: 'createSecureServer', is: 'createServer' }, { path: 'createServer().listen()', is: 'createServer()' }],
  types: { Http2Server: 'createServer()', Http2SecureServer: 'createServer()', ClientHttp2Session: 'connect()' },
  entryPoints: [
    { kind: 'http', call: 'createServer', method: 'ALL', name: 'request listener', handlers: ['-1'], answers: true, repeats: 'client', mount: { childAt: '-1' }, see: 'nodejs.org http2' },
    { kind: 'http', call: 'createServer().on', when: { at: '0', is: ['request', 'stream'] }, method: 'ALL', name: 'stream listener', handlers: ['1'], answers: true, repeats: 'client', see: 'nodejs.org http2' },
  ],
  resources: [
    {
      create: 'createServer', is: 'server', name: 'HTTP/2 server', opens: ['listen'], mustClose: true,
      close: [{ call: 'close', awaitable: false, waits: true, callbackAt: '0' }],
      see: 'close() with an idle session stays pending on Node 18 to 22 (ran)',
    },
  ],
  operations: [
    {
      call: 'connect().request', is: 'outbound', effect: 'method', methodAt: '0.:method', methodDefault: 'GET', partnerAt: ['creation:0'],
      limits: [
        { limits: 'total', at: ['1.signal'], unit: 'signal', default: 'never', see: 'nodejs.org http2' },
        { limits: 'idle', at: ['chain:setTimeout:0'], default: 'never', see: 'nodejs.org http2' },
      ],
      see: 'nodejs.org http2session.request',
    },
  ],
};
