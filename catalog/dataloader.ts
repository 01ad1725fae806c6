import type { Library } from './schema.js';

export const library: Library = {
  package: 'dataloader',
  name: 'DataLoader',
  source: 'dataloader@2.2.3 index.js: the batch function runs after the loads of one tick',
  checkedOn: ['dataloader@2.2.3'],
  same: [{ path: 'default', is: '' }],
  types: { DataLoader: '()' },
  callbacks: [{ call: '', callback: '0', runs: 'never' }],
  wrappers: [
    { call: '().load', guard: 'none', function: 'creation:0', gives: 'result', batches: true, see: 'dataloader 2.2.3' },
    { call: '().loadMany', guard: 'none', function: 'creation:0', gives: 'result', see: 'dataloader 2.2.3' },
  ],
};
