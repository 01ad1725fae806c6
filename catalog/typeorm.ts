import type { Library } from './schema.js';

export const library: Library = {
  package: 'typeorm',
  name: 'TypeORM',
  source: 'typeorm@1.1.1 and 0.3.31 driver/postgres/PostgresDriver.js, driver/mysql/MysqlDriver.js; ran',
  checkedOn: ['typeorm@1.1.1', 'typeorm@0.3.27'],
  same: [
    { path: 'DataSource().initialize()', is: 'DataSource()' }, { path: 'DataSource().connect()', is: 'DataSource()' },
    { path: 'createConnection()', is: 'DataSource()' }, { path: 'getConnection()', is: 'DataSource()' },
    { path: 'DataSource().manager', is: 'EntityManager()' }, { path: 'getManager()', is: 'EntityManager()' },
    { path: 'DataSource().getRepository()', is: 'Repository()' }, { path: 'getRepository()', is: 'Repository()' },
    { path: 'EntityManager().getRepository()', is: 'Repository()' },
    { path: 'EntityManager().withRepository()', is: 'Repository()' },
    { path: 'Repository().extend()', is: 'Repository()' },
    { path: 'DataSource().createQueryRunner().manager', is: 'EntityManager()' },
    { path: 'Repository().manager', is: 'EntityManager()' },
    { path: 'DataSource().createQueryBuilder()', is: 'Repository().createQueryBuilder()' },
    { path: 'EntityManager().createQueryBuilder()', is: 'Repository().createQueryBuilder()' },
    { path: 'BaseEntity', is: 'Repository()' },
    { path: 'Repository()()', is: 'Repository()' },
    { path: 'Repository().createQueryBuilder().insert()', is: 'InsertQueryBuilder()' },
    { path: 'InsertQueryBuilder().*()', is: 'InsertQueryBuilder()' },
    { path: 'Repository().createQueryBuilder().*()', is: 'Repository().createQueryBuilder()' },
  ],
  types: { DataSource: 'DataSource()', Connection: 'DataSource()', EntityManager: 'EntityManager()', QueryRunner: 'DataSource().createQueryRunner()', Repository: 'Repository()', SelectQueryBuilder: 'Repository().createQueryBuilder()' },
  hooks: [
    { calls: ['*().save'], by: 'BeforeInsert', see: 'typeorm 1.1.1 docs/docs/advanced-topics/4-listeners-and-subscribers.md' }, { calls: ['*().save'], by: 'AfterInsert', see: 'typeorm 1.1.1' },
    { calls: ['*().save'], by: 'BeforeUpdate', see: 'typeorm 1.1.1' }, { calls: ['*().save'], by: 'AfterUpdate', see: 'typeorm 1.1.1' }, { calls: ['*().remove'], by: 'BeforeRemove', see: 'typeorm 1.1.1' }, { calls: ['*().remove'], by: 'AfterRemove', see: 'typeorm 1.1.1' },
    { calls: ['*().find', '*().findBy', '*().findOne', '*().findOneBy', '*().findOneOrFail', '*().findOneByOrFail', '*().findAndCount'], by: 'AfterLoad', see: 'typeorm 1.1.1' },
  ],
  callbacks: [
    { call: 'DataSource().transaction', callback: '-1', runs: 'now', parameters: ['EntityManager()'], gives: true }, { call: 'EntityManager().transaction', callback: '-1', runs: 'now', parameters: ['EntityManager()'], gives: true },
  ],
  resources: [
    {
      create: 'DataSource', is: 'pool', name: 'TypeORM DataSource', close: [{ call: 'destroy', awaitable: true, waits: false }, { call: 'close', awaitable: true, waits: false }], mustClose: true, opens: ['initialize'],
      when: { at: '0.type', is: ['postgres', 'cockroachdb', 'aurora-postgres'] },
      limits: [
        { limits: 'acquire-wait', at: ['0.extra.connectionTimeoutMillis', '0.connectTimeoutMS'], default: 'never', offAt: [0], see: 'typeorm 1.1.1 and 0.3.31 PostgresDriver.js; pending (ran)' },
        { limits: 'statement', at: ['0.extra.statement_timeout', '0.extra.query_timeout'], inText: { at: ['0.extra.options', '0.url?options'], name: 'statement_timeout' }, default: 'never', offAt: [0, false], see: 'typeorm 1.1.1 and 0.3.31 (ran)' },
        { limits: 'size', at: ['0.poolSize', '0.extra.max'], unit: 'count', default: 10, see: 'typeorm 1.1.1 and 0.3.31' },
      ],
      see: 'typeorm 1.1.1 and 0.3.31: destroy() cuts running queries on postgres (ran)',
    },
    {
      create: 'DataSource', is: 'pool', name: 'TypeORM DataSource', close: [{ call: 'destroy', awaitable: true, waits: true }, { call: 'close', awaitable: true, waits: true }], mustClose: true, opens: ['initialize'],
      when: { at: '0.type', is: ['mysql', 'mariadb', 'aurora-mysql'] },
      limits: [
        { limits: 'acquire-wait', at: [], default: 0, onlyWhen: { at: '0.extra.waitForConnections', is: false }, note: 'fails at once', see: 'typeorm 1.1.1 and 0.3.31 MysqlDriver.js: acquireTimeout is ignored (ran)' },
        { limits: 'statement', at: ['0.maxQueryExecutionTime'], onlyWhen: { at: '0.enableQueryTimeout', is: true }, default: 'never', see: 'typeorm 1.1.1 MysqlDataSourceOptions.d.ts' },
        { limits: 'size', at: ['0.poolSize', '0.extra.connectionLimit'], unit: 'count', default: 10, see: 'typeorm 1.1.1 and 0.3.31' },
      ],
      see: 'typeorm 1.1.1 and 0.3.31: a running query finishes (ran)',
    },
    {
      create: 'DataSource', is: 'pool', name: 'TypeORM DataSource', close: [{ call: 'destroy', awaitable: true, waits: true }], mustClose: true, when: { at: '0.type', is: ['mssql'] },
      limits: [{ limits: 'acquire-wait', at: ['0.pool.acquireTimeoutMillis'], default: 30000, see: 'typeorm 1.1.1 and 0.3.31; tarn 3.1.2' }], see: 'typeorm 1.1.1 and 0.3.31',
    },
    { create: 'DataSource', is: 'client', name: 'TypeORM DataSource', close: [{ call: 'destroy', awaitable: true, waits: true }], mustClose: true, when: { at: '0.type', is: ['sqlite', 'better-sqlite3', 'sqljs', 'mongodb', 'oracle'] }, see: 'typeorm 1.1.1 and 0.3.31' },
  ],
  operations: [
    {
      call: '*().*',
      members: ['find', 'findBy', 'findAndCount', 'findAndCountBy', 'findOne', 'findOneBy', 'findOneOrFail', 'findOneByOrFail', 'findOneById', 'findByIds', 'count', 'countBy', 'exists', 'existsBy', 'exist', 'sum', 'average', 'minimum', 'maximum', 'preload'],
      is: 'statement', effect: 'read', acquires: 'per-call',
      limits: [{ limits: 'statement', at: ['creation:0.extra.statement_timeout', 'creation:0.extra.query_timeout', 'creation:creation:0.extra.statement_timeout', 'creation:creation:0.extra.query_timeout'], default: 'never', see: 'typeorm 1.1.1 and 0.3.31 (ran)' }], see: 'typeorm 1.1.1 and 0.3.31: of Repository and EntityManager',
    },
    {
      call: '*().*', members: ['save', 'insert', 'increment', 'decrement'], is: 'statement', effect: 'write', existingAt: '0..', relativeBy: ['increment', 'decrement'], tableAt: ['creation:0', '0', 'of:'], acquires: 'per-call',
      limits: [{ limits: 'statement', at: ['creation:0.extra.statement_timeout', 'creation:0.extra.query_timeout', 'creation:creation:0.extra.statement_timeout', 'creation:creation:0.extra.query_timeout'], default: 'never', see: 'typeorm 1.1.1 and 0.3.31 (ran)' }], see: 'typeorm 1.1.1 and 0.3.31: save() is no upsert (ran)',
    },
    {
      call: '*().*', members: ['update', 'updateAll', 'upsert', 'delete', 'deleteAll', 'remove', 'softDelete', 'softRemove', 'restore', 'recover', 'clear'], is: 'statement', effect: 'idempotent', setsAt: ['1', '2'], acquires: 'per-call',
      limits: [{ limits: 'statement', at: ['creation:0.extra.statement_timeout', 'creation:0.extra.query_timeout', 'creation:creation:0.extra.statement_timeout', 'creation:creation:0.extra.query_timeout'], default: 'never', see: 'typeorm 1.1.1 and 0.3.31 (ran)' }], see: 'typeorm 1.1.1 and 0.3.31',
    },
    {
      call: 'Repository().query', is: 'statement', effect: 'sql', textAt: '0', acquires: 'per-call', limits: [{ limits: 'statement', at: ['creation:0.extra.statement_timeout', 'creation:0.extra.query_timeout', 'creation:creation:0.extra.statement_timeout', 'creation:creation:0.extra.query_timeout'], default: 'never', see: 'typeorm 1.1.1 and 0.3.31 (ran)' }], see: 'typeorm 1.1.1 and 0.3.31',
    },
    {
      call: 'EntityManager().query', is: 'statement', effect: 'sql', textAt: '0', acquires: 'per-call', limits: [{ limits: 'statement', at: ['creation:0.extra.statement_timeout', 'creation:0.extra.query_timeout', 'creation:creation:0.extra.statement_timeout', 'creation:creation:0.extra.query_timeout'], default: 'never', see: 'typeorm 1.1.1 and 0.3.31 (ran)' }], see: 'typeorm 1.1.1 and 0.3.31',
    },
    {
      call: 'DataSource().query', is: 'statement', effect: 'sql', textAt: '0', acquires: 'per-call', limits: [{ limits: 'statement', at: ['creation:0.extra.statement_timeout', 'creation:0.extra.query_timeout'], default: 'never', see: 'typeorm 1.1.1 and 0.3.31 (ran)' }], see: 'typeorm 1.1.1 and 0.3.31',
    },
    {
      call: 'Repository().createQueryBuilder().*', members: ['getOne', 'getOneOrFail', 'getMany', 'getManyAndCount', 'getRawOne', 'getRawMany', 'getRawAndEntities', 'getCount', 'getExists', 'stream'], is: 'statement', effect: 'read', acquires: 'per-call',
      limits: [{ limits: 'statement', at: [], default: 'never', see: 'typeorm 1.1.1 and 0.3.31: extra.statement_timeout of the DataSource (ran)' }], see: 'typeorm 1.1.1 and 0.3.31',
    },
    {
      call: 'Repository().createQueryBuilder().execute', is: 'statement', effect: 'idempotent', acquires: 'per-call', limits: [{ limits: 'statement', at: [], default: 'never', see: 'typeorm 1.1.1 and 0.3.31: extra.statement_timeout of the DataSource (ran)' }],
      see: 'typeorm 1.1.1 and 0.3.31',
    },
    {
      call: 'InsertQueryBuilder().execute', is: 'statement', effect: 'write', dataAt: ['of:chain:values:0'], acquires: 'per-call', limits: [{ limits: 'statement', at: [], default: 'never', see: 'typeorm 1.1.1 and 0.3.31: extra.statement_timeout of the DataSource (ran)' }],
      keys: ['of:chain:orIgnore:0', 'of:chain:orUpdate:1'], see: 'typeorm 1.1.1 and 0.3.31',
    },
    { call: 'DataSource().createQueryRunner().connect', is: 'acquire', effect: 'none', acquires: 'until-release', holds: 'receiver', see: 'typeorm 1.1.1 and 0.3.31' },
    {
      call: 'DataSource().createQueryRunner().query', is: 'statement', effect: 'sql', textAt: '0', acquires: 'until-release', holds: 'receiver',
      limits: [{ limits: 'statement', at: ['creation:creation:0.extra.statement_timeout', 'creation:creation:0.extra.query_timeout'], default: 'never', see: 'typeorm 1.1.1 and 0.3.31 (ran)' }], see: 'typeorm 1.1.1 and 0.3.31',
    },
    { call: 'DataSource().createQueryRunner().startTransaction', is: 'transaction', effect: 'none', acquires: 'until-release', holds: 'receiver', see: 'typeorm 1.1.1 and 0.3.31' }, { call: 'DataSource().createQueryRunner().release', is: 'release', effect: 'none', see: 'typeorm 1.1.1 and 0.3.31' },
    { call: 'DataSource().transaction', is: 'transaction', effect: 'none', acquires: 'during-callback', see: 'typeorm 1.1.1 and 0.3.31' }, { call: 'EntityManager().transaction', is: 'transaction', effect: 'none', acquires: 'during-callback', see: 'typeorm 1.1.1 and 0.3.31' },
  ],
  tables: [
    { named: 'Entity', is: 'table', nameAt: ['0', '0.name'], see: 'typeorm 0.3.31 decorator/entity/Entity.d.ts' },
    { named: 'Unique', is: 'key', columnsAt: ['0', '1'], see: 'typeorm 0.3.31 decorator/Unique.d.ts' }, { named: 'Unique', is: 'column', see: 'typeorm 0.3.31 decorator/Unique.d.ts' }, { named: 'Index', is: 'key', columnsAt: ['0', '1'], onlyBy: ['0.unique', '1.unique', '2.unique'], partialBy: ['1.where', '2.where'], see: 'typeorm 0.3.31 decorator/Index.d.ts' }, { named: 'Index', is: 'column', onlyBy: ['0.unique', '1.unique'], partialBy: ['0.where', '1.where'], see: 'typeorm 0.3.31 decorator/Index.d.ts' }, { named: 'Column', is: 'column', onlyBy: ['0.unique', '1.unique'], see: 'typeorm 0.3.31 decorator/options/ColumnOptions.d.ts' }, { named: 'PrimaryColumn', is: 'column', see: 'typeorm 0.3.31 decorator/columns/PrimaryColumn.d.ts' },
  ],
  words: [
    { is: 'count', names: ['affected'], see: 'typeorm@1.1.1' }, { is: 'table-of', names: ['getRepository', 'from', 'into', 'update', 'delete'], see: 'typeorm@1.1.1' }, { is: 'condition', names: ['where'], see: 'typeorm@1.1.1' }, { is: 'projection', names: ['select', 'relations'], see: 'typeorm@1.1.1' }, { is: 'removes', names: ['softDelete', 'softRemove'], see: 'typeorm@1.1.1' },
    { is: 'makes-table', names: ['createTable'], see: 'typeorm@1.1.1' }, { is: 'sets-column', names: ['addColumn', 'changeColumn'], see: 'typeorm@1.1.1' }, { is: 'adds-key', names: ['createIndex'], see: 'typeorm@1.1.1' }, { is: 'adds-unique-key', names: ['createUniqueConstraint', 'createPrimaryKey'], see: 'typeorm@1.1.1' },
    { is: 'drops-table', names: ['dropTable'], see: 'typeorm@1.1.1' }, { is: 'renames-table', names: ['renameTable'], see: 'typeorm@1.1.1' }, { is: 'drops-column', names: ['dropColumn', 'dropColumns'], see: 'typeorm@1.1.1' }, { is: 'drops-key', names: ['dropIndex', 'dropUniqueConstraint', 'dropPrimaryKey'], see: 'typeorm@1.1.1' },
    { is: 'unique', names: ['isUnique', 'isPrimary'], see: 'typeorm@1.1.1' }, { is: 'unique-keys', names: ['uniques', 'TableUnique'], see: 'typeorm@1.1.1' }, { is: 'key-columns', names: ['columnNames', 'columns'], see: 'typeorm@1.1.1' }, { is: 'columns-apart', names: ['columnNames'], see: 'typeorm@1.1.1' }, { is: 'key-part', names: ['where'], see: 'typeorm@1.1.1' },
  ],
  remarks: [
    { options: ['maxQueryExecutionTime'], unit: 'ms', says: 'limits a statement; only LOGS slow queries; on mysql it becomes a timeout when enableQueryTimeout:true', see: 'typeorm@1.1.1' }, { says: 'SelectQueryBuilder.maxExecutionTime(ms): MySQL optimizer hint on that SELECT', see: 'typeorm@1.1.1' },
    { says: 'PostgreSQL: connectTimeoutMS is documented as the initial connect timeout but also bounds the pool wait because it is passed as pg connectionTimeoutMillis. mysql acquireTimeout is passed to mysql2, which ignores it with a warning', see: 'typeorm@1.1.1' }, { says: 'save() is not an upsert: without id INSERT, with id SELECT first then UPDATE/nothing, inside its own transaction', see: 'typeorm@1.1.1' }, { says: 'remove() does a SELECT then a transaction', see: 'typeorm@1.1.1' },
  ],
};
