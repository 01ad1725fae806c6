import type { Library } from './schema.js';

const CREATES = ['EntityManager().create', 'EntityManager().persist', 'EntityManager().persistAndFlush', 'EntityRepository().create', 'EntityRepository().persist', 'EntityRepository().persistAndFlush'];
const UPSERTS = ['EntityManager().upsert', 'EntityManager().upsertMany', 'EntityRepository().upsert', 'EntityRepository().upsertMany'];
const REMOVES = ['EntityManager().remove', 'EntityManager().removeAndFlush', 'EntityRepository().remove', 'EntityRepository().removeAndFlush'];
const FINDS = ['EntityManager().find', 'EntityManager().findOne', 'EntityManager().findOneOrFail', 'EntityRepository().find', 'EntityRepository().findOne', 'EntityRepository().findOneOrFail'];

export const library: Library = {
  package: '@mikro-orm/core',
  modules: ['@mikro-orm/postgresql', '@mikro-orm/mysql', '@mikro-orm/mariadb', '@mikro-orm/sqlite', '@mikro-orm/better-sqlite', '@mikro-orm/mssql', '@mikro-orm/mongodb', '@mikro-orm/nestjs', '@mikro-orm/decorators/legacy', '@mikro-orm/decorators/es'],
  name: 'MikroORM',
  source: '@mikro-orm/core@7.2.1 utils/Configuration.d.ts; @mikro-orm/postgresql@7.2.1, 6.6.16; ran',
  checkedOn: ['@mikro-orm/core@7.2.1', '@mikro-orm/nestjs@7.1.0', '@mikro-orm/postgresql@7.2.1', '@mikro-orm/decorators@7.2.1', '@mikro-orm/core@6.6.16'],
  same: [
    { path: 'MikroORM.init()', is: 'MikroORM()' },
    { path: 'MikroORM.initSync()', is: 'MikroORM()' },
    { path: 'MikroORM().em', is: 'EntityManager()' },
    { path: 'EntityManager().fork()', is: 'EntityManager()' },
    { path: 'EntityManager().getRepository()', is: 'EntityRepository()' },
    { path: 'EntityManager().getConnection()', is: 'EntityManager()' },
    { path: 'EntityRepository().getEntityManager()', is: 'EntityManager()' },
  ],
  types: { MikroORM: 'MikroORM()', EntityManager: 'EntityManager()', SqlEntityManager: 'EntityManager()', EntityRepository: 'EntityRepository()' },
  callbacks: [{ call: 'EntityManager().transactional', callback: '0', runs: 'now', parameters: ['EntityManager()'], gives: true }],
  // They run when what was created is flushed: within the request that creates it.
  hooks: [
    { calls: CREATES, by: 'BeforeCreate', see: '@mikro-orm/core 6.6.16 decorators/hooks.d.ts, @mikro-orm/decorators 7.2.1' },
    { calls: CREATES, by: 'AfterCreate', see: '@mikro-orm/core 6.6.16 decorators/hooks.d.ts, @mikro-orm/decorators 7.2.1' },
    { calls: UPSERTS, by: 'BeforeUpsert', see: '@mikro-orm/core 6.6.16 decorators/hooks.d.ts, @mikro-orm/decorators 7.2.1' },
    { calls: UPSERTS, by: 'AfterUpsert', see: '@mikro-orm/core 6.6.16 decorators/hooks.d.ts, @mikro-orm/decorators 7.2.1' },
    { calls: ['EntityManager().assign', 'EntityRepository().assign'], by: 'BeforeUpdate', see: '@mikro-orm/core 6.6.16 decorators/hooks.d.ts, @mikro-orm/decorators 7.2.1' },
    { calls: ['EntityManager().assign', 'EntityRepository().assign'], by: 'AfterUpdate', see: '@mikro-orm/core 6.6.16 decorators/hooks.d.ts, @mikro-orm/decorators 7.2.1' },
    { calls: REMOVES, by: 'BeforeDelete', see: '@mikro-orm/core 6.6.16 decorators/hooks.d.ts, @mikro-orm/decorators 7.2.1' },
    { calls: REMOVES, by: 'AfterDelete', see: '@mikro-orm/core 6.6.16 decorators/hooks.d.ts, @mikro-orm/decorators 7.2.1' },
    { calls: FINDS, by: 'OnLoad', see: '@mikro-orm/core 6.6.16 decorators/hooks.d.ts, @mikro-orm/decorators 7.2.1' },
  ],
  resources: [
    {
      create: 'MikroORM', is: 'pool', name: 'MikroORM', close: [{ call: 'close', awaitable: true, waits: true }], mustClose: true, versions: '>=7.0.0',
      limits: [
        { limits: 'acquire-wait', at: ['0.driverOptions.connectionTimeoutMillis'], default: 'never', unrun: 'needs major 7, which needs Node 22', offAt: [0], see: '@mikro-orm/core 7.2.1: pool.acquireTimeoutMillis is ignored (ran)' },
        { limits: 'statement', at: ['0.driverOptions.statement_timeout', '0.driverOptions.query_timeout'], default: 'never', offAt: [0, false], see: '@mikro-orm/postgresql 7.2.1 (ran)' },
        { limits: 'size', at: ['0.pool.max'], unit: 'count', default: 10, see: '@mikro-orm/core 7.2.1' },
      ],
      see: '@mikro-orm/core 7.2.1: close() waits without limit (ran)',
    },
    {
      create: 'MikroORM', is: 'pool', name: 'MikroORM', close: [{ call: 'close', awaitable: true, waits: true }], mustClose: true, versions: '<7.0.0',
      limits: [
        { limits: 'acquire-wait', at: ['0.pool.acquireTimeoutMillis'], default: 60000, see: '@mikro-orm/postgresql 6.6.16 on knex (ran)' },
        { limits: 'statement', at: ['0.driverOptions.connection.statement_timeout', '0.driverOptions.connection.query_timeout'], default: 'never', offAt: [0, false], see: '@mikro-orm/postgresql 6.6.16 (ran)' },
        { limits: 'size', at: ['0.pool.max'], unit: 'count', default: 10, see: '@mikro-orm/core 7.2.1' },
      ],
      see: '@mikro-orm/core 7.2.1: close() waits without limit (ran)',
    },
    {
      create: 'MikroORM.init', is: 'pool', name: 'MikroORM', close: [{ call: 'close', awaitable: true, waits: true }], mustClose: true, versions: '>=7.0.0',
      limits: [
        { limits: 'acquire-wait', at: ['0.driverOptions.connectionTimeoutMillis'], default: 'never', unrun: 'needs major 7, which needs Node 22', offAt: [0], see: '@mikro-orm/core 7.2.1: pool.acquireTimeoutMillis is ignored (ran)' },
        { limits: 'statement', at: ['0.driverOptions.statement_timeout', '0.driverOptions.query_timeout'], default: 'never', offAt: [0, false], see: '@mikro-orm/postgresql 7.2.1 (ran)' },
        { limits: 'size', at: ['0.pool.max'], unit: 'count', default: 10, see: '@mikro-orm/core 7.2.1' },
      ],
      see: '@mikro-orm/core 7.2.1: close() waits without limit (ran)',
    },
    {
      create: 'MikroORM.init', is: 'pool', name: 'MikroORM', close: [{ call: 'close', awaitable: true, waits: true }], mustClose: true, versions: '<7.0.0',
      limits: [
        { limits: 'acquire-wait', at: ['0.pool.acquireTimeoutMillis'], default: 60000, see: '@mikro-orm/postgresql 6.6.16 on knex (ran)' },
        { limits: 'statement', at: ['0.driverOptions.connection.statement_timeout', '0.driverOptions.connection.query_timeout'], default: 'never', offAt: [0, false], see: '@mikro-orm/postgresql 6.6.16 (ran)' },
        { limits: 'size', at: ['0.pool.max'], unit: 'count', default: 10, see: '@mikro-orm/core 7.2.1' },
      ],
      see: '@mikro-orm/core 7.2.1: close() waits without limit (ran)',
    },
  ],
  operations: [
    {
      call: 'EntityManager().*', members: ['find', 'findAll', 'findOne', 'findOneOrFail', 'findAndCount', 'findByCursor', 'count', 'countBy', 'populate', 'refresh'], is: 'statement',
      effect: 'read', acquires: 'per-call', limits: [{ limits: 'statement', at: [], default: 'never', see: '@mikro-orm/core 7.2.1: driverOptions.statement_timeout (ran)' }],
      see: '@mikro-orm/core 7.2.1',
    },
    {
      call: 'EntityRepository().*', members: ['find', 'findAll', 'findOne', 'findOneOrFail', 'findAndCount', 'findByCursor', 'count', 'countBy', 'populate', 'refresh'],
      is: 'statement', effect: 'read', acquires: 'per-call',
      limits: [{ limits: 'statement', at: [], default: 'never', see: '@mikro-orm/core 7.2.1: driverOptions.statement_timeout (ran)' }], see: '@mikro-orm/core 7.2.1',
    },
    {
      call: 'EntityManager().*', members: ['flush', 'persistAndFlush', 'insert', 'insertMany', 'removeAndFlush'], is: 'statement', effect: 'write', acquires: 'per-call',
      limits: [{ limits: 'statement', at: [], default: 'never', see: '@mikro-orm/core 7.2.1: driverOptions.statement_timeout (ran)' }], see: '@mikro-orm/core 7.2.1',
    },
    {
      call: 'EntityRepository().*', members: ['flush', 'persistAndFlush', 'insert', 'insertMany', 'removeAndFlush'], is: 'statement', effect: 'write', acquires: 'per-call',
      limits: [{ limits: 'statement', at: [], default: 'never', see: '@mikro-orm/core 7.2.1: driverOptions.statement_timeout (ran)' }], see: '@mikro-orm/core 7.2.1',
    },
    {
      call: 'EntityManager().*', members: ['upsert', 'upsertMany', 'nativeUpdate', 'nativeDelete'], is: 'statement', effect: 'idempotent', acquires: 'per-call',
      limits: [{ limits: 'statement', at: [], default: 'never', see: '@mikro-orm/core 7.2.1: driverOptions.statement_timeout (ran)' }], see: '@mikro-orm/core 7.2.1',
    },
    {
      call: 'EntityRepository().*', members: ['upsert', 'upsertMany', 'nativeUpdate', 'nativeDelete'], is: 'statement', effect: 'idempotent', acquires: 'per-call',
      limits: [{ limits: 'statement', at: [], default: 'never', see: '@mikro-orm/core 7.2.1: driverOptions.statement_timeout (ran)' }], see: '@mikro-orm/core 7.2.1',
    },
    {
      call: 'EntityManager().execute', is: 'statement', effect: 'sql', textAt: '0', acquires: 'per-call',
      limits: [{ limits: 'statement', at: [], default: 'never', see: '@mikro-orm/core 7.2.1: driverOptions.statement_timeout (ran)' }], see: '@mikro-orm/core 7.2.1',
    },
    { call: 'EntityManager().transactional', is: 'transaction', effect: 'none', acquires: 'during-callback', see: '@mikro-orm/core 7.2.1' },
    { call: 'EntityManager().begin', is: 'transaction', effect: 'none', acquires: 'until-release', holds: 'receiver', see: '@mikro-orm/core 7.2.1' },
    { call: 'EntityManager().*', members: ['commit', 'rollback'], is: 'release', effect: 'none', see: '@mikro-orm/core 7.2.1' },
  ],
  injection: { injects: [{ decorator: 'InjectRepository', gives: 'EntityRepository()' }], provides: [{ call: 'MikroOrmModule.forRoot', gives: 'MikroORM()' }] },

  words: [{ is: 'unique', names: ['unique', 'primary'], see: '@mikro-orm/core@7.2.1' }, { is: 'key-columns', names: ['properties'], see: '@mikro-orm/core@7.2.1' }],
  remarks: [
    { says: 'v7: v7 PoolConfig has only min, max, idleTimeoutMillis: pool.acquireTimeoutMillis carried over from v6 is silently ignored. In v6 driverOptions.connectionTimeoutMillis does nothing for the pool wait', see: '@mikro-orm/postgresql@7.2.1 (kysely + pg)' },
    { says: 'em is not concurrency-safe: fork per request', see: '@mikro-orm/postgresql@7.2.1 (kysely + pg)' },
  ],
};
