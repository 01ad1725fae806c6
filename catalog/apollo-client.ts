import type { Library } from './schema.js';

export const library: Library = {
  package: '@apollo/client',
  modules: ['@apollo/client/core'],
  name: 'Apollo Client',
  source: '@apollo/client@4.3.8 link/retry/*.js; ran',
  types: { ApolloClient: 'ApolloClient()' },
  operations: [
    {
      call: 'ApolloClient().query', is: 'outbound', effect: 'read',
      limits: [{ limits: 'total', at: ['0.context.fetchOptions.signal'], unit: 'signal', default: 'never', see: '@apollo/client 4.3.8: fetch ends after 300 s (ran)' }],
      see: '@apollo/client 4.3.8',
    },
    {
      call: 'ApolloClient().mutate', is: 'outbound', effect: 'write',
      limits: [{ limits: 'total', at: ['0.context.fetchOptions.signal'], unit: 'signal', default: 'never', see: '@apollo/client 4.3.8 (ran)' }],
      keys: ['0.context.headers.Idempotency-Key'], see: '@apollo/client 4.3.8',
    },
  ],
};
