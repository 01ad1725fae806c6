import type { Library } from './schema.js';

export const library: Library = {
  package: 'workerpool',
  source: 'workerpool (README)',
  checkedOn: ['workerpool@10.0.3'],
  same: [{ path: 'default', is: '' }],
  callbacks: [{ call: 'pool().exec', callback: '0', runs: 'never' }],
  resources: [{ create: 'pool', is: 'pool', name: 'worker pool', close: [{ call: 'terminate', awaitable: true, waits: true }], see: 'workerpool' }],
};
