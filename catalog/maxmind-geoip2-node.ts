import type { Library } from './schema.js';

export const library: Library = {
  package: '@maxmind/geoip2-node',
  name: 'MaxMind',
  source: '@maxmind/geoip2-node@6.3.4 and 7.0.0 dist/src/webServiceClient.js',
  checkedOn: ['@maxmind/geoip2-node@6.3.4'],
  types: { WebServiceClient: 'WebServiceClient()' },
  operations: [
    {
      call: 'WebServiceClient().*', members: ['city', 'country', 'insights'], is: 'outbound', effect: 'read',
      limits: [{ limits: 'total', at: ['creation:2.timeout', 'creation:2'], default: 3000, see: '@maxmind/geoip2-node 6.3.4: 3 s, body included' }],
      see: '@maxmind/geoip2-node 6.3.4: on fetch, no retries',
    },
  ],
};
