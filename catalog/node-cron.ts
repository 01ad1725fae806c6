import type { Library } from './schema.js';

export const library: Library = {
  package: 'node-cron',
  name: 'node-cron',
  source: 'node-cron@4.6.0 dist/node-cron.d.ts, 3.0.3; ran',
  checkedOn: ['node-cron@4.6.0', '@types/node-cron@3.0.11'],
  same: [{ path: 'default', is: '' }],
  entryPoints: [
    { kind: 'schedule', call: 'schedule', nameAt: '0', handlers: ['1'], answers: false, repeats: 'schedule', see: 'node-cron 4.6.0: runs overlap unless noOverlap (ran)' },
    { kind: 'schedule', call: 'createTask', nameAt: '0', handlers: ['1'], answers: false, repeats: 'schedule', see: 'node-cron 4.6.0' },
  ],
  resources: [
    {
      create: 'schedule', is: 'scheduler', name: 'cron task', close: [{ call: 'stop', awaitable: false, waits: false }, { call: 'destroy', awaitable: false, waits: false }],
      mustClose: true, see: 'node-cron 4.6.0',
    },
  ],

  remarks: [
    { options: ['executeTimeout'], default: 'none', unit: 'ms', says: 'listed in TaskOptions; semantics not tested', see: 'node-cron@4.6.0 dist/node-cron.d.ts' },
    { says: 'overlap allowed by default in v3 and v4', see: 'node-cron@4.6.0 dist/node-cron.d.ts' },
    { says: 'runs on every replica unless distributed:true', see: 'node-cron@4.6.0 dist/node-cron.d.ts' },
  ],
};
