import type { Library } from './schema.js';

export const library: Library = {
  package: '@fastify/awilix',
  source: '@fastify/awilix@8.2.1 lib/fastifyAwilixPlugin.js',
  checkedOn: ['@fastify/awilix@8.2.1'],
  same: [
    { path: 'default', is: 'fastifyAwilixPlugin' },
    { path: 'diContainer', is: 'awilix|createContainer()' },
    { path: 'diContainerClassic', is: 'awilix|createContainer()' },
    { path: 'diContainerProxy', is: 'awilix|createContainer()' },
    { path: 'register()', is: 'awilix|createContainer()' },
  ],
  plugins: [{ plugin: 'fastifyAwilixPlugin', registeredBy: 'fastify|().register', as: 'register', member: 'diContainer' }],
  requestMembers: { diScope: 'awilix|createContainer()' },
};
