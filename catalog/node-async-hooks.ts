import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:async_hooks',
  modules: ['async_hooks'],
  source: 'nodejs.org async_context',
  same: [{ path: 'default', is: '' }],
  callbacks: [
    { call: 'AsyncLocalStorage().run', callback: '1', runs: 'now', gives: true },
    { call: 'AsyncLocalStorage().exit', callback: '0', runs: 'now', gives: true },
    { call: 'AsyncResource().runInAsyncScope', callback: '0', runs: 'now', gives: true },
  ],
  values: [
    { call: 'AsyncLocalStorage().getStore', gives: 'put', from: '0', by: ['AsyncLocalStorage().run', 'AsyncLocalStorage().enterWith'] },
    { call: 'AsyncLocalStorage.bind', gives: 'function', from: '0' },
    { call: 'AsyncResource.bind', gives: 'function', from: '0' },
  ],
};
