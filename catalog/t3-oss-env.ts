import type { Library } from './schema.js';

export const library: Library = {
  package: '@t3-oss/env-core',
  modules: ['@t3-oss/env-nextjs', '@t3-oss/env-nuxt'],
  name: 'T3 Env',
  source: '@t3-oss/env-core@0.13 docs: createEnv gives the parsed variables of `server`, `client` and `shared` by name',
  checkedOn: ['@t3-oss/env-core@0.13.11'],
  values: [{ call: 'createEnv', gives: 'argument', from: '0.server' }],
};
