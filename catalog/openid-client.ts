import type { Library, Limit } from './schema.js';

const OF_CONFIGURATION: Limit = { limits: 'attempt', at: ['0|4.timeout'], unit: 's', default: 30000, versions: '>=6.0.0', see: 'openid-client 6.9.0 build/index.js; ran' };

export const library: Library = {
  package: 'openid-client',
  source: 'openid-client@6.9.0 build/index.js; ran',
  checkedOn: ['openid-client@6.9.0'],
  types: { Configuration: 'discovery()' },
  operations: [
    {
      call: 'discovery', is: 'outbound', effect: 'read', partnerAt: ['0'],
      limits: [{ limits: 'attempt', at: ['4.timeout'], unit: 's', default: 30000, versions: '>=6.0.0', see: 'openid-client 6.9.0 build/index.js; ran' }], versions: '>=6.0.0', see: 'openid-client 6.9.0: nothing is retried',
    },
    { call: '*', members: ['fetchUserInfo', 'tokenIntrospection'], is: 'outbound', effect: 'read', limits: [OF_CONFIGURATION], versions: '>=6.0.0', see: 'openid-client 6.9.0' },
    { call: '*', members: ['authorizationCodeGrant', 'refreshTokenGrant', 'clientCredentialsGrant', 'genericGrantRequest', 'tokenRevocation'], is: 'outbound', effect: 'idempotent', limits: [OF_CONFIGURATION], versions: '>=6.0.0', see: 'openid-client 6.9.0: a token more does no harm' },
  ],
  remarks: [{ options: ['timeout'], default: 30, unit: 's', says: 'of the configuration; version 5 had 3500 ms and set it with custom.setHttpOptionsDefaults', see: 'openid-client 6.9.0' }],
};
