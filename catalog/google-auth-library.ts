import type { Library } from './schema.js';

export const library: Library = {
  package: 'google-auth-library',
  name: 'Google Auth',
  source: 'google-auth-library@10.9.1 d.ts: on gaxios',
  checkedOn: ['google-auth-library@10.9.1'],
  types: { OAuth2Client: 'OAuth2Client()', GoogleAuth: 'GoogleAuth()', JWT: 'JWT()', IdTokenClient: 'GoogleAuth().getIdTokenClient()' },
  operations: [
    {
      call: 'OAuth2Client().*', members: ['getToken', 'refreshAccessToken', 'getAccessToken', 'getTokenInfo', 'revokeToken', 'revokeCredentials'], is: 'outbound', effect: 'read',
      limits: [{ limits: 'total', at: ['creation:0.transporterOptions.timeout'], default: 'never', see: 'google-auth-library 10.9.1; gaxios 7.3.1 (ran)' }], see: 'google-auth-library 10.9.1',
    },
    {
      call: 'GoogleAuth().getIdTokenClient().request', is: 'outbound', effect: 'method', methodAt: '0.method', methodDefault: 'GET', partnerAt: ['0.url'],
      limits: [{ limits: 'total', at: ['0.timeout'], default: 'never', offAt: [0], see: 'gaxios 7.3.1 (ran)' }], see: 'google-auth-library 10.9.1',
    },
  ],
  remarks: [{ says: 'verifyIdToken() asks for Google\'s certificates once in their lifetime, without a limit of its own', see: 'google-auth-library 10.9.1' }],
};
