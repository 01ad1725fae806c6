import type { Library } from './schema.js';

export const library: Library = {
  package: 'fastify-graceful-shutdown',
  source: 'fastify-graceful-shutdown@5.0.0 index.js',
  checkedOn: ['fastify-graceful-shutdown@5.0.0'],
  same: [{ path: 'default', is: '' }],
  plugins: [{ plugin: '', registeredBy: 'fastify|().register', as: 'register' }],
  closers: [
    {
      call: 'register', serverAt: 'of:', signals: true, server: 'last', order: 'concurrent', deadline: { limits: 'total', at: ['1.timeout'], default: 10000, see: 'fastify-graceful-shutdown 5.0.0' },
      see: 'fastify-graceful-shutdown 5.0.0: handlers run before the drain',
    },
    {
      call: 'fastify|().gracefulShutdown', serverAt: 'of:', cleanups: ['0'], signals: false, server: 'last', order: 'concurrent',
      see: 'fastify-graceful-shutdown 5.0.0: all handlers at once, before the drain',
    },
  ],

  remarks: [
    { says: 'closing a pool in a gracefulShutdown handler cuts in-flight requests', see: 'fastify-graceful-shutdown@5.0.0' },
  ],
};
