import type { Library } from './schema.js';

export const library: Library = {
  package: '@google-cloud/firestore',
  name: 'Firestore',
  source: '@google-cloud/firestore@9.4.1 *_client_config.json; ran',
  same: [{ path: 'firebase-admin|getFirestore()', is: 'Firestore()' }],
  types: { Firestore: 'Firestore()' },
  callbacks: [{ call: 'Firestore().runTransaction', callback: '0', runs: 'now', gives: true }],
  resources: [
    {
      create: 'Firestore', is: 'client', name: 'Firestore client', close: [{ call: 'terminate', awaitable: true, waits: true }], mustClose: true,
      see: '@google-cloud/firestore 9.4.1: terminate() waits (ran)',
    },
  ],
  operations: [
    {
      call: 'Firestore().collection().*', members: ['get', 'listDocuments'], is: 'command', effect: 'read',
      limits: [{ limits: 'total', at: [], default: 600000, see: '@google-cloud/firestore 9.4.1: total_timeout of its service config' }],
      retries: { at: [], counts: 'retries', default: 4, writes: true, see: 'google-gax 6.17.0' }, see: '@google-cloud/firestore 9.4.1: get() pending at 75 s (ran)',
    },
    {
      call: 'Firestore().collection().*', members: ['add', 'create'], is: 'command', effect: 'write',
      limits: [{ limits: 'total', at: [], default: 600000, see: '@google-cloud/firestore 9.4.1: total_timeout of its service config' }],
      retries: { at: [], counts: 'retries', default: 4, writes: true, see: 'google-gax 6.17.0' }, see: '@google-cloud/firestore 9.4.1: get() pending at 75 s (ran)',
    },
    {
      call: 'Firestore().collection().*', members: ['set', 'update', 'delete'], is: 'command', effect: 'idempotent',
      limits: [{ limits: 'total', at: [], default: 600000, see: '@google-cloud/firestore 9.4.1: total_timeout of its service config' }],
      retries: { at: [], counts: 'retries', default: 4, writes: true, see: 'google-gax 6.17.0' }, see: '@google-cloud/firestore 9.4.1: get() pending at 75 s (ran)',
    },
    {
      call: 'Firestore().collection().doc().*', members: ['get', 'listDocuments'], is: 'command', effect: 'read',
      limits: [{ limits: 'total', at: [], default: 600000, see: '@google-cloud/firestore 9.4.1: total_timeout of its service config' }],
      retries: { at: [], counts: 'retries', default: 4, writes: true, see: 'google-gax 6.17.0' }, see: '@google-cloud/firestore 9.4.1: get() pending at 75 s (ran)',
    },
    {
      call: 'Firestore().collection().doc().*', members: ['add', 'create'], is: 'command', effect: 'write',
      limits: [{ limits: 'total', at: [], default: 600000, see: '@google-cloud/firestore 9.4.1: total_timeout of its service config' }],
      retries: { at: [], counts: 'retries', default: 4, writes: true, see: 'google-gax 6.17.0' }, see: '@google-cloud/firestore 9.4.1: get() pending at 75 s (ran)',
    },
    {
      call: 'Firestore().collection().doc().*', members: ['set', 'update', 'delete'], is: 'command', effect: 'idempotent',
      limits: [{ limits: 'total', at: [], default: 600000, see: '@google-cloud/firestore 9.4.1: total_timeout of its service config' }],
      retries: { at: [], counts: 'retries', default: 4, writes: true, see: 'google-gax 6.17.0' }, see: '@google-cloud/firestore 9.4.1: get() pending at 75 s (ran)',
    },
    {
      call: 'Firestore().doc().*', members: ['get', 'listDocuments'], is: 'command', effect: 'read',
      limits: [{ limits: 'total', at: [], default: 600000, see: '@google-cloud/firestore 9.4.1: total_timeout of its service config' }],
      retries: { at: [], counts: 'retries', default: 4, writes: true, see: 'google-gax 6.17.0' }, see: '@google-cloud/firestore 9.4.1: get() pending at 75 s (ran)',
    },
    {
      call: 'Firestore().doc().*', members: ['add', 'create'], is: 'command', effect: 'write',
      limits: [{ limits: 'total', at: [], default: 600000, see: '@google-cloud/firestore 9.4.1: total_timeout of its service config' }],
      retries: { at: [], counts: 'retries', default: 4, writes: true, see: 'google-gax 6.17.0' }, see: '@google-cloud/firestore 9.4.1: get() pending at 75 s (ran)',
    },
    {
      call: 'Firestore().doc().*', members: ['set', 'update', 'delete'], is: 'command', effect: 'idempotent',
      limits: [{ limits: 'total', at: [], default: 600000, see: '@google-cloud/firestore 9.4.1: total_timeout of its service config' }],
      retries: { at: [], counts: 'retries', default: 4, writes: true, see: 'google-gax 6.17.0' }, see: '@google-cloud/firestore 9.4.1: get() pending at 75 s (ran)',
    },
  ],

  remarks: [
    { options: ['per', 'call', 'retry'], default: 'per method in *_client_config.json: Firestore 60000 (RunQuery/BatchGet 300000), Pub/Sub Publish 60000 with total_timeout 600000, Spanner ExecuteSql 30000, Commit 3600000; gax fallback 30000', unit: 'ms', says: 'limits a statement; client; with retries the caller can wait much longer: Firestore get() on a silent server pending at 75 s', see: 'google-gax@6.17.0' },
    { options: ['spanner', 'session', 'pool', 'max'], default: 'max 100, min 25', says: 'size of the pool', see: 'google-gax@6.17.0' },
    { options: ['spanner', 'DatabaseOptions', 'session', 'pool'], default: 'Infinity', unit: 'ms', says: 'limits the wait for a connection', see: 'google-gax@6.17.0' },
    { says: 'new Storage({ retryOptions: { maxRetries: 0 } }) still gives 3: falsy values are replaced by the default; use autoRetry:false', see: 'google-gax@6.17.0' },
    { says: 'pubsub.close() / subscription.close() does not wait for work in flight: NO by default: subscription.close() is NackImmediately, running handlers are not awaited; closeOptions.behavior WaitForProcessing (5.x) waits', see: 'google-gax@6.17.0' },
  ],
};
