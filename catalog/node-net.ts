import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:net',
  modules: ['net', 'tls', 'node:tls'],
  source: 'nodejs.org net',
  same: [{ path: 'default', is: '' }],
  entryPoints: [{ kind: 'socket', call: 'createServer', handlers: ['-1'], name: 'connection', answers: false, see: 'nodejs.org net' }],
  resources: [
    {
      create: 'createServer', is: 'server', name: 'TCP server', close: [{ call: 'close', awaitable: false, waits: true, callbackAt: '0' }], opens: ['listen'], mustClose: true,
      see: 'nodejs.org net',
    },
  ],
  operations: [
    {
      call: 'connect', is: 'outbound', effect: 'none',
      limits: [{ limits: 'idle', at: ['0.timeout', 'chain:setTimeout:0'], default: 'never', see: 'nodejs.org net: only emits timeout' }], partnerAt: ['0.host', '1'], leavesWith: ['0.host', '1'],
      see: 'nodejs.org net',
    },
    {
      call: 'createConnection', is: 'outbound', effect: 'none',
      limits: [{ limits: 'idle', at: ['0.timeout', 'chain:setTimeout:0'], default: 'never', see: 'nodejs.org net: only emits timeout' }], partnerAt: ['0.host', '1'], leavesWith: ['0.host', '1'],
      see: 'nodejs.org net',
    },
  ],

  remarks: [{ says: 'a secure context, or an https agent, made for each request costs little CPU and loses kept connections and TLS sessions', see: 'Node 24.21.0: 0.44 ms (measured)' }],
};
