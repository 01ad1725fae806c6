import type { Library, Limit } from './schema.js';

const HEADERS: Limit = { limits: 'headers', at: [], default: 300000, see: '@apollo/client 4.3.8: on fetch (ran)' };

export const library: Library = {
  package: '@apollo/client',
  modules: ['@apollo/client/core', '@apollo/client/link/retry', '@apollo/client/link'],
  name: 'Apollo Client',
  source: '@apollo/client@4.3.8 link/retry/*.js; ran',
  checkedOn: ['@apollo/client@4.3.8'],
  same: [{ path: 'from', is: 'ApolloLink.from' }],
  types: { ApolloClient: 'ApolloClient()', ApolloLink: 'ApolloLink()', RetryLink: 'RetryLink()' },
  resources: [
    {
      create: 'ApolloClient', is: 'client', name: 'Apollo Client', when: { at: '0.link', is: ['RetryLink()', 'RetryLink().concat()'] },
      retries: { at: ['0.link|0.attempts.max'], counts: 'attempts', default: 5, writes: true, delay: { default: 600, factor: 2, jitter: true }, see: '@apollo/client 4.3.8 link/retry/*.js: queries and mutations (ran)' },
      see: '@apollo/client 4.3.8 link/retry/*.js (ran)',
    },
    {
      create: 'ApolloClient', is: 'client', name: 'Apollo Client', when: { at: '0.link|0[]', is: ['RetryLink()'] },
      retries: { at: ['0.link|0[]|0.attempts.max'], counts: 'attempts', default: 5, writes: true, delay: { default: 600, factor: 2, jitter: true }, see: '@apollo/client 4.3.8 link/retry/*.js: queries and mutations (ran)' },
      see: '@apollo/client 4.3.8 link/core/from.js (ran)',
    },
  ],
  operations: [
    {
      call: 'ApolloClient().query', is: 'outbound', effect: 'read',
      limits: [{ limits: 'total', at: ['0.context.fetchOptions.signal'], unit: 'signal', default: 'never', see: '@apollo/client 4.3.8' }, HEADERS],
      see: '@apollo/client 4.3.8',
    },
    {
      call: 'ApolloClient().mutate', is: 'outbound', effect: 'write', textAt: '0.mutation',
      limits: [{ limits: 'total', at: ['0.context.fetchOptions.signal'], unit: 'signal', default: 'never', see: '@apollo/client 4.3.8 (ran)' }, HEADERS],
      keys: ['0.context.headers.Idempotency-Key'], see: '@apollo/client 4.3.8',
    },
  ],
  remarks: [{ options: ['initial', 'max', 'jitter'], default: '300 ms, Infinity, true', says: 'RetryLink: the n-th pause is drawn up to initial times 2 to the power of n', see: '@apollo/client@4.3.8 link/retry/delayFunction.js' }],
};
