import type { Library, Limit } from './schema.js';

const limits: readonly Limit[] = [{ limits: 'attempt', at: ['creation:0.timeout'], default: 30000, note: 'silence of the connection', see: 'jwks-rsa 4.1.0 src/JwksClient.js; ran' }];

export const library: Library = {
  package: 'jwks-rsa',
  source: 'jwks-rsa@4.1.0 src/JwksClient.js, src/wrappers; ran',
  checkedOn: ['jwks-rsa@4.1.0'],
  same: [
    { path: 'default', is: '' },
    { path: 'default.JwksClient', is: '' },
    { path: 'JwksClient', is: '' },
  ],
  types: { JwksClient: '()' },
  operations: [
    { call: '().*', members: ['getSigningKey', 'getSigningKeys', 'getKeys'], is: 'outbound', effect: 'read', partnerAt: ['creation:0.jwksUri'], limits, see: 'jwks-rsa 4.1.0: keys are kept for ten hours, one that is unknown is asked for each time' },
  ],
  remarks: [
    { options: ['cache', 'cacheMaxAge'], default: '36000000', unit: 'ms', says: 'how long a key is kept', see: 'jwks-rsa 4.1.0' },
    { options: ['rateLimit'], default: false, says: 'without it, tokens with made-up key ids make one request each', see: 'jwks-rsa 4.1.0' },
  ],
};
