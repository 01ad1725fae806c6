import type { Library } from './schema.js';

export const library: Library = {
  package: 'google-gax',
  source: 'google-gax@6.17.0, 5.0.8 build/src/gax.js',
  checkedOn: ['google-gax@6.17.0'],
  remarks: [
    { options: ['timeout'], default: 30000, unit: 'ms', says: 'one RPC, where the method has no setting of its own in the client configuration', see: 'google-gax 6.17.0' },
    { options: ['retry', 'maxRetries'], says: 'which methods are repeated on which codes stands in the client configuration of each service, writes included', see: 'google-gax 6.17.0' },
    { says: 'retries go on until total_timeout, 600 s in most client configurations, so that a caller waits far longer than one RPC takes', see: 'google-gax 6.17.0; Firestore get() pending at 75 s (ran)' },
  ],
};
