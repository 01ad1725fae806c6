import type { Library } from './schema.js';

export const library: Library = {
  package: 'agenda',
  attemptsBy: 'agenda',
  source: 'agenda@6.2.6 dist/index.d.ts, README',
  checkedOn: ['agenda@6.2.6'],
  same: [
    { path: 'default', is: '' },
    { path: 'Agenda', is: '' },
  ],
  types: { Agenda: '()' },
  entryPoints: [{ kind: 'schedule', call: '().define', nameAt: '0', handlers: ['1', '2'], answers: false, repeats: 'redelivery', see: 'agenda 6.2.6: another worker may run it after lockLifetime' }],
  resources: [
    {
      create: '', is: 'scheduler', name: 'Agenda', close: [{ call: 'drain', awaitable: true, waits: true }, { call: 'stop', awaitable: true, waits: false }], mustClose: true,
      opens: ['start'], see: 'agenda 6.2.6',
    },
  ],
  operations: [
    {
      call: '().*', members: ['now', 'schedule', 'create'], is: 'publish', effect: 'write', limits: [{ limits: 'total', at: [], default: 'never', see: 'agenda 6.2.6' }],
      see: 'agenda 6.2.6',
    },
  ],

  remarks: [
    { options: ['lockLifetime'], default: 600000, unit: 'ms', says: 'after it another process may run the same job', see: 'agenda@6.2.6 README' },
    { options: ['maxConcurrency', 'defaultConcurrency'], default: '20 / 5', unit: 'jobs', says: 'a threshold', see: 'agenda@6.2.6 dist/index.d.ts' },
  ],
};
