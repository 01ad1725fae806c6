import type { Library } from './schema.js';

export const library: Library = {
  package: '@fastify/autoload',
  source: '@fastify/autoload@6.5.0 index.js, lib/find-plugins.js',
  checkedOn: ['@fastify/autoload@6.5.0'],
  same: [
    { path: 'default', is: '' },
    { path: 'fastifyAutoload', is: '' },
  ],
  loads: [
    {
      plugin: '', registeredBy: 'fastify|().register', folderAt: '1.dir', options: 'options', prefix: 'prefix', foldersAt: '1.dirNameRoutePrefix', parametersAt: '1.routeParams',
      ignoredAt: '1.ignorePattern', choosesAt: ['1.matchFilter', '1.ignoreFilter', '1.indexPattern', '1.scriptPattern', '1.maxDepth'], index: 'index', hooks: '^[_.]?auto_?hooks$',
      ownPrefix: 'autoPrefix', wholePrefix: 'prefixOverride', off: 'autoload', see: '@fastify/autoload 6.5.0',
    },
  ],
};
