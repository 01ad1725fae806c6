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
};
