import type { Library } from './schema.js';

export const library: Library = {
  package: 'sequelize',
  modules: ['@sequelize/core', 'sequelize-typescript'],
  name: 'Sequelize',
  source: 'sequelize@6.37.8 lib/dialects/abstract/connection-manager.js; ran',
  checkedOn: ['sequelize@6.37.8'],
  same: [
    { path: 'default', is: '' }, { path: 'Sequelize().define()', is: 'Model' }, { path: 'Sequelize().model()', is: 'Model' },
    { path: 'Sequelize().models.*', is: 'Model' },
    { path: 'Model.scope()', is: 'Model' },
    { path: 'Model.unscoped()', is: 'Model' },
    { path: 'Model.init()', is: 'Model' },
    { path: 'Model.findByPk()', is: 'Model()' }, { path: 'Model.findOne()', is: 'Model()' }, { path: 'Model.findAll()[]', is: 'Model()' }, { path: 'Model.create()', is: 'Model()' },
    { path: 'Model.sequelize', is: 'Sequelize()' },
    { path: 'Model().sequelize', is: 'Sequelize()' },
  ],
  types: { Sequelize: 'Sequelize()', Model: 'Model', ModelStatic: 'Model', ModelCtor: 'Model', Transaction: 'Sequelize().transaction()' },
  callbacks: [{ call: 'Sequelize().transaction', callback: '-1', runs: 'now', parameters: ['Sequelize().transaction()'], gives: true }],
  hooks: [
    { calls: ['Model.create', 'Model.findOrCreate', 'Model().save'], by: 'Model.beforeCreate', handlerAt: '-1', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model.create', 'Model.findOrCreate', 'Model().save'], by: 'Model.addHook', when: { at: '0', is: ['beforeCreate'] }, handlerAt: '-1', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model.create', 'Model.findOrCreate', 'Model().save'], by: 'Model.init', handlerAt: '1.hooks.beforeCreate', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model.create', 'Model.findOrCreate', 'Model().save'], by: 'Sequelize().define', handlerAt: '2.hooks.beforeCreate', see: 'sequelize 6.37.8 lib/hooks.js' },
    { calls: ['Model.create', 'Model.findOrCreate', 'Model().save'], by: 'Model.afterCreate', handlerAt: '-1', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model.create', 'Model.findOrCreate', 'Model().save'], by: 'Model.addHook', when: { at: '0', is: ['afterCreate'] }, handlerAt: '-1', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model.create', 'Model.findOrCreate', 'Model().save'], by: 'Model.init', handlerAt: '1.hooks.afterCreate', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model.create', 'Model.findOrCreate', 'Model().save'], by: 'Sequelize().define', handlerAt: '2.hooks.afterCreate', see: 'sequelize 6.37.8 lib/hooks.js' },
    { calls: ['Model.create', 'Model().save', 'Model().update'], by: 'Model.beforeSave', handlerAt: '-1', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model.create', 'Model().save', 'Model().update'], by: 'Model.addHook', when: { at: '0', is: ['beforeSave'] }, handlerAt: '-1', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model.create', 'Model().save', 'Model().update'], by: 'Model.init', handlerAt: '1.hooks.beforeSave', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model.create', 'Model().save', 'Model().update'], by: 'Sequelize().define', handlerAt: '2.hooks.beforeSave', see: 'sequelize 6.37.8 lib/hooks.js' },
    { calls: ['Model.create', 'Model().save', 'Model().update'], by: 'Model.afterSave', handlerAt: '-1', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model.create', 'Model().save', 'Model().update'], by: 'Model.addHook', when: { at: '0', is: ['afterSave'] }, handlerAt: '-1', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model.create', 'Model().save', 'Model().update'], by: 'Model.init', handlerAt: '1.hooks.afterSave', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model.create', 'Model().save', 'Model().update'], by: 'Sequelize().define', handlerAt: '2.hooks.afterSave', see: 'sequelize 6.37.8 lib/hooks.js' },
    { calls: ['Model().save', 'Model().update'], by: 'Model.beforeUpdate', handlerAt: '-1', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model().save', 'Model().update'], by: 'Model.addHook', when: { at: '0', is: ['beforeUpdate'] }, handlerAt: '-1', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model().save', 'Model().update'], by: 'Model.init', handlerAt: '1.hooks.beforeUpdate', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model().save', 'Model().update'], by: 'Sequelize().define', handlerAt: '2.hooks.beforeUpdate', see: 'sequelize 6.37.8 lib/hooks.js' },
    { calls: ['Model().save', 'Model().update'], by: 'Model.afterUpdate', handlerAt: '-1', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model().save', 'Model().update'], by: 'Model.addHook', when: { at: '0', is: ['afterUpdate'] }, handlerAt: '-1', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model().save', 'Model().update'], by: 'Model.init', handlerAt: '1.hooks.afterUpdate', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model().save', 'Model().update'], by: 'Sequelize().define', handlerAt: '2.hooks.afterUpdate', see: 'sequelize 6.37.8 lib/hooks.js' },
    { calls: ['Model.bulkCreate'], by: 'Model.beforeBulkCreate', handlerAt: '-1', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model.bulkCreate'], by: 'Model.addHook', when: { at: '0', is: ['beforeBulkCreate'] }, handlerAt: '-1', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model.bulkCreate'], by: 'Model.init', handlerAt: '1.hooks.beforeBulkCreate', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model.bulkCreate'], by: 'Sequelize().define', handlerAt: '2.hooks.beforeBulkCreate', see: 'sequelize 6.37.8 lib/hooks.js' },
    { calls: ['Model().destroy'], by: 'Model.beforeDestroy', handlerAt: '-1', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model().destroy'], by: 'Model.addHook', when: { at: '0', is: ['beforeDestroy'] }, handlerAt: '-1', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model().destroy'], by: 'Model.init', handlerAt: '1.hooks.beforeDestroy', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model().destroy'], by: 'Sequelize().define', handlerAt: '2.hooks.beforeDestroy', see: 'sequelize 6.37.8 lib/hooks.js' },
    { calls: ['Model.findAll', 'Model.findOne', 'Model.findByPk'], by: 'Model.afterFind', handlerAt: '-1', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model.findAll', 'Model.findOne', 'Model.findByPk'], by: 'Model.addHook', when: { at: '0', is: ['afterFind'] }, handlerAt: '-1', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model.findAll', 'Model.findOne', 'Model.findByPk'], by: 'Model.init', handlerAt: '1.hooks.afterFind', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model.findAll', 'Model.findOne', 'Model.findByPk'], by: 'Sequelize().define', handlerAt: '2.hooks.afterFind', see: 'sequelize 6.37.8 lib/hooks.js' },
    { calls: ['Model.create', 'Model().save'], by: 'Model.beforeValidate', handlerAt: '-1', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model.create', 'Model().save'], by: 'Model.addHook', when: { at: '0', is: ['beforeValidate'] }, handlerAt: '-1', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model.create', 'Model().save'], by: 'Model.init', handlerAt: '1.hooks.beforeValidate', see: 'sequelize 6.37.8 lib/hooks.js' }, { calls: ['Model.create', 'Model().save'], by: 'Sequelize().define', handlerAt: '2.hooks.beforeValidate', see: 'sequelize 6.37.8 lib/hooks.js' },
  ],
  joins: ['*.transaction'],
  ambient: ['Sequelize.useCLS', 'useCLS'],
  ties: [{ call: 'Model.init', of: 'of:', to: '1.sequelize' }, { call: 'Sequelize().addModels', of: '0[]', to: 'of:' }, { call: 'Sequelize', of: '-1.models[]' }],
  resources: [
    {
      create: 'Sequelize', is: 'pool', name: 'Sequelize pool', close: [{ call: 'close', awaitable: true, waits: true }], mustClose: true,
      limits: [
        {
          limits: 'acquire-wait', at: ['1.pool.acquire', '2.pool.acquire', '3.pool.acquire', '0.pool.acquire'], default: 60000, offAt: [0],
          see: 'sequelize 6.37.8: 60.0 s; the first connection is outside it (ran)',
        },
        {
          limits: 'statement',
          at: ['0.dialectOptions.statement_timeout', '0.dialectOptions.query_timeout', '1.dialectOptions.statement_timeout', '1.dialectOptions.query_timeout', '2.dialectOptions.statement_timeout', '2.dialectOptions.query_timeout', '3.dialectOptions.statement_timeout', '3.dialectOptions.query_timeout'],
          inText: { at: ['0.dialectOptions.options', '1.dialectOptions.options', '2.dialectOptions.options', '3.dialectOptions.options'], name: 'statement_timeout' }, default: 'never', see: 'sequelize 6.37.8 (ran)',
        },
        { limits: 'size', at: ['0.pool.max', '1.pool.max', '2.pool.max', '3.pool.max'], unit: 'count', default: 5, see: 'sequelize 6.37.8' },
      ],
      see: 'sequelize 6.37.8: close() waits without limit (ran)',
    },
  ],
  operations: [
    {
      call: 'Model.*', members: ['findAll', 'findOne', 'findByPk', 'findAndCountAll', 'count', 'max', 'min', 'sum', 'aggregate', 'findOrBuild', 'describe'], is: 'statement',
      effect: 'read', acquires: 'per-call',
      limits: [{ limits: 'statement', at: [], default: 'never', see: 'sequelize 6.37.8: dialectOptions.statement_timeout of the Sequelize instance (ran)' }], see: 'sequelize 6.37.8',
    },
    {
      call: 'Model.*', members: ['create', 'bulkCreate', 'increment', 'decrement'], is: 'statement', effect: 'write', relativeBy: ['increment', 'decrement'], tableAt: ['of:'], acquires: 'per-call',
      limits: [{ limits: 'statement', at: [], default: 'never', see: 'sequelize 6.37.8: dialectOptions.statement_timeout of the Sequelize instance (ran)' }],
      keys: ['1.ignoreDuplicates', '1.updateOnDuplicate'], see: 'sequelize 6.37.8',
    },
    {
      call: 'Model.*', members: ['update', 'destroy', 'upsert', 'findOrCreate', 'findCreateFind', 'restore', 'truncate', 'sync', 'drop'], is: 'statement', effect: 'idempotent', setsAt: ['0'],
      acquires: 'per-call', limits: [{ limits: 'statement', at: [], default: 'never', see: 'sequelize 6.37.8: dialectOptions.statement_timeout of the Sequelize instance (ran)' }],
      see: 'sequelize 6.37.8',
    },
    {
      call: 'Model().*', members: ['save', 'update', 'destroy', 'restore'], is: 'statement', effect: 'idempotent', acquires: 'per-call',
      limits: [{ limits: 'statement', at: [], default: 'never', see: 'sequelize 6.37.8: dialectOptions.statement_timeout of the Sequelize instance (ran)' }], see: 'sequelize 6.37.8',
    },
    {
      call: 'Model().*', members: ['increment', 'decrement'], is: 'statement', effect: 'write', relativeBy: ['increment', 'decrement'], acquires: 'per-call',
      limits: [{ limits: 'statement', at: [], default: 'never', see: 'sequelize 6.37.8: dialectOptions.statement_timeout of the Sequelize instance (ran)' }], see: 'sequelize 6.37.8',
    },
    {
      call: 'Model().reload', is: 'statement', effect: 'read', acquires: 'per-call',
      limits: [{ limits: 'statement', at: [], default: 'never', see: 'sequelize 6.37.8: dialectOptions.statement_timeout of the Sequelize instance (ran)' }], see: 'sequelize 6.37.8',
    },
    {
      call: 'Sequelize().query', is: 'statement', effect: 'sql', textAt: '0', acquires: 'per-call',
      limits: [
        {
          limits: 'statement',
          at: ['creation:0.dialectOptions.statement_timeout', 'creation:1.dialectOptions.statement_timeout', 'creation:0.dialectOptions.query_timeout', 'creation:1.dialectOptions.query_timeout'],
          default: 'never', see: 'sequelize 6.37.8 (ran)',
        },
      ],
      see: 'sequelize 6.37.8',
    },
    {
      call: 'Sequelize().authenticate', is: 'statement', effect: 'read', acquires: 'per-call',
      limits: [{ limits: 'statement', at: [], default: 'never', see: 'sequelize 6.37.8: dialectOptions.statement_timeout of the Sequelize instance (ran)' }], see: 'sequelize 6.37.8',
    },
    { call: 'Sequelize().transaction', is: 'transaction', effect: 'none', acquires: 'during-callback', see: 'sequelize 6.37.8: with a callback it settles itself' },
    { call: 'Sequelize().transaction().*', members: ['commit', 'rollback'], is: 'release', effect: 'none', see: 'sequelize 6.37.8' },
  ],
  tables: [
    { named: 'define', is: 'table', nameAt: ['0', '2.tableName'], columnsAt: ['1'], keysAt: ['2.indexes'], see: 'sequelize 6.37.8 types/model.d.ts' },
    { named: 'init', is: 'table', nameAt: ['of:', '1.tableName', '1.modelName'], columnsAt: ['0'], keysAt: ['1.indexes'], see: 'sequelize 6.37.8 types/model.d.ts' },
    { named: 'Table', is: 'table', nameAt: ['0.tableName', '0.modelName'], see: 'sequelize-typescript 2.1.6' },
    { named: 'PrimaryKey', is: 'column', see: 'sequelize-typescript 2.1.6' },
  ],
  words: [
    { is: 'condition', names: ['where'], see: 'sequelize@6.37.8' }, { is: 'projection', names: ['include'], see: 'sequelize@6.37.8' }, { is: 'makes-table', names: ['createTable'], see: 'sequelize@6.37.8' },
    { is: 'sets-column', names: ['addColumn', 'changeColumn'], see: 'sequelize@6.37.8' }, { is: 'adds-key', names: ['addIndex', 'addConstraint'], see: 'sequelize@6.37.8' },
    { is: 'drops-table', names: ['dropTable'], see: 'sequelize@6.37.8' }, { is: 'renames-table', names: ['renameTable'], see: 'sequelize@6.37.8' },
    { is: 'drops-column', names: ['removeColumn'], see: 'sequelize@6.37.8' }, { is: 'drops-key', names: ['removeIndex', 'removeConstraint'], see: 'sequelize@6.37.8' },
    { is: 'unique', names: ['unique', 'primaryKey'], see: 'sequelize@6.37.8' }, { is: 'unique-by', names: ['unique', 'primary key'], see: 'sequelize@6.37.8' },
    { is: 'key-columns', names: ['fields'], see: 'sequelize@6.37.8' }, { is: 'key-part', names: ['where'], see: 'sequelize@6.37.8' }, { is: 'any-of', names: ['or', 'not'], see: 'sequelize@6.37.8' }, { is: 'one-of', names: ['in'], see: 'sequelize@6.37.8' }, { is: 'none-of', names: ['ne', 'not'], see: 'sequelize@6.37.8' },
  ],
  remarks: [
    { says: 'pool.acquire: The VERY FIRST connection (database version probe) is made outside the pool and is not bounded by pool.acquire: ran with acquire:800 against a silent server, still pending at 5 s; authenticate() pending at 70 s. Setting databaseVersion, or a driver connect timeout, removes that', see: 'sequelize@6.37.8' },
    { says: 'findOrCreate opens its own transaction: inside another transaction pass { transaction } or it takes a second connection', see: 'sequelize@6.37.8' },
    { says: 'a query without { transaction } inside a transaction callback uses another pool connection', see: 'sequelize@6.37.8' },
    { says: 'after sequelize.close(): "ConnectionManager.getConnection was called after the connection manager was closed!"', see: 'sequelize@6.37.8' },
  ],
};
