import type { Library } from './schema.js';

export const library: Library = {
  package: '@hono/node-server',
  name: 'Hono node server',
  source: '@hono/node-server@2.1.8; ran',
  checkedOn: ['@hono/node-server@2.1.8'],
  same: [
    { path: 'createAdaptorServer', is: 'serve' },
    { path: 'serve().listen()', is: 'serve()' },
  ],
  callbacks: [{ call: 'serve', callback: '1', runs: 'later' }],
  entryPoints: [{ kind: 'http', call: 'serve', handlers: [], mount: { childAt: '0.fetch' }, answers: true, see: '@hono/node-server 2.1.8' }],
  resources: [
    {
      create: 'serve', is: 'server', name: 'Hono node server', close: [{ call: 'close', awaitable: false, waits: true, callbackAt: '0' }], mustClose: true, uses: ['0.fetch'],
      limits: [
        { limits: 'idle', keepsAlive: true, at: ['result:.keepAliveTimeout', '0.serverOptions.keepAliveTimeout'], default: 5000, unrun: 'needs the http server below it, whose own default is run', see: '@hono/node-server 2.1.8: an http.Server' },
      ],
      see: '@hono/node-server 2.1.8: serve() gives an http.Server (ran 6.9 s)',
    },
  ],
};
