import type { Library } from './schema.js';

export const library: Library = {
  package: 'socket.io-client',
  name: 'Socket.IO client',
  source: 'socket.io-client@4.8.4 build/cjs/socket.js; ran',
  checkedOn: ['socket.io-client@4.8.4'],
  same: [
    { path: 'default', is: 'io' },
    { path: 'connect', is: 'io' },
    { path: 'io.connect', is: 'io' },
    { path: 'io().timeout()', is: 'io()' },
    { path: 'io().compress()', is: 'io()' },
  ],
  types: { Socket: 'io()' },
  callbacks: [
    { call: 'io().on', callback: '1', runs: 'later' },
    { call: 'io().once', callback: '1', runs: 'later' },
    { call: 'io().emit', callback: '-1', runs: 'later' },
  ],
  resources: [{ create: 'io', is: 'client', name: 'Socket.IO client', close: [{ call: 'disconnect', awaitable: false, waits: false }, { call: 'close', awaitable: false, waits: false }], mustClose: true, see: 'socket.io-client 4.8.4: it connects again for ever until it is closed' }],
  operations: [
    {
      call: 'io().emitWithAck', is: 'outbound', effect: 'named', dataAt: ['1'],
      limits: [{ limits: 'total', at: ['parent:0', 'creation:1.ackTimeout'], default: 'never', see: 'socket.io-client 4.8.4: without a connection it is kept until there is one (ran)' }], see: 'socket.io-client 4.8.4',
    },
  ],
  remarks: [{ options: ['retries'], default: 0, says: 'with it each event is kept and sent again until it is acknowledged; needs ackTimeout', see: 'socket.io-client 4.8.4' }],
};
