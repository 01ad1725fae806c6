import type { Library } from './schema.js';

export const library: Library = {
  package: '@cadence-mq/core',
  name: 'Cadence MQ',
  source: '@cadence-mq/core@0.2.3 dist/index.js, d.ts',
  checkedOn: ['@cadence-mq/core@0.2.3'],
  entryPoints: [
    {
      kind: 'consumer', call: 'createCadence().registerTask', nameAt: '0.taskName', handlers: ['0.handler'], answers: false, repeats: 'never',
      see: '@cadence-mq/core 0.2.3: a job is taken once, one whose worker died stays as it is; only maxRetries, 0 by default, repeats a handler',
    },
  ],
  operations: [
    { call: 'createCadence().*', members: ['scheduleJob'], is: 'publish', effect: 'write', limits: [{ limits: 'total', at: [], default: 'never', see: '@cadence-mq/core 0.2.3: the driver decides' }], see: '@cadence-mq/core 0.2.3' },
    {
      call: 'createCadence().schedulePeriodicJob', is: 'publish', effect: 'idempotent', limits: [{ limits: 'total', at: [], default: 'never', see: '@cadence-mq/core 0.2.3: the driver decides' }],
      see: '@cadence-mq/core 0.2.3: one job for each scheduleId',
    },
  ],
};
