import type { Library } from './schema.js';

export const library: Library = {
  package: 'graphql-relay',
  name: 'GraphQL Relay',
  source: 'graphql-relay@0.10.2 mutation/mutation.d.ts',
  checkedOn: ['graphql-relay@0.10.2'],
  entryPoints: [
    {
      kind: 'graphql', call: 'mutationWithClientMutationId', nameAt: '0.name', handlers: ['0.mutateAndGetPayload'], method: 'MUTATION', contextAt: '1', repeats: 'client', answers: true,
      see: 'graphql-relay 0.10.2: mutateAndGetPayload(input, context, info)',
    },
  ],
};
