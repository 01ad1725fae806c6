import type { Library } from './schema.js';

export const library: Library = {
  package: '@cadence-mq/core',
  name: 'Cadence MQ',
  source: '@cadence-mq/core@0.2.3 dist/index.js, d.ts',
  entryPoints: [
    {
      kind: 'consumer', call: 'createCadence().registerTask', nameAt: '0.taskName', handlers: ['0.handler'], answers: false, repeats: 'redelivery',
      see: '@cadence-mq/core 0.2.3: a job whose worker died is taken again; maxRetries repeats one that failed',
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
