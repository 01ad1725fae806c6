import type { Library } from './schema.js';

export const library: Library = {
  package: 'ssh2',
  modules: ['ssh2-sftp-client'],
  name: 'ssh2',
  source: 'ssh2@1.17.0 lib/client.js; ran',
  checkedOn: ['ssh2@1.17.0', '@types/ssh2@1.15.6', '@types/ssh2-sftp-client@9.0.6', 'ssh2-sftp-client@12.1.1'],
  same: [{ path: 'default', is: '' }],
  types: { Client: 'Client()' },
  callbacks: [
    { call: 'Client().exec', callback: '-1', runs: 'now' },
    { call: 'Client().sftp', callback: '-1', runs: 'now' },
    { call: 'Client().on', callback: '1', runs: 'later' },
  ],
  operations: [
    {
      call: 'Client().connect', is: 'outbound', effect: 'none', partnerAt: ['0.host'],
      limits: [{ limits: 'total', at: ['0.readyTimeout'], default: 20000, offAt: [0], see: 'ssh2 1.17.0: 20.2 s (ran)' }], see: 'ssh2 1.17.0',
    },
    {
      call: 'Client().*', members: ['exec', 'shell', 'sftp'], is: 'outbound', effect: 'none',
      limits: [{ limits: 'total', at: [], default: 'never', see: 'ssh2 1.17.0: no limit after the handshake' }], see: 'ssh2 1.17.0',
    },
    {
      call: '().*', members: ['get', 'put', 'list', 'delete', 'rename', 'mkdir', 'fastPut', 'fastGet', 'connect'], is: 'outbound', effect: 'idempotent',
      limits: [{ limits: 'total', at: [], default: 'never', see: 'ssh2-sftp-client' }], see: 'ssh2-sftp-client',
    },
  ],

  remarks: [
    { options: ['keepaliveInterval'], default: '0 (off)', unit: 'ms', says: 'dead peer detection together with keepaliveCountMax 3', see: 'ssh2@1.17.0 lib/client.js' },
    { says: 'exec()/sftp operations after ready have no timeout', see: 'ssh2@1.17.0 lib/client.js' },
  ],
};
