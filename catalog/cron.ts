import type { Library } from './schema.js';

export const library: Library = {
  package: 'cron',
  name: 'cron',
  source: 'cron@4.4.0 dist/types; ran',
  checkedOn: ['cron@4.4.0'],
  same: [
    { path: 'default', is: '' },
    { path: 'CronJob.from()', is: 'CronJob()' },
  ],
  types: { CronJob: 'CronJob()' },
  entryPoints: [
    { kind: 'schedule', call: 'CronJob', nameAt: '0', handlers: ['1'], answers: false, repeats: 'schedule', see: 'cron 4.4.0: runs overlap unless waitForCompletion (ran)' },
    { kind: 'schedule', call: 'CronJob.from', nameAt: '0.cronTime', handlers: ['0.onTick'], answers: false, repeats: 'schedule', see: 'cron 4.4.0' },
  ],
  resources: [
    { create: 'CronJob', is: 'scheduler', name: 'cron job', close: [{ call: 'stop', awaitable: false, waits: false }], mustClose: true, opens: ['start'], see: 'cron 4.4.0' },
    { create: 'CronJob.from', is: 'scheduler', name: 'cron job', close: [{ call: 'stop', awaitable: false, waits: false }], mustClose: true, opens: ['start'], see: 'cron 4.4.0' },
  ],

  remarks: [
    { says: 'overlap by default; waitForCompletion:true -> 1', see: 'cron@4.4.0 dist/types' },
  ],
};
