import type { Library } from './schema.js';

export const library: Library = {
  package: 'bee-queue',
  attemptsBy: 'bee-queue',
  source: 'bee-queue@2.0.0 lib/defaults.js',
  checkedOn: ['bee-queue@2.0.0'],
  same: [{ path: 'default', is: '' }],
  entryPoints: [{ kind: 'consumer', call: '().process', nameAt: 'creation:0', handlers: ['-1'], answers: false, repeats: 'redelivery', see: 'bee-queue 2.0.0' }],
  resources: [{ create: '', is: 'worker', name: 'Bee queue', close: [{ call: 'close', awaitable: true, waits: true }], mustClose: true, takesBy: ['process'], see: 'bee-queue 2.0.0' }],
  operations: [
    {
      call: '().createJob().save', is: 'publish', effect: 'write', keys: ['parent:0'], limits: [{ limits: 'total', at: [], default: 'never', see: 'bee-queue 2.0.0' }],
      see: 'bee-queue 2.0.0',
    },
  ],
  remarks: [
    { options: ['timeout'], default: 'none', unit: 'ms', says: 'job.timeout(ms) fails a job that takes longer', see: 'bee-queue@2.0.0 lib/job.js' },
  ],
};
