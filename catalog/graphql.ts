import type { Library } from './schema.js';

export const library: Library = {
  package: 'graphql',
  modules: ['graphql/type', 'graphql/type/definition'],
  name: 'GraphQL.js',
  source: 'graphql@16.11.0 type/definition.d.ts',
  checkedOn: ['graphql@16.11.0'],
  entryPoints: [
    {
      kind: 'graphql', call: 'GraphQLObjectType', nameAt: '0.name', handlers: ['0.fields.*.resolve', '0.fields().*.resolve'], method: 'FIELD', contextAt: '2', heldBy: 'GraphQLSchema', repeats: 'client', answers: true,
      see: 'graphql 16.11.0: resolve(source, args, context, info); fields may be a function',
    },
  ],
  values: [
    { call: 'lexicographicSortSchema', gives: 'argument', from: '0' },
    { call: 'extendSchema', gives: 'argument', from: '0' },
  ],
  resources: [{ create: 'GraphQLSchema', is: 'router', name: 'GraphQL schema', see: 'graphql 16.11.0 type/schema.d.ts' }],
};
