import type { Library } from './schema.js';

export const library: Library = {
  package: '@hocuspocus/server',
  name: 'Hocuspocus',
  source: '@hocuspocus/server@3.4.4 dist/hocuspocus-server.esm.js, types.d.ts',
  checkedOn: ['@hocuspocus/server@3.4.4'],
  types: { Hocuspocus: 'Hocuspocus()', Server: 'Server()' },
  same: [{ path: 'Server.configure()', is: 'Server()' }],
  entryPoints: [
    {
      kind: 'socket', call: 'Server', name: 'Hocuspocus hook', repeats: 'never', answers: false, see: '@hocuspocus/server 3.4.4',
      handlers: ['0.onUpgrade', '0.onConnect', '0.onAuthenticate', '0.onLoadDocument', '0.onChange', '0.onStoreDocument', '0.onAwarenessUpdate', '0.onRequest', '0.onDisconnect', '0.onStateless'],
    },
    {
      kind: 'socket', call: 'Hocuspocus', name: 'Hocuspocus hook', repeats: 'never', answers: false, see: '@hocuspocus/server 3.4.4',
      handlers: ['0.onUpgrade', '0.onConnect', '0.onAuthenticate', '0.onLoadDocument', '0.onChange', '0.onStoreDocument', '0.onAwarenessUpdate', '0.onRequest', '0.onDisconnect', '0.onStateless'],
    },
  ],
  remarks: [
    { options: ['stopOnSignals'], default: true, says: 'destroys the server and ends the process on SIGINT, SIGQUIT and SIGTERM', versions: '>=3.0.0', see: '@hocuspocus/server 3.4.4 dist/hocuspocus-server.esm.js' },
    { options: ['debounce', 'maxDebounce'], default: '2000, 10000', unit: 'ms', says: 'a change is stored that much later: a process that is killed loses it', see: '@hocuspocus/server 3.4.4' },
  ],
};
