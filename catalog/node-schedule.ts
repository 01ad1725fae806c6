import type { Library } from './schema.js';

export const library: Library = {
  package: 'node-schedule',
  source: 'node-schedule (README)',
  checkedOn: ['node-schedule@2.1.1', '@types/node-schedule@2.1.8'],
  same: [{ path: 'default', is: '' }],
  entryPoints: [{ kind: 'schedule', call: 'scheduleJob', nameAt: '0', handlers: ['-1'], answers: false, repeats: 'schedule', see: 'node-schedule' }],
  resources: [{ create: 'scheduleJob', is: 'scheduler', name: 'scheduled job', close: [{ call: 'cancel', awaitable: false, waits: false }], mustClose: true, see: 'node-schedule' }],
};
