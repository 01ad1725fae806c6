import type { Library } from './schema.js';

export const library: Library = {
  package: '@nestjs/sequelize',
  name: 'Nest Sequelize',
  source: '@nestjs/sequelize@12.0.0, 11 dist/sequelize-core.module.js',
  checkedOn: ['@nestjs/sequelize@12.0.0'],
  resources: [
    {
      create: 'SequelizeModule.forRoot', is: 'pool', name: 'Sequelize pool',
      limits: [
        { limits: 'acquire-wait', at: ['0.pool.acquire'], default: 60000, offAt: [0], see: 'sequelize 6.37.8; ran' },
        { limits: 'statement', at: ['0.dialectOptions.statement_timeout', '0.dialectOptions.query_timeout'], default: 'never', see: 'sequelize 6.37.8 (ran)' },
      ],
      see: '@nestjs/sequelize 12.0.0: closes itself in onApplicationShutdown',
    },
  ],
  injection: {
    injects: [{ decorator: 'InjectModel', gives: 'sequelize|Model' }, { decorator: 'InjectConnection', gives: 'sequelize|Sequelize()' }],
    provides: [{ call: 'SequelizeModule.forRoot', gives: 'sequelize|Sequelize()' }, { call: 'SequelizeModule.forRootAsync', gives: 'sequelize|Sequelize()' }],
  },
  remarks: [
    { options: ['retryAttempts', 'retryDelay'], default: '9, 3000 ms', says: 'how often connecting is tried again at start-up', see: '@nestjs/sequelize@12.0.0 sequelize-core.module.js' },
  ],
};
