import type { Library } from './schema.js';

export const library: Library = {
  package: 'pusher',
  name: 'Pusher',
  source: 'pusher@5.2.0 lib/requests.js, lib/config.js',
  checkedOn: ['pusher@5.2.0'],
  same: [{ path: 'default', is: '' }, { path: 'forURL()', is: '()' }, { path: 'forCluster()', is: '()' }],
  operations: [
    {
      call: '().*', members: ['trigger', 'triggerBatch', 'sendToUser', 'post'], is: 'outbound', effect: 'write',
      limits: [
        { limits: 'total', at: ['creation:0.timeout'], default: 'never', offAt: [0], note: 'until the headers; a trickling body outlives it', see: 'pusher 5.2.0 requests.js: node-fetch, aborted only where a timeout is set' },
      ],
      see: 'pusher 5.2.0: on node-fetch, no retries',
    },
    {
      call: '().terminateUserConnections', is: 'outbound', effect: 'idempotent', limits: [{ limits: 'total', at: ['creation:0.timeout'], default: 'never', offAt: [0], see: 'pusher 5.2.0' }],
      see: 'pusher 5.2.0',
    },
    { call: '().get', is: 'outbound', effect: 'read', limits: [{ limits: 'total', at: ['creation:0.timeout'], default: 'never', offAt: [0], see: 'pusher 5.2.0' }], see: 'pusher 5.2.0' },
  ],
};
