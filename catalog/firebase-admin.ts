import type { Library } from './schema.js';

export const library: Library = {
  package: 'firebase-admin',
  modules: ['firebase-admin/app', 'firebase-admin/auth', 'firebase-admin/messaging', 'firebase-admin/firestore'],
  name: 'Firebase Admin',
  source: 'firebase-admin@14.5.1, 13.10.0 lib/utils/api-request.js',
  checkedOn: ['firebase-admin@14.5.1', 'firebase-admin@12.7.0'],
  same: [
    { path: 'default', is: '' },
    { path: 'firestore()', is: 'getFirestore()' },
    { path: 'auth()', is: 'getAuth()' },
    { path: 'messaging()', is: 'getMessaging()' },
  ],
  operations: [
    {
      call: 'getMessaging().*', members: ['send', 'sendEach', 'sendEachForMulticast', 'sendMulticast', 'sendToTopic', 'sendToDevice', 'subscribeToTopic'], is: 'outbound',
      effect: 'write', limits: [{ limits: 'attempt', at: [], default: 15000, see: 'firebase-admin 14.5.1 messaging-api-request-internal.js' }],
      retries: { at: [], counts: 'retries', default: 4, writes: true, delay: { default: 500, factor: 2, cap: 60000 }, see: 'firebase-admin 14.5.1 lib/utils/api-request.js' },
      see: 'firebase-admin 14.5.1',
    },
    {
      call: 'getAuth().*', members: ['getUser', 'getUserByEmail', 'createUser', 'updateUser', 'deleteUser', 'setCustomUserClaims', 'listUsers', 'revokeRefreshTokens'], is: 'outbound',
      effect: 'idempotent', limits: [{ limits: 'attempt', at: [], default: 25000, see: 'firebase-admin 14.5.1 auth-api-request.js' }],
      retries: { at: [], counts: 'retries', default: 4, writes: true, delay: { default: 500, factor: 2, cap: 60000 }, see: 'firebase-admin 14.5.1' }, see: 'firebase-admin 14.5.1',
    },
    { call: 'getAuth().verifyIdToken', is: 'presign', effect: 'none', see: 'firebase-admin: verifies locally with cached keys' },
  ],
};
