import type { Library, Limit } from './schema.js';

const HEADERS: Limit = { limits: 'headers', at: [], default: 300000, see: 'graphql-request 7.4.0: on fetch (ran)' };
const own: Limit = { limits: 'total', at: ['creation:1.fetch'], unit: 'function', default: 'never', see: 'graphql-request 7.4.0 build/legacy/helpers/types.d.ts: fetch does the requests' };

export const library: Library = {
  package: 'graphql-request',
  name: 'graphql-request',
  source: 'graphql-request@7.4.0; ran',
  checkedOn: ['graphql-request@7.4.0'],
  same: [{ path: 'default', is: '' }],
  types: { GraphQLClient: 'GraphQLClient()' },
  operations: [
    {
      call: 'request', is: 'outbound', effect: 'sql', textAt: '1', partnerAt: ['0', '0.url'],
      limits: [{ limits: 'total', at: ['0.signal', '3.signal'], unit: 'signal', default: 'never', see: 'graphql-request 7.4.0' }, HEADERS],
      keys: ['3.Idempotency-Key', '0.requestHeaders.Idempotency-Key'], see: 'graphql-request 7.4.0: mutation or query by the document',
    },
    {
      call: 'GraphQLClient().request', is: 'outbound', effect: 'sql', textAt: '0', partnerAt: ['creation:0'],
      limits: [{ limits: 'total', at: ['0.signal', 'creation:1.signal'], unit: 'signal', default: 'never', see: 'graphql-request 7.4.0' }, own, HEADERS],
      keys: ['2.Idempotency-Key', '0.requestHeaders.Idempotency-Key'], see: 'graphql-request 7.4.0',
    },
    {
      call: 'GraphQLClient().rawRequest', is: 'outbound', effect: 'sql', textAt: '0', partnerAt: ['creation:0'],
      limits: [{ limits: 'total', at: ['0.signal', 'creation:1.signal'], unit: 'signal', default: 'never', see: 'graphql-request 7.4.0' }, own, HEADERS],
      keys: ['2.Idempotency-Key', '0.requestHeaders.Idempotency-Key'], see: 'graphql-request 7.4.0',
    },
  ],
};
