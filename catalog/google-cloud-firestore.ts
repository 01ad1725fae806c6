import type { Library } from './schema.js';

export const library: Library = {
  package: '@google-cloud/firestore',
  name: 'Firestore',
  source: '@google-cloud/firestore@9.4.1 *_client_config.json; ran',
  checkedOn: ['@google-cloud/firestore@9.4.1'],
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
      limits: [{ limits: 'total', at: [], default: 600000, unrun: 'needs a Firestore or its emulator', see: '@google-cloud/firestore 9.4.1: total_timeout of its service config' }],
      retries: { at: [], counts: 'retries', default: 4, unrun: 'needs a Firestore or its emulator', writes: true, see: 'google-gax 6.17.0' }, see: '@google-cloud/firestore 9.4.1: get() pending at 75 s (ran)',
    },
    {
      call: 'Firestore().collection().*', members: ['add'], is: 'command', effect: 'write',
      limits: [{ limits: 'total', at: [], default: 600000, unrun: 'needs a Firestore or its emulator', see: '@google-cloud/firestore 9.4.1: total_timeout of its service config' }],
      retries: { at: [], counts: 'retries', default: 4, unrun: 'needs a Firestore or its emulator', writes: true, see: 'google-gax 6.17.0' }, see: '@google-cloud/firestore 9.4.1: get() pending at 75 s (ran)',
    },
    {
      call: 'Firestore().collection().doc().*', members: ['get', 'listCollections'], is: 'command', effect: 'read',
      limits: [{ limits: 'total', at: [], default: 600000, unrun: 'needs a Firestore or its emulator', see: '@google-cloud/firestore 9.4.1: total_timeout of its service config' }],
      retries: { at: [], counts: 'retries', default: 4, unrun: 'needs a Firestore or its emulator', writes: true, see: 'google-gax 6.17.0' }, see: '@google-cloud/firestore 9.4.1: get() pending at 75 s (ran)',
    },
    {
      call: 'Firestore().collection().doc().*', members: ['create'], is: 'command', effect: 'write',
      limits: [{ limits: 'total', at: [], default: 600000, unrun: 'needs a Firestore or its emulator', see: '@google-cloud/firestore 9.4.1: total_timeout of its service config' }],
      retries: { at: [], counts: 'retries', default: 4, unrun: 'needs a Firestore or its emulator', writes: true, see: 'google-gax 6.17.0' }, see: '@google-cloud/firestore 9.4.1: get() pending at 75 s (ran)',
    },
    {
      call: 'Firestore().collection().doc().*', members: ['set', 'update', 'delete'], is: 'command', effect: 'idempotent',
      limits: [{ limits: 'total', at: [], default: 600000, unrun: 'needs a Firestore or its emulator', see: '@google-cloud/firestore 9.4.1: total_timeout of its service config' }],
      retries: { at: [], counts: 'retries', default: 4, unrun: 'needs a Firestore or its emulator', writes: true, see: 'google-gax 6.17.0' }, see: '@google-cloud/firestore 9.4.1: get() pending at 75 s (ran)',
    },
    {
      call: 'Firestore().doc().*', members: ['get', 'listCollections'], is: 'command', effect: 'read',
      limits: [{ limits: 'total', at: [], default: 600000, unrun: 'needs a Firestore or its emulator', see: '@google-cloud/firestore 9.4.1: total_timeout of its service config' }],
      retries: { at: [], counts: 'retries', default: 4, unrun: 'needs a Firestore or its emulator', writes: true, see: 'google-gax 6.17.0' }, see: '@google-cloud/firestore 9.4.1: get() pending at 75 s (ran)',
    },
    {
      call: 'Firestore().doc().*', members: ['create'], is: 'command', effect: 'write',
      limits: [{ limits: 'total', at: [], default: 600000, unrun: 'needs a Firestore or its emulator', see: '@google-cloud/firestore 9.4.1: total_timeout of its service config' }],
      retries: { at: [], counts: 'retries', default: 4, unrun: 'needs a Firestore or its emulator', writes: true, see: 'google-gax 6.17.0' }, see: '@google-cloud/firestore 9.4.1: get() pending at 75 s (ran)',
    },
    {
      call: 'Firestore().doc().*', members: ['set', 'update', 'delete'], is: 'command', effect: 'idempotent',
      limits: [{ limits: 'total', at: [], default: 600000, unrun: 'needs a Firestore or its emulator', see: '@google-cloud/firestore 9.4.1: total_timeout of its service config' }],
      retries: { at: [], counts: 'retries', default: 4, unrun: 'needs a Firestore or its emulator', writes: true, see: 'google-gax 6.17.0' }, see: '@google-cloud/firestore 9.4.1: get() pending at 75 s (ran)',
    },
  ],

  remarks: [
    { says: 'each method has a timeout of its own for one attempt, 60 s for most, 300 s for queries; with its retries a read of a silent server was pending at 75 s', see: '@google-cloud/firestore 9.4.1 *_client_config.json; ran' },
    { says: 'a transaction runs its function up to five times', see: '@google-cloud/firestore 9.4.1' },
  ],
};
