import type { Library } from './schema.js';

const ALL = ['PrismaClient().*.create', 'PrismaClient().*.createMany', 'PrismaClient().*.createManyAndReturn', 'PrismaClient().*.update', 'PrismaClient().*.updateMany', 'PrismaClient().*.updateManyAndReturn', 'PrismaClient().*.upsert', 'PrismaClient().*.delete', 'PrismaClient().*.deleteMany', 'PrismaClient().*.findMany', 'PrismaClient().*.findFirst', 'PrismaClient().*.findFirstOrThrow', 'PrismaClient().*.findUnique', 'PrismaClient().*.findUniqueOrThrow', 'PrismaClient().*.count', 'PrismaClient().*.aggregate', 'PrismaClient().*.groupBy'];

export const library: Library = {
  package: '@prisma/client',
  modules: ['.prisma/client'],
  generated: ['generated/prisma/client', 'generated/prisma', 'generated/client', 'prisma/client', 'generated/prisma/index'],
  name: 'Prisma',
  source: '@prisma/client@7.10.0, 6.19.3, 5.22.0; @prisma/adapter-pg@7.10.1; ran',
  checkedOn: ['@prisma/client@7.10.0', 'prisma@7.10.0', '@prisma/client@6.19.0', 'prisma@6.19.0'],
  same: [
    { path: 'default', is: '' },
    { path: 'PrismaClient().$extends()', is: 'PrismaClient()' },
  ],
  types: { PrismaClient: 'PrismaClient()', 'Prisma.TransactionClient': 'PrismaClient()' },
  hooks: [
    { calls: ALL, by: 'PrismaClient().$extends', handlerAt: '0.query.$allOperations', onlyResult: true, see: '@prisma/client 6.19.0 runtime/library.d.ts: query extensions' }, { calls: ALL, by: 'PrismaClient().$extends', handlerAt: '0.query.$allModels.$allOperations', onlyResult: true, see: '@prisma/client 6.19.0 runtime/library.d.ts: query extensions' },
    { calls: ['PrismaClient().*.create'], by: 'PrismaClient().$extends', handlerAt: '0.query.$allModels.create', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.createMany'], by: 'PrismaClient().$extends', handlerAt: '0.query.$allModels.createMany', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.update'], by: 'PrismaClient().$extends', handlerAt: '0.query.$allModels.update', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.updateMany'], by: 'PrismaClient().$extends', handlerAt: '0.query.$allModels.updateMany', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.upsert'], by: 'PrismaClient().$extends', handlerAt: '0.query.$allModels.upsert', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.delete'], by: 'PrismaClient().$extends', handlerAt: '0.query.$allModels.delete', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.deleteMany'], by: 'PrismaClient().$extends', handlerAt: '0.query.$allModels.deleteMany', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.findMany'], by: 'PrismaClient().$extends', handlerAt: '0.query.$allModels.findMany', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.findFirst'], by: 'PrismaClient().$extends', handlerAt: '0.query.$allModels.findFirst', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.findUnique'], by: 'PrismaClient().$extends', handlerAt: '0.query.$allModels.findUnique', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.count'], by: 'PrismaClient().$extends', handlerAt: '0.query.$allModels.count', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.aggregate'], by: 'PrismaClient().$extends', handlerAt: '0.query.$allModels.aggregate', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.groupBy'], by: 'PrismaClient().$extends', handlerAt: '0.query.$allModels.groupBy', onlyResult: true, see: '@prisma/client 6.19.0' },
    { calls: ALL, by: 'PrismaClient().$extends', handlerAt: '0.query.*.$allOperations', onlyResult: true, see: '@prisma/client 6.19.0: of one model' },
    { calls: ['PrismaClient().*.create'], by: 'PrismaClient().$extends', handlerAt: '0.query.*.create', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.createMany'], by: 'PrismaClient().$extends', handlerAt: '0.query.*.createMany', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.createManyAndReturn'], by: 'PrismaClient().$extends', handlerAt: '0.query.*.createManyAndReturn', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.update'], by: 'PrismaClient().$extends', handlerAt: '0.query.*.update', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.updateMany'], by: 'PrismaClient().$extends', handlerAt: '0.query.*.updateMany', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.updateManyAndReturn'], by: 'PrismaClient().$extends', handlerAt: '0.query.*.updateManyAndReturn', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.upsert'], by: 'PrismaClient().$extends', handlerAt: '0.query.*.upsert', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.delete'], by: 'PrismaClient().$extends', handlerAt: '0.query.*.delete', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.deleteMany'], by: 'PrismaClient().$extends', handlerAt: '0.query.*.deleteMany', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.findMany'], by: 'PrismaClient().$extends', handlerAt: '0.query.*.findMany', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.findFirst'], by: 'PrismaClient().$extends', handlerAt: '0.query.*.findFirst', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.findFirstOrThrow'], by: 'PrismaClient().$extends', handlerAt: '0.query.*.findFirstOrThrow', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.findUnique'], by: 'PrismaClient().$extends', handlerAt: '0.query.*.findUnique', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.findUniqueOrThrow'], by: 'PrismaClient().$extends', handlerAt: '0.query.*.findUniqueOrThrow', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.count'], by: 'PrismaClient().$extends', handlerAt: '0.query.*.count', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.aggregate'], by: 'PrismaClient().$extends', handlerAt: '0.query.*.aggregate', onlyResult: true, see: '@prisma/client 6.19.0' }, { calls: ['PrismaClient().*.groupBy'], by: 'PrismaClient().$extends', handlerAt: '0.query.*.groupBy', onlyResult: true, see: '@prisma/client 6.19.0' },
  ],
  callbacks: [
    { call: 'PrismaClient().$transaction', callback: '0', runs: 'now', parameters: ['PrismaClient()'], gives: true, lacks: [{ members: ['$connect', '$disconnect', '$on', '$extends'] }, { members: ['$transaction'], versions: '<7.5.0' }] },
    { call: 'PrismaClient().$on', callback: '1', runs: 'later' },
  ],
  resources: [
    {
      create: 'PrismaClient', is: 'client', name: 'Prisma client', close: [{ call: '$disconnect', awaitable: true, waits: true }], mustClose: true, versions: '>=7.0.0',
      uses: ['0.adapter'], see: '@prisma/client 7.10.0: the adapter holds the pool',
    },
    {
      create: 'PrismaClient', is: 'pool', name: 'Prisma client', close: [{ call: '$disconnect', awaitable: true, waits: true }], mustClose: true, versions: '<7.0.0', wraps: ['0.adapter'],
      limits: [
        {
          limits: 'acquire-wait', at: ['0.datasourceUrl?pool_timeout', '0.datasources.db.url?pool_timeout'], unit: 's', default: 10000, unrun: 'needs the query engine of major 6, which is not fetched', offAt: [0],
          see: 'prisma-engines quaint/src/connector/postgres/url.rs',
        },
        { limits: 'statement', at: ['0.datasourceUrl?socket_timeout', '0.datasources.db.url?socket_timeout'], unit: 's', default: 'never', unrun: 'needs the query engine of major 6, which is not fetched', see: 'prisma-engines quaint' },
      ],
      see: '@prisma/client 6.19.3 and 5.22.0: the engine gives up after 10 s',
    },
  ],
  operations: [
    {
      call: 'PrismaClient().*.*',
      members: ['findUnique', 'findUniqueOrThrow', 'findFirst', 'findFirstOrThrow', 'findMany', 'count', 'aggregate', 'groupBy', 'findRaw', 'aggregateRaw'], is: 'statement',
      effect: 'read', acquires: 'per-call', lazy: true,
      limits: [
        {
          limits: 'statement', at: ['creation:0.adapter|0.statement_timeout', 'creation:0.adapter|0.query_timeout'], default: 'never', unrun: 'needs the query engine of major 6, which is not fetched',
          see: '@prisma/client 7.10.0: none in Prisma, the driver has one',
        },
        { limits: 'statement', at: ['creation:0.datasourceUrl?socket_timeout', 'creation:0.datasources.db.url?socket_timeout'], unit: 's', default: 'never', unrun: 'needs the query engine of major 6, which is not fetched', see: 'prisma-engines quaint: seconds in the URL of Prisma 5 and 6' },
      ],
      see: '@prisma/client 7.10.0: runs when awaited (ran)',
    },
    {
      call: 'PrismaClient().*.*', members: ['create', 'createMany', 'createManyAndReturn'], is: 'statement', effect: 'write', acquires: 'per-call', lazy: true,
      keys: ['0.skipDuplicates', '0.data.idempotencyKey', '0.data.idempotency_key', '0.data.id'], dataAt: ['0.data', '0.data[]'], tableAt: ['of:'],
      limits: [
        {
          limits: 'statement', at: ['creation:0.adapter|0.statement_timeout', 'creation:0.adapter|0.query_timeout'], default: 'never', unrun: 'needs the query engine of major 6, which is not fetched',
          see: '@prisma/client 7.10.0',
        },
        { limits: 'statement', at: ['creation:0.datasourceUrl?socket_timeout', 'creation:0.datasources.db.url?socket_timeout'], unit: 's', default: 'never', unrun: 'needs the query engine of major 6, which is not fetched', see: 'prisma-engines quaint: seconds in the URL of Prisma 5 and 6' },
      ],
      see: '@prisma/client 7.10.0',
    },
    {
      call: 'PrismaClient().*.*', members: ['update', 'updateMany', 'updateManyAndReturn', 'upsert', 'delete', 'deleteMany'], is: 'statement', effect: 'idempotent',
      relativeBy: ['increment', 'decrement', 'multiply', 'divide', 'push'], failsWithout: ['delete'],
      acquires: 'per-call', lazy: true,
      limits: [
        {
          limits: 'statement', at: ['creation:0.adapter|0.statement_timeout', 'creation:0.adapter|0.query_timeout'], default: 'never', unrun: 'needs the query engine of major 6, which is not fetched',
          see: '@prisma/client 7.10.0',
        },
        { limits: 'statement', at: ['creation:0.datasourceUrl?socket_timeout', 'creation:0.datasources.db.url?socket_timeout'], unit: 's', default: 'never', unrun: 'needs the query engine of major 6, which is not fetched', see: 'prisma-engines quaint: seconds in the URL of Prisma 5 and 6' },
      ],
      see: '@prisma/client 7.10.0; an increment in the data is a write',
    },
    {
      call: 'PrismaClient().*', members: ['$queryRaw', '$queryRawUnsafe', '$queryRawTyped', '$executeRaw', '$executeRawUnsafe'], is: 'statement', effect: 'sql', textAt: '0',
      acquires: 'per-call', lazy: true,
      limits: [
        { limits: 'statement', at: ['creation:0.adapter|0.statement_timeout', 'creation:0.adapter|0.query_timeout'], default: 'never', unrun: 'needs the query engine of major 6, which is not fetched', see: '@prisma/client 7.10.0' },
        { limits: 'statement', at: ['creation:0.datasourceUrl?socket_timeout', 'creation:0.datasources.db.url?socket_timeout'], unit: 's', default: 'never', unrun: 'needs the query engine of major 6, which is not fetched', see: 'prisma-engines quaint: seconds in the URL of Prisma 5 and 6' },
      ],
      see: '@prisma/client 7.10.0',
    },
    {
      call: 'PrismaClient().$transaction', is: 'transaction', effect: 'none', acquires: 'during-callback',
      limits: [
        { limits: 'acquire-wait', at: ['1.maxWait', 'creation:0.transactionOptions.maxWait'], default: 2000, versions: '>=7.0.0', see: '@prisma/client 7.10.0 (ran)' },
        {
          limits: 'total', at: ['1.timeout', 'creation:0.transactionOptions.timeout'], default: 5000,
          see: '@prisma/client 7.10.0: noticed at the next statement; a running one is not interrupted (ran)',
        },
      ],
      see: '@prisma/client 7.10.0: maxWait bounds the wait from 7 on (ran)',
    },
  ],

  words: [
    { is: 'count', names: ['count'], see: '@prisma/client@7.10.0' }, { is: 'condition', names: ['where'], see: '@prisma/client@7.10.0' }, { is: 'projection', names: ['select', 'include', 'orderBy'], see: '@prisma/client@7.10.0' },
    { is: 'relation', names: ['connect', 'where'], see: '@prisma/client@7.10.0' }, { is: 'appends', names: ['push'], see: '@prisma/client@7.10.0' }, { is: 'any-of', names: ['OR', 'NOT', 'not'], see: '@prisma/client@7.10.0' }, { is: 'one-of', names: ['in'], see: '@prisma/client@7.10.0' }, { is: 'none-of', names: ['not'], see: '@prisma/client@7.10.0' },
  ],
  remarks: [
    { says: 'using the outer prisma inside $transaction(async tx) takes another connection', see: '@prisma/client@7.10.0/7.10.1' },
    { says: 'upsert falls back to read-then-write when the where has more than the unique key: concurrent calls gave P2002; plain unique upsert gave none in 20 concurrent calls', see: '@prisma/client@7.10.0/7.10.1' },
    { says: 'a call that nobody awaits does nothing', see: '@prisma/client@7.10.0/7.10.1' },
    { says: 'after prisma.$disconnect(): client reconnects by itself on the next call; a pg.Pool passed in is NOT ended unless { disposeExternalPool: true }', see: '@prisma/client@7.10.0/7.10.1' },
    { options: ['connect_timeout'], default: 5, unit: 'SECONDS', says: 'limits connecting', see: '@prisma/client@5.22.0' },
    { says: 'MongoDB provider: pool options are the MongoDB driver\'s URL options', see: '@prisma/client@5.22.0' },
    { says: 'v6 with engineType = "client" / a driver adapter behaves as v7, and there maxWait does NOT bound the wait for a connection: ran on 6.19.3, $transaction still pending at 8 s', see: '@prisma/client@5.22.0' },
    { says: 'createManyAndReturn / updateManyAndReturn do not exist for MongoDB (generated types)', see: '@prisma/client@5.22.0' },
  ],
  errors: { taken: ['P2002'], missing: ['P2025'], see: 'Prisma documentation, error reference' },
};
