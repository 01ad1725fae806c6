import type { Library } from './schema.js';

export const library: Library = {
  package: '@fastify/mongodb',
  source: '@fastify/mongodb@10.0.1 index.js',
  checkedOn: ['@fastify/mongodb@10.0.1'],
  same: [
    { path: 'default', is: '' },
    { path: 'register().client', is: 'mongodb|MongoClient()' },
    { path: 'register().db', is: 'mongodb|MongoClient().db()' },
  ],
  plugins: [{ plugin: '', registeredBy: 'fastify|().register', as: 'register', member: 'mongo' }],
  resources: [
    {
      create: 'register', is: 'pool', name: '@fastify/mongodb client',
      limits: [{ limits: 'acquire-wait', at: ['1.waitQueueTimeoutMS', '1.url?waitQueueTimeoutMS'], default: 'never', offAt: [0], see: 'mongodb 7.9.0; ran' }],
      see: '@fastify/mongodb 10.0.1: closes itself in onClose',
    },
  ],
};
