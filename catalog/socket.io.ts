import type { Library } from './schema.js';

export const library: Library = {
  package: 'socket.io',
  name: 'Socket.IO',
  source: 'socket.io@4.8.4 dist/index.js; engine.io build/server.js',
  checkedOn: ['socket.io@4.8.4'],
  same: [
    { path: 'default', is: '' },
    { path: 'Server', is: '' },
    { path: '().of()', is: '()' },
    { path: '().use()', is: '()' },
    { path: '().on()', is: '()' },
  ],
  types: { Server: '()', Namespace: '()', Socket: 'Socket()' },
  entryPoints: [
    { kind: 'socket', call: '().on', when: { at: '0', is: ['connection', 'connect'] }, nameAt: '0', handlers: ['1'], parameters: ['Socket()'], answers: false, see: 'socket.io 4.8.4' },
    { kind: 'socket', call: 'Socket().on', nameAt: '0', handlers: ['1'], answers: true, repeats: 'client', see: 'socket.io 4.8.4' },
    { kind: 'middleware', call: '().use', name: 'middleware', handlers: ['0'], parameters: ['Socket()'], answers: true, see: 'socket.io 4.8.4' },
    { kind: 'middleware', call: 'Socket().use', name: 'middleware', handlers: ['0'], answers: true, see: 'socket.io 4.8.4' },
  ],
  resources: [{ create: '', is: 'server', name: 'Socket.IO server', close: [{ call: 'close', awaitable: true, waits: true, callbackAt: '0', closesToo: ['0'] }], mustClose: true, uses: ['0'], see: 'socket.io 4.8.4 dist/index.js close(): the HTTP server that it hangs on too' }],
  operations: [
    {
      call: 'Socket().emitWithAck', is: 'publish', effect: 'write', limits: [{ limits: 'total', at: ['parent:0'], default: 'never', see: 'socket.io 4.8.4: socket.timeout(ms)' }],
      see: 'socket.io 4.8.4',
    },
  ],
  bodies: [{ call: '', covers: 'server', limit: { limits: 'body', at: ['1.maxHttpBufferSize', '0.maxHttpBufferSize'], unit: 'bytes', default: 1000000, see: 'socket.io 4.8.4' } }],

  remarks: [
    { options: ['connectTimeout'], default: '45000', unit: 'ms', says: 'joining a namespace', see: 'socket.io@4.8.4 dist/index.js' },
    { options: ['pingInterval', 'pingTimeout'], default: '25000 / 20000', unit: 'ms', says: 'heartbeat', see: 'socket.io@4.8.4 dist/index.js' },
  ],
};
