import type { Library } from './schema.js';

export const library: Library = {
  package: 'graphql',
  modules: ['graphql/type', 'graphql/type/definition'],
  name: 'GraphQL.js',
  source: 'graphql@16.11.0 type/definition.d.ts',
  entryPoints: [
    {
      kind: 'graphql', call: 'GraphQLObjectType', nameAt: '0.name', handlers: ['0.fields.*.resolve', '0.fields().*.resolve'], method: 'FIELD', contextAt: '2', repeats: 'client', answers: true,
      see: 'graphql 16.11.0: resolve(source, args, context, info); fields may be a function',
    },
  ],
};
