import type { Library } from './schema.js';

export const library: Library = {
  package: 'customerio-node',
  name: 'Customer.io',
  source: 'customerio-node@4.4.0 dist/lib/request.js',
  checkedOn: ['customerio-node@4.4.0'],
  types: { APIClient: 'APIClient()', TrackClient: 'TrackClient()' },
  operations: [
    {
      call: 'APIClient().*', members: ['sendEmail', 'sendPush', 'sendSMS', 'sendInboxMessage', 'sendInApp', 'triggerBroadcast'], is: 'outbound', effect: 'write',
      limits: [{ limits: 'total', at: [], default: 'never', note: 'its timeout of 10 s only emits an event', see: 'customerio-node 4.4.0 dist/lib/request.js: nobody listens for it' }], see: 'customerio-node 4.4.0',
    },
    {
      call: 'APIClient().getCustomersByEmail', is: 'outbound', effect: 'read',
      limits: [{ limits: 'total', at: [], default: 'never', note: 'its timeout of 10 s only emits an event', see: 'customerio-node 4.4.0 dist/lib/request.js: nobody listens for it' }], see: 'customerio-node 4.4.0',
    },
    {
      call: 'TrackClient().*', members: ['identify', 'destroy', 'suppress', 'unsuppress', 'track', 'trackAnonymous', 'trackPageView', 'addDevice', 'deleteDevice', 'mergeCustomers'], is: 'outbound', effect: 'idempotent',
      limits: [{ limits: 'total', at: [], default: 'never', note: 'its timeout of 10 s only emits an event', see: 'customerio-node 4.4.0 dist/lib/request.js: nobody listens for it' }], see: 'customerio-node 4.4.0: what is tracked is counted',
    },
  ],
};
