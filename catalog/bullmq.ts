import type { Library } from './schema.js';

export const library: Library = {
  package: 'bullmq',
  name: 'BullMQ',
  source: 'bullmq@6.7.0 and 5.81.5 dist/cjs/classes/worker.js, job.js, interfaces/base-job-options.d.ts; ran against Redis 7.0.15',

  types: { Queue: 'Queue()', Worker: 'Worker()', FlowProducer: 'FlowProducer()', QueueEvents: 'QueueEvents()' },
  callbacks: [
    { call: 'Worker().on', callback: '1', runs: 'later' },
    { call: 'QueueEvents().on', callback: '1', runs: 'later' },
  ],

  entryPoints: [
    { kind: 'consumer', call: 'Worker', nameAt: '0', handlers: ['1'], answers: false, repeats: 'redelivery', see: 'bullmq 6.7.0: a stalled job runs again; a processor given as a file runs in another process' },
    { kind: 'consumer', classDecorator: '@nestjs/bullmq|Processor', nameAt: '0', members: ['process'], answers: false, repeats: 'redelivery', see: '@nestjs/bullmq 12.0.0: a class extending WorkerHost' },
  ],

  resources: [
    { create: 'Worker', is: 'worker', name: 'BullMQ worker', mustClose: true, uses: ['2.connection'], close: [{ call: 'close', awaitable: true, waits: true }], see: 'bullmq 6.7.0: close() waits for running jobs, close(true) does not (ran)' },
    { create: 'Queue', is: 'producer', name: 'BullMQ queue', mustClose: true, uses: ['1.connection'], close: [{ call: 'close', awaitable: true, waits: true }, { call: 'disconnect', awaitable: true, waits: false }], see: 'bullmq 6.7.0' },
    { create: 'QueueEvents', is: 'consumer', name: 'BullMQ queue events', mustClose: true, uses: ['1.connection'], close: [{ call: 'close', awaitable: true, waits: true }], see: 'bullmq 6.7.0' },
    { create: 'FlowProducer', is: 'producer', name: 'BullMQ flow producer', mustClose: true, uses: ['0.connection'], close: [{ call: 'close', awaitable: true, waits: true }], see: 'bullmq 6.7.0' },
  ],

  operations: [
    {
      call: 'Queue().add', is: 'publish', effect: 'write', dataAt: ['1'], keys: ['2.jobId', '2.deduplication.id', '2.repeat.key', '2.repeat.pattern', '2.repeat.every', '2.repeat.cron'],
      limits: [{ limits: 'total', at: [], default: 'never', note: 'waits while Redis is away', see: 'bullmq 6.7.0: pending at 15 s (ran)' }],
      redelivers: {
        at: ['2.attempts', 'creation:1.defaultJobOptions.attempts'], counts: 'attempts', default: 1, writes: true,
        delay: { at: ['2.backoff.delay', '2.backoff', 'creation:1.defaultJobOptions.backoff.delay'], default: 0 }, see: 'bullmq 6.7.0 (ran)',
      },
      see: 'bullmq 6.7.0: a second add() with the id of a job that exists is ignored (ran)',
    },
    {
      call: 'Queue().addBulk', is: 'publish', effect: 'write', keys: ['0[].opts.jobId', '0[].opts.deduplication.id'],
      limits: [{ limits: 'total', at: [], default: 'never', see: 'bullmq 6.7.0' }],
      redelivers: { at: ['0[].opts.attempts', 'creation:1.defaultJobOptions.attempts'], counts: 'attempts', default: 1, writes: true, see: 'bullmq 6.7.0' },
      see: 'bullmq 6.7.0',
    },
    { call: 'Queue().upsertJobScheduler', is: 'publish', effect: 'idempotent', limits: [{ limits: 'total', at: [], default: 'never', see: 'bullmq 6.7.0' }], see: 'bullmq 6.7.0' },
    { call: 'FlowProducer().add', is: 'publish', effect: 'write', keys: ['0.opts.jobId'], limits: [{ limits: 'total', at: [], default: 'never', see: 'bullmq 6.7.0' }], see: 'bullmq 6.7.0' },
    { call: 'Queue().*', members: ['getJob', 'getJobs', 'getJobCounts', 'getWaiting', 'getActive', 'getFailed', 'count'], is: 'command', effect: 'read', limits: [{ limits: 'total', at: [], default: 'never', see: 'bullmq 6.7.0' }], see: 'bullmq 6.7.0' },
  ],
};
