import type { Library } from './schema.js';

export const library: Library = {
  package: 'pg-boss',
  name: 'pg-boss',
  attemptsBy: 'pg-boss',
  source: 'pg-boss@10.4.2 types.d.ts',
  checkedOn: ['pg-boss@10.4.2'],
  same: [
    { path: 'default', is: '' },
    { path: 'PgBoss', is: '' },
  ],
  types: { PgBoss: '()' },
  entryPoints: [{ kind: 'consumer', call: '().work', nameAt: '0', handlers: ['-1'], answers: false, repeats: 'redelivery', see: 'pg-boss 10.4.2' }],
  resources: [{ create: '', is: 'worker', name: 'pg-boss', close: [{ call: 'stop', awaitable: true, waits: true }], mustClose: true, opens: ['start'], see: 'pg-boss 10.4.2' }],
  operations: [
    {
      call: '().*', members: ['send', 'sendAfter', 'sendThrottled', 'sendDebounced'], is: 'publish', effect: 'write', keys: ['2.singletonKey', '2.id'],
      limits: [{ limits: 'total', at: [], default: 'never', see: 'pg-boss 10.4.2' }], see: 'pg-boss 10.4.2',
    },
  ],
};
