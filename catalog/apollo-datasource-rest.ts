import type { Library } from './schema.js';

const LIMITS = [{ limits: 'total', at: ['1.signal'], unit: 'signal', default: 'never', see: '@apollo/datasource-rest 6.4.1: node-fetch 2 without a timeout' }] as const;
const PARTNER = ['creation:0.baseURL', '0'];
const SENT_BY = 'creation:0.fetch';

export const library: Library = {
  package: '@apollo/datasource-rest',
  name: 'RESTDataSource',
  source: '@apollo/datasource-rest@6.4.1 dist/RESTDataSource.js and .d.ts',
  checkedOn: ['@apollo/datasource-rest@6.4.1'],
  overrides: [{ on: 'RESTDataSource()', method: 'willSendRequest' }],
  operations: [
    { call: 'RESTDataSource().*', members: ['get', 'head'], is: 'outbound', effect: 'read', limits: LIMITS, partnerAt: PARTNER, sentBy: SENT_BY, see: '@apollo/datasource-rest 6.4.1' },
    { call: 'RESTDataSource().*', members: ['put', 'delete'], is: 'outbound', effect: 'idempotent', limits: LIMITS, partnerAt: PARTNER, sentBy: SENT_BY, see: '@apollo/datasource-rest 6.4.1' },
    {
      call: 'RESTDataSource().*', members: ['post', 'patch'], is: 'outbound', effect: 'write', limits: LIMITS, partnerAt: PARTNER, sentBy: SENT_BY, dataAt: ['1.body'],
      keys: ['1.headers.Idempotency-Key', '1.headers.X-Idempotency-Key'], see: '@apollo/datasource-rest 6.4.1',
    },
    {
      call: 'RESTDataSource().fetch', is: 'outbound', effect: 'method', methodAt: '1.method', methodDefault: 'GET', limits: LIMITS, partnerAt: PARTNER, sentBy: SENT_BY, dataAt: ['1.body'],
      keys: ['1.headers.Idempotency-Key', '1.headers.X-Idempotency-Key'], see: '@apollo/datasource-rest 6.4.1',
    },
  ],
  remarks: [{ says: 'requests of one instance to the same URL are joined while they run', see: '@apollo/datasource-rest 6.4.1 dist/RESTDataSource.js' }],
};
