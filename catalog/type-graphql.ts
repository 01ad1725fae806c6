import type { Library } from './schema.js';

export const library: Library = {
  package: 'type-graphql',
  name: 'TypeGraphQL',
  source: 'type-graphql (docs)',
  checkedOn: ['type-graphql@1.1.1'],
  entryPoints: [
    { kind: 'graphql', decorator: 'Query', method: 'QUERY', name: 'query', repeats: 'client', answers: true, see: 'type-graphql' },
    { kind: 'graphql', decorator: 'Mutation', method: 'MUTATION', name: 'mutation', repeats: 'client', answers: true, see: 'type-graphql' },
    { kind: 'graphql', decorator: 'FieldResolver', method: 'FIELD', name: 'field', repeats: 'client', answers: true, see: 'type-graphql' },
  ],
};
