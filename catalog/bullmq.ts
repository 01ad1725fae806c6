import type { Library } from './schema.js';

// new Queue(name, options); Nest's registerQueue(options), registerQueueAsync({ useFactory }) and what they take over from forRoot (@nestjs/bullmq 12.0.0 dist/bull.providers.js).
const COMMAND = [
  'creation:0.connection.commandTimeout', 'creation:0.connection|0.commandTimeout', 'creation:0.connection|1.commandTimeout', 'creation:0.connection|2.commandTimeout',
  'creation:0.useFactory().connection.commandTimeout', 'creation:0.useFactory().connection|0.commandTimeout', 'creation:0.useFactory().connection|1.commandTimeout', 'creation:0.useFactory().connection|2.commandTimeout',
  'creation:1.connection.commandTimeout', 'creation:1.connection|0.commandTimeout', 'creation:1.connection|1.commandTimeout', 'creation:1.connection|2.commandTimeout',
  'creation:1.useFactory().connection.commandTimeout', 'creation:1.useFactory().connection|0.commandTimeout', 'creation:1.useFactory().connection|1.commandTimeout', 'creation:1.useFactory().connection|2.commandTimeout',
];
const FLOW_COMMAND = ['creation:0.connection.commandTimeout', 'creation:0.connection|0.commandTimeout', 'creation:0.connection|1.commandTimeout', 'creation:0.connection|2.commandTimeout'];
const NAME = ['creation:0', 'creation:0.name'];

export const library: Library = {
  package: 'bullmq',
  name: 'BullMQ',
  attemptsBy: 'bullmq',
  source: 'bullmq@6.7.0 and 5.81.5 dist/cjs/classes/worker.js, job.js, interfaces/base-job-options.d.ts; ran against Redis 7.0.15',
  checkedOn: ['bullmq@6.7.0'],

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
      limits: [{ limits: 'total', at: COMMAND, default: 'never', note: 'waits while Redis is away', see: 'bullmq 6.7.0: pending at 15 s (ran)' }],
      redelivers: {
        at: ['2.attempts', 'creation:0.defaultJobOptions.attempts', 'creation:0.useFactory().defaultJobOptions.attempts', 'creation:1.defaultJobOptions.attempts', 'creation:1.useFactory().defaultJobOptions.attempts'], counts: 'attempts', default: 1, writes: true, to: NAME,
        delay: { at: ['2.backoff.delay', '2.backoff', 'creation:0.defaultJobOptions.backoff.delay', 'creation:0.useFactory().defaultJobOptions.backoff.delay', 'creation:1.defaultJobOptions.backoff.delay', 'creation:1.useFactory().defaultJobOptions.backoff.delay'], default: 0 }, see: 'bullmq 6.7.0 (ran)',
      },
      see: 'bullmq 6.7.0: a second add() with the id of a job that exists is ignored (ran)',
    },
    {
      call: 'Queue().addBulk', is: 'publish', effect: 'write', keys: ['0[].opts.jobId', '0[].opts.deduplication.id'],
      limits: [{ limits: 'total', at: COMMAND, default: 'never', see: 'bullmq 6.7.0' }],
      redelivers: { at: ['0[].opts.attempts', 'creation:0.defaultJobOptions.attempts', 'creation:0.useFactory().defaultJobOptions.attempts', 'creation:1.defaultJobOptions.attempts', 'creation:1.useFactory().defaultJobOptions.attempts'], counts: 'attempts', default: 1, writes: true, to: NAME, see: 'bullmq 6.7.0' },
      see: 'bullmq 6.7.0',
    },
    { call: 'Queue().upsertJobScheduler', is: 'publish', effect: 'idempotent', limits: [{ limits: 'total', at: COMMAND, default: 'never', see: 'bullmq 6.7.0' }], see: 'bullmq 6.7.0' },
    { call: 'FlowProducer().add', is: 'publish', effect: 'write', keys: ['0.opts.jobId'], limits: [{ limits: 'total', at: FLOW_COMMAND, default: 'never', see: 'bullmq 6.7.0' }], see: 'bullmq 6.7.0' },
    { call: 'Queue().*', members: ['getJob', 'getJobs', 'getJobCounts', 'getWaiting', 'getActive', 'getFailed', 'count'], is: 'command', effect: 'read', limits: [{ limits: 'total', at: COMMAND, default: 'never', see: 'bullmq 6.7.0' }], see: 'bullmq 6.7.0' },
  ],

  provisions: [
    { call: 'Worker', is: 'concurrency', covers: 'consumer', atOnce: { limits: 'size', at: ['2.concurrency'], unit: 'count', default: 1, see: 'bullmq 6.7.0 dist/cjs/classes/worker.js' } },
    { call: '@nestjs/bullmq|Processor', is: 'concurrency', covers: 'consumer', atOnce: { limits: 'size', at: ['1.concurrency'], unit: 'count', default: 1, see: '@nestjs/bullmq 12.0.0' } },
  ],

  words: [{ is: 'gives-back', names: ['moveToFailed', 'moveToDelayed', 'retry'], see: 'bullmq@6.7.0' }],
  remarks: [
    { options: ['concurrency'], default: '1', unit: 'jobs per worker', says: 'a threshold', see: 'bullmq@6.7.0 and 5.81.5 dist/cjs/classes/worker.js' },
    { options: ['limiter', 'max', 'duration'], default: 'off', unit: 'jobs per ms', says: 'a threshold', see: 'bullmq@6.7.0 and 5.81.5 dist/cjs/classes/worker.js' },
    { says: 'a CPU-blocking processor cannot renew its lock: after lockDuration the job counts as stalled and is picked up again (from lock settings; not run)', see: 'bullmq@6.7.0 and 5.81.5 dist/cjs/classes/worker.js' },
    { says: 'Worker throws "Your redis options maxRetriesPerRequest must be null." when given an ioredis instance with the default', see: 'bullmq@6.7.0' },
    { says: 'v6: ioredis is a peer dependency, node-redis and others are accepted; queue.client is gone', see: 'bullmq@6.7.0' },
    { says: 'a job can run twice (stalled): processors must be idempotent', see: 'bullmq@6.7.0' },
    { says: 'worker.close(true) does not wait for work in flight: resolves in 1-3 ms, the processor function goes on and its job stays "active" until stalled', see: 'bullmq@6.7.0' },
  ],
};
