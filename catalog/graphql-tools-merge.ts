import type { Library } from './schema.js';

export const library: Library = {
  package: '@graphql-tools/merge',
  source: '@graphql-tools/merge (d.ts)',
  checkedOn: ['@graphql-tools/merge@10.0.6'],
  values: [
    { call: 'mergeResolvers', gives: 'argument', from: '0' },
    { call: 'mergeTypeDefs', gives: 'merge', from: '0[]' },
  ],
};
