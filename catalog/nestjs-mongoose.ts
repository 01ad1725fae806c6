import type { Library } from './schema.js';

export const library: Library = {
  package: '@nestjs/mongoose',
  name: 'Nest Mongoose',
  source: '@nestjs/mongoose@12.0.0, 11 dist/mongoose-core.module.js',
  checkedOn: ['@nestjs/mongoose@12.0.0', 'mongoose@9.12.1', '@nestjs/common@12.5.1'],
  same: [{ path: 'SchemaFactory.createForClass()', is: 'mongoose|Schema()' }],
  resources: [
    {
      create: 'MongooseModule.forRoot', is: 'pool', name: 'Mongoose connection',
      limits: [
        { limits: 'acquire-wait', at: ['1.waitQueueTimeoutMS', '0?waitQueueTimeoutMS'], default: 'never', offAt: [0], see: 'mongoose 9.12.1; ran' },
        { limits: 'statement', at: ['1.socketTimeoutMS', '0?socketTimeoutMS'], default: 'never', offAt: [0], see: 'mongodb 7.9.0 (ran)' },
        { limits: 'size', at: ['1.maxPoolSize', '0?maxPoolSize'], unit: 'count', default: 100, see: 'mongodb 7.9.0' },
      ],
      see: '@nestjs/mongoose 12.0.0: closes itself in onApplicationShutdown',
    },
    {
      create: 'MongooseModule.forRootAsync', is: 'pool', name: 'Mongoose connection',
      limits: [
        { limits: 'acquire-wait', at: ['0.useFactory().waitQueueTimeoutMS', '0.useFactory().uri?waitQueueTimeoutMS'], default: 'never', offAt: [0], see: 'mongoose 9.12.1; ran' },
        { limits: 'statement', at: ['0.useFactory().socketTimeoutMS', '0.useFactory().uri?socketTimeoutMS'], default: 'never', offAt: [0], see: 'mongodb 7.9.0 (ran)' },
      ],
      see: '@nestjs/mongoose 12.0.0',
    },
  ],
  injection: {
    injects: [{ decorator: 'InjectModel', gives: 'mongoose|Model', nameAt: '0' }, { decorator: 'InjectConnection', gives: 'mongoose|createConnection()' }],
    provides: [
      { call: 'MongooseModule.forRoot', gives: 'mongoose|createConnection()' }, { call: 'MongooseModule.forRootAsync', gives: 'mongoose|createConnection()' },
      { call: 'MongooseModule.forFeature', gives: 'mongoose|Model', each: true, nameAt: '0.name' }, { call: 'MongooseModule.forFeatureAsync', gives: 'mongoose|Model', each: true, nameAt: '0.name' },
    ],
  },
  tables: [
    { named: 'Prop', is: 'column', onlyBy: ['0.unique'], see: '@nestjs/mongoose 11.0.4 prop.decorator.d.ts: mongoose\'s own options' },
  ],
  remarks: [
    { options: ['retryAttempts', 'retryDelay'], default: '9, 3000 ms', says: 'how often connecting is tried again at start-up', see: '@nestjs/mongoose@12.0.0 mongoose-core.module.js' },
  ],
};
