import type { Library } from './schema.js';

export const library: Library = {
  package: '@graphql-tools/merge',
  source: '@graphql-tools/merge (d.ts)',
  values: [
    { call: 'mergeResolvers', gives: 'argument', from: '0' },
    { call: 'mergeTypeDefs', gives: 'merge', from: '0[]' },
  ],
};
