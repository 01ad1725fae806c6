import type { Library } from './schema.js';

export const library: Library = {
  package: 'bull',
  name: 'Bull',
  attemptsBy: 'bull',
  source: 'bull@4.16.5 lib/queue.js, lib/job.js; ran',
  checkedOn: ['bull@4.16.5'],
  same: [{ path: 'default', is: '' }],
  types: { Queue: '()' },
  callbacks: [{ call: '().on', callback: '1', runs: 'later' }],
  entryPoints: [
    {
      kind: 'consumer', call: '().process', nameAt: 'creation:0', handlers: ['-1'], answers: false, repeats: 'redelivery',
      see: 'bull 4.16.5; a processor given as a file runs in another process',
    },
  ],
  resources: [{ create: '', is: 'worker', name: 'Bull queue', close: [{ call: 'close', awaitable: true, waits: true }], mustClose: true, takesBy: ['process'], see: 'bull 4.16.5: close() waits for running jobs (ran)' }],
  operations: [
    {
      call: '().add', is: 'publish', effect: 'write', dataAt: ['0', '1'], keys: ['1.jobId', '2.jobId', '1.repeat.cron', '1.repeat.every', '2.repeat.cron', '2.repeat.every'], limits: [{ limits: 'total', at: ['creation:1.redis.commandTimeout', 'creation:2.redis.commandTimeout'], default: 'never', see: 'bull 4.16.5' }],
      redelivers: {
        at: ['1.attempts', '2.attempts', 'creation:1.defaultJobOptions.attempts', 'creation:2.defaultJobOptions.attempts'], counts: 'attempts', default: 1, writes: true,
        delay: { at: ['1.backoff.delay', '1.backoff', '2.backoff.delay', 'creation:1.defaultJobOptions.backoff.delay', 'creation:2.defaultJobOptions.backoff.delay'], default: 0 }, see: 'bull 4.16.5 (ran)',
      },
      see: 'bull 4.16.5',
    },
    { call: '().addBulk', is: 'publish', effect: 'write', keys: ['0[].opts.jobId'], limits: [{ limits: 'total', at: ['creation:1.redis.commandTimeout', 'creation:2.redis.commandTimeout'], default: 'never', see: 'bull 4.16.5' }], see: 'bull 4.16.5' },
  ],

  words: [{ is: 'gives-back', names: ['moveToFailed', 'retry', 'discard'], see: 'bull@4.16.5 lib/job.js' }],
  remarks: [
    { options: ['redis'], says: 'limits connecting', see: 'bull@4.16.5' },
  ],
};
