import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:worker_threads',
  modules: ['worker_threads'],
  name: 'Node worker_threads',
  source: 'nodejs.org worker_threads',
  same: [{ path: 'default', is: '' }],
  callbacks: [{ call: 'Worker', callback: '0', runs: 'never' }],
  resources: [{ create: 'Worker', is: 'worker', name: 'worker thread', close: [{ call: 'terminate', awaitable: true, waits: false }], freedBy: ['unref'], see: 'nodejs.org worker_threads' }],
};
