import type { Library } from './schema.js';

export const library: Library = {
  package: 'http-shutdown',
  source: 'http-shutdown@1.2.2 index.js; ran',
  checkedOn: ['http-shutdown@1.2.2'],
  same: [{ path: 'default', is: '' }],
  resources: [{ create: '', is: 'server', name: 'http-shutdown server', wraps: ['0'], see: 'http-shutdown 1.2.2' }],
  closers: [
    {
      call: '().shutdown', serverAt: 'creation:0', callbackAt: '0', signals: false, server: 'first', deadline: { limits: 'total', at: [], default: 'never', see: 'http-shutdown 1.2.2: a running request is waited for without end (ran)' },
      see: 'http-shutdown 1.2.2: idle connections are closed at once, others with their answer',
    },
    { call: '().forceShutdown', serverAt: 'creation:0', callbackAt: '0', signals: false, server: 'first', deadline: { limits: 'total', at: [], default: 0, note: 'requests still running are cut', see: 'http-shutdown 1.2.2' }, see: 'http-shutdown 1.2.2: all connections are destroyed (ran)' },
  ],
};
