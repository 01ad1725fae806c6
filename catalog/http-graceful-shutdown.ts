import type { Library } from './schema.js';

export const library: Library = {
  package: 'http-graceful-shutdown',
  source: 'http-graceful-shutdown@4.0.0, 3.1.16 lib/index.js; ran',
  checkedOn: ['http-graceful-shutdown@4.0.0'],
  same: [{ path: 'default', is: '' }],
  closers: [
    { call: '', serverAt: '0', cleanups: ['1.preShutdown'], signals: true, server: 'last', order: 'registered', see: 'http-graceful-shutdown 4.0.0: before the server closes' },
    {
      call: '', serverAt: '0', cleanups: ['1.onShutdown', '1.finally'], signals: true, server: 'first', order: 'registered',
      deadline: { limits: 'total', at: ['1.timeout'], default: 30000, versions: '>=4.0.0', see: 'http-graceful-shutdown 4.0.0: ran' },
      see: 'http-graceful-shutdown 4.0.0: preShutdown, drain, onShutdown, finally, exit; 3.x never cuts a hanging request (ran)',
    },
  ],

  remarks: [
    { says: 'second signal: process.exit(1) at once in 4.x', see: 'http-graceful-shutdown@4.0.0' },
  ],
};
