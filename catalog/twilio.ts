import type { Library } from './schema.js';

export const library: Library = {
  package: 'twilio',
  name: 'Twilio',
  source: 'twilio@6.2.0 lib/base/RequestClient.js; ran',
  checkedOn: ['twilio@6.2.0'],
  same: [
    { path: 'default', is: '' },
    { path: 'Twilio', is: '' },
  ],
  types: { Twilio: '()' },
  verifies: ['validateRequest', 'validateRequestWithBody', 'webhook'],
  operations: [
    {
      call: '().**.*', members: ['create'], is: 'outbound', effect: 'write', dataAt: [],
      limits: [{ limits: 'attempt', at: ['creation:2.timeout'], default: 30000, see: 'twilio 6.2.0: 30.05 s (ran)' }],
      retries: { at: ['creation:2.maxRetries'], counts: 'retries', default: 0, writes: false, see: 'twilio 6.2.0: 429 only, and only with autoRetry' }, see: 'twilio 6.2.0',
    },
    {
      call: '().**.*', members: ['list', 'fetch', 'page', 'each'], is: 'outbound', effect: 'read',
      limits: [{ limits: 'attempt', at: ['creation:2.timeout'], default: 30000, see: 'twilio 6.2.0: 30.05 s (ran)' }],
      retries: { at: ['creation:2.maxRetries'], counts: 'retries', default: 0, writes: false, see: 'twilio 6.2.0: 429 only, and only with autoRetry' }, see: 'twilio 6.2.0',
    },
    {
      call: '().**.*', members: ['update', 'remove'], is: 'outbound', effect: 'idempotent',
      limits: [{ limits: 'attempt', at: ['creation:2.timeout'], default: 30000, see: 'twilio 6.2.0: 30.05 s (ran)' }],
      retries: { at: ['creation:2.maxRetries'], counts: 'retries', default: 0, writes: false, see: 'twilio 6.2.0: 429 only, and only with autoRetry' }, see: 'twilio 6.2.0',
    },
    { call: 'validateRequest', is: 'presign', effect: 'none', see: 'twilio 6.2.0: verifies locally' },
  ],
};
