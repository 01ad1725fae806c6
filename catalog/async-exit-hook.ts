import type { Library } from './schema.js';

export const library: Library = {
  package: 'async-exit-hook',
  modules: ['exit-hook', 'signal-exit', 'node-graceful-shutdown'],
  source: 'async-exit-hook, exit-hook (README)',
  checkedOn: ['async-exit-hook@2.0.1', '@types/exit-hook@1.1.0', 'exit-hook@5.1.0', 'node-graceful-shutdown@1.1.5'],
  same: [
    { path: 'default', is: '' },
    { path: 'asyncExitHook', is: '' },
    { path: 'onExit', is: '' },
    { path: 'onShutdown', is: '' },
  ],
  closers: [{ call: '', cleanups: ['-1'], signals: true, server: 'no', order: 'registered', see: 'async-exit-hook' }],
};
