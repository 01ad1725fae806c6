import type { Library } from './schema.js';

export const library: Library = {
  package: '@nestjs/typeorm',
  name: 'Nest TypeORM',
  source: '@nestjs/typeorm@12.0.2, 11 dist/typeorm-core.module.js',
  checkedOn: ['@nestjs/typeorm@12.0.2'],
  resources: [
    {
      create: 'TypeOrmModule.forRoot', is: 'pool', name: 'TypeORM DataSource', when: { at: '0.type', is: ['postgres', 'cockroachdb', 'aurora-postgres'] },
      limits: [
        { limits: 'acquire-wait', at: ['0.extra.connectionTimeoutMillis', '0.connectTimeoutMS'], default: 'never', offAt: [0], see: 'typeorm 1.1.1 PostgresDriver.js; ran' },
        { limits: 'statement', at: ['0.extra.statement_timeout', '0.extra.query_timeout'], inText: { at: ['0.extra.options', '0.url?options'], name: 'statement_timeout' }, default: 'never', offAt: [0, false], see: 'typeorm 1.1.1 and 0.3.31 (ran)' },
        { limits: 'size', at: ['0.poolSize', '0.extra.max'], unit: 'count', default: 10, see: 'typeorm 1.1.1' },
      ],
      see: '@nestjs/typeorm 12.0.2: closes itself in onApplicationShutdown',
    },
    {
      create: 'TypeOrmModule.forRoot', is: 'pool', name: 'TypeORM DataSource', when: { at: '0.type', is: ['mysql', 'mariadb', 'aurora-mysql'] },
      limits: [
        { limits: 'acquire-wait', at: [], default: 'never', see: 'typeorm 1.1.1 MysqlDriver.js: acquireTimeout is ignored (ran)' },
        { limits: 'statement', at: ['0.maxQueryExecutionTime'], onlyWhen: { at: '0.enableQueryTimeout', is: true }, default: 'never', see: 'typeorm 1.1.1 MysqlDataSourceOptions.d.ts' },
        { limits: 'size', at: ['0.poolSize', '0.extra.connectionLimit'], unit: 'count', default: 10, see: 'typeorm 1.1.1' },
      ],
      see: '@nestjs/typeorm 12.0.2',
    },
    {
      create: 'TypeOrmModule.forRoot', is: 'pool', name: 'TypeORM DataSource', when: { at: '0.type', is: ['mssql'] },
      limits: [{ limits: 'acquire-wait', at: ['0.pool.acquireTimeoutMillis'], default: 30000, see: 'typeorm 1.1.1; tarn 3.1.2' }], see: '@nestjs/typeorm 12.0.2',
    },
    {
      create: 'TypeOrmModule.forRootAsync', is: 'pool', name: 'TypeORM DataSource', when: { at: '0.useFactory().type', is: ['postgres', 'cockroachdb', 'aurora-postgres'] },
      limits: [
        { limits: 'acquire-wait', at: ['0.useFactory().extra.connectionTimeoutMillis', '0.useFactory().connectTimeoutMS'], default: 'never', offAt: [0], see: 'typeorm 1.1.1; ran' },
        { limits: 'statement', at: ['0.useFactory().extra.statement_timeout', '0.useFactory().extra.query_timeout'], inText: { at: ['0.useFactory().extra.options', '0.useFactory().url?options'], name: 'statement_timeout' }, default: 'never', offAt: [0, false], see: 'typeorm 1.1.1 and 0.3.31 (ran)' },
      ],
      see: '@nestjs/typeorm 12.0.2',
    },
    {
      create: 'TypeOrmModule.forRootAsync', is: 'pool', name: 'TypeORM DataSource', when: { at: '0.useFactory().type', is: ['mysql', 'mariadb', 'aurora-mysql'] },
      limits: [
        { limits: 'acquire-wait', at: [], default: 'never', see: 'typeorm 1.1.1: acquireTimeout is ignored (ran)' },
        { limits: 'statement', at: ['0.useFactory().maxQueryExecutionTime'], onlyWhen: { at: '0.useFactory().enableQueryTimeout', is: true }, default: 'never', see: 'typeorm 1.1.1 MysqlDataSourceOptions.d.ts' },
      ],
      see: '@nestjs/typeorm 12.0.2',
    },
    {
      create: 'TypeOrmModule.forRootAsync', is: 'pool', name: 'TypeORM DataSource', when: { at: '0.useFactory().type', is: ['mssql'] },
      limits: [{ limits: 'acquire-wait', at: ['0.useFactory().pool.acquireTimeoutMillis'], default: 30000, see: 'typeorm 1.1.1; tarn 3.1.2' }], see: '@nestjs/typeorm 12.0.2',
    },
  ],
  injection: {
    injects: [
      { decorator: 'InjectRepository', gives: 'typeorm|Repository()', nameAt: '1', makes: true },
      { decorator: 'InjectDataSource', gives: 'typeorm|DataSource()', nameAt: '0' },
      { decorator: 'InjectEntityManager', gives: 'typeorm|EntityManager()', nameAt: '0' },
    ],
    provides: [{ call: 'TypeOrmModule.forRoot', gives: 'typeorm|DataSource()', nameAt: '0.name' }, { call: 'TypeOrmModule.forRootAsync', gives: 'typeorm|DataSource()', nameAt: '0.name' }],
  },

  remarks: [
    { options: ['retryAttempts', 'retryDelay'], default: '9, 3000 ms', says: 'how often connecting is tried again at start-up', see: '@nestjs/typeorm@12.0.2 typeorm-core.module.js' },
    { says: 'runs after the HTTP drain; on signals only with enableShutdownHooks()', see: '@nestjs/typeorm 12.0.2' },
  ],
};
