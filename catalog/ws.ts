import type { Library } from './schema.js';

export const library: Library = {
  package: 'ws',
  name: 'ws',
  source: 'ws@8.23.0 lib/websocket-server.js, lib/websocket.js',
  checkedOn: ['ws@8.23.0', '@types/ws@8.18.2'],
  same: [
    { path: 'default', is: 'WebSocket' },
    { path: 'Server', is: 'WebSocketServer' },
    { path: 'WebSocket.Server', is: 'WebSocketServer' },
    { path: 'WebSocket.WebSocketServer', is: 'WebSocketServer' },
  ],
  types: { WebSocket: 'WebSocket()', WebSocketServer: 'WebSocketServer()', Server: 'WebSocketServer()' },
  answersBy: ['WebSocket().send'],
  callbacks: [{ call: 'WebSocket().on', callback: '1', runs: 'later', when: { at: '0', is: ['open', 'close', 'error', 'pong', 'ping'] } }],
  entryPoints: [
    { kind: 'socket', call: 'WebSocketServer().on', when: { at: '0', is: ['connection'] }, nameAt: '0', handlers: ['1'], parameters: ['WebSocket()'], answers: false, see: 'ws 8.23.0' },
    {
      kind: 'socket', call: 'WebSocket().on', when: { at: '0', is: ['message'] }, nameAt: '0', handlers: ['1'], answers: false, repeats: 'client',
      see: 'ws 8.23.0: the rejection of an async listener is unhandled',
    },
  ],
  resources: [
    {
      create: 'WebSocketServer', when: { at: '0.noServer', is: [true] }, is: 'server', name: 'WebSocket server', close: [{ call: 'close', awaitable: false, waits: false, callbackAt: '0' }],
      see: 'ws 8.23.0: listens to nothing, and gets only what an HTTP server hands it',
    },
    {
      create: 'WebSocketServer', is: 'server', name: 'WebSocket server', close: [{ call: 'close', awaitable: false, waits: false, callbackAt: '0' }], mustClose: true,
      uses: ['0.server'], see: 'ws 8.23.0: the sockets stay open',
    },
  ],
  bodies: [{ call: 'WebSocketServer', covers: 'server', limit: { limits: 'body', at: ['0.maxPayload'], unit: 'bytes', default: 104857600, offAt: [0], see: 'ws 8.23.0' } }],

  remarks: [
    { options: ['handshakeTimeout'], default: 'none', unit: 'ms', says: 'client handshake', see: 'ws@8.23.0 lib/websocket-server.js' },
    { says: 'an async message handler\'s rejection is unhandled', see: 'ws@8.23.0 lib/websocket-server.js' },
  ],
};
