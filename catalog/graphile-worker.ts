import type { Library } from './schema.js';

export const library: Library = {
  package: 'graphile-worker',
  name: 'Graphile Worker',
  attemptsBy: 'graphile-worker',
  source: 'graphile-worker@0.18.0 dist/interfaces.d.ts, dist/config.js',
  checkedOn: ['graphile-worker@0.18.0'],
  types: { Runner: 'run()', WorkerUtils: 'makeWorkerUtils()' },
  entryPoints: [
    { kind: 'consumer', call: 'run', name: 'Graphile Worker task', handlers: ['0.taskList.*'], answers: false, repeats: 'redelivery', see: 'graphile-worker 0.18.0' },
  ],
  resources: [
    { create: 'run', is: 'worker', name: 'Graphile Worker', close: [{ call: 'stop', awaitable: true, waits: true }], mustClose: true, see: 'graphile-worker 0.18.0 dist/runner.js: stops by itself on signals unless `noHandleSignals` is set' },
    { create: 'makeWorkerUtils', is: 'client', name: 'Graphile Worker utilities', close: [{ call: 'release', awaitable: true, waits: true }], mustClose: true, see: 'graphile-worker 0.18.0' },
  ],
  closers: [{ call: 'run', signals: true, server: 'no', see: 'graphile-worker 0.18.0 dist/main.js: waits for running tasks, then ends the process by the same signal' }],
  operations: [
    {
      call: 'makeWorkerUtils().addJob', is: 'publish', effect: 'write', keys: ['2.jobKey'], limits: [{ limits: 'total', at: [], default: 'never', see: 'graphile-worker 0.18.0: as its pool of pg does' }],
      redelivers: { at: ['2.maxAttempts'], counts: 'attempts', default: 25, writes: true, delay: { default: 'unknown' }, see: 'graphile-worker 0.18.0 dist/interfaces.d.ts' },
      see: 'graphile-worker 0.18.0: a job with the same jobKey is replaced',
    },
    {
      call: 'run().addJob', is: 'publish', effect: 'write', keys: ['2.jobKey'], limits: [{ limits: 'total', at: [], default: 'never', see: 'graphile-worker 0.18.0: as its pool of pg does' }],
      redelivers: { at: ['2.maxAttempts'], counts: 'attempts', default: 25, writes: true, delay: { default: 'unknown' }, see: 'graphile-worker 0.18.0' },
      see: 'graphile-worker 0.18.0: a job with the same jobKey is replaced',
    },
    {
      call: 'quickAddJob', is: 'publish', effect: 'write', keys: ['3.jobKey'], limits: [{ limits: 'total', at: [], default: 'never', see: 'graphile-worker 0.18.0: as its pool of pg does' }],
      redelivers: { at: ['3.maxAttempts'], counts: 'attempts', default: 25, writes: true, delay: { default: 'unknown' }, see: 'graphile-worker 0.18.0' },
      see: 'graphile-worker 0.18.0: opens a pool for this one job',
    },
  ],
};
