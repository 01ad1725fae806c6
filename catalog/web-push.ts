import type { Library } from './schema.js';

export const library: Library = {
  package: 'web-push',
  name: 'Web Push',
  source: 'web-push@3.6.7 src/web-push-lib.js; ran',
  checkedOn: ['web-push@3.6.7', '@types/web-push@3.6.4'],
  same: [{ path: 'default', is: '' }],
  operations: [
    {
      call: 'sendNotification', is: 'outbound', effect: 'write', partnerAt: ['0.endpoint'], keys: ['2.topic'], dataAt: ['1'],
      limits: [{ limits: 'idle', at: ['2.timeout'], default: 'never', offAt: [0], note: 'silence of the connection; an answer that trickles outlives it', see: 'web-push 3.6.7 (ran)' }],
      see: 'web-push 3.6.7: nothing is retried; a later message of the same topic replaces the earlier',
    },
  ],
};
