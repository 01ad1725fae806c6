import type { Library } from './schema.js';

export const library: Library = {
  package: 'croner',
  name: 'croner',
  source: 'croner@11.0.1 dist/croner.d.ts',
  checkedOn: ['croner@11.0.1'],
  same: [{ path: 'default', is: 'Cron' }],
  types: { Cron: 'Cron()' },
  entryPoints: [
    { kind: 'schedule', call: 'Cron', nameAt: '0', handlers: ['1', '2'], answers: false, repeats: 'schedule', see: 'croner 11.0.1: runs overlap unless protect is set' },
    { kind: 'schedule', call: 'Cron().schedule', nameAt: 'creation:0', handlers: ['0'], answers: false, repeats: 'schedule', see: 'croner 11.0.1' },
  ],
  resources: [{ create: 'Cron', is: 'scheduler', name: 'cron job', close: [{ call: 'stop', awaitable: false, waits: false }], mustClose: true, see: 'croner 11.0.1' }],
  remarks: [
    { options: ['protect'], default: false, says: 'runs overlap unless it is set', see: 'croner 11.0.1' },
    { options: ['catch'], default: false, says: 'what a function throws ends the process as an unhandled rejection unless it is set', see: 'croner 11.0.1' },
  ],
};
