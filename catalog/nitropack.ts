import type { Library } from './schema.js';

export const library: Library = {
  package: 'nitropack',
  modules: ['nitropack/runtime'],
  name: 'Nitro',
  source: 'nitropack@2.13.6 dist/core/index.mjs',
  checkedOn: ['nitropack@2.13.6'],
  entryPoints: [
    {
      kind: 'http', file: { paths: ['**/server/api/**/*.ts', 'server/api/**/*.ts', '**/server/routes/**/*.ts', 'server/routes/**/*.ts'], exports: ['default'], route: 'nitro' },
      method: 'ALL', repeats: 'client', answers: true, see: 'nitropack 2.13.6 scanHandlers (ran)',
    },
  ],
};
