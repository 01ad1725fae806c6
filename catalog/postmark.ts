import type { Library } from './schema.js';

export const library: Library = {
  package: 'postmark',
  name: 'Postmark',
  source: 'postmark@4.0.5 dist/client/ServerClient.js, HttpClient.js',
  checkedOn: ['postmark@4.0.5'],
  same: [{ path: 'default.ServerClient', is: 'ServerClient' }, { path: 'Client', is: 'ServerClient' }],
  types: { ServerClient: 'ServerClient()' },
  operations: [
    {
      call: 'ServerClient().*', members: ['sendEmail', 'sendEmailBatch', 'sendEmailWithTemplate', 'sendEmailBatchWithTemplates'], is: 'outbound', effect: 'write', dataAt: [],
      limits: [{ limits: 'attempt', at: ['creation:1.timeout'], unit: 's', default: 180000, see: 'postmark 4.0.5 HttpClient: axios, 180 s' }], see: 'postmark 4.0.5: no retries',
    },
    {
      call: 'ServerClient().*', members: ['getServer', 'getBounces', 'getBounce', 'getTemplates', 'getTemplate', 'getOutboundMessages', 'getSuppressions', 'getDeliveryStatistics'],
      is: 'outbound', effect: 'read', limits: [{ limits: 'attempt', at: ['creation:1.timeout'], unit: 's', default: 180000, see: 'postmark 4.0.5 HttpClient: axios, 180 s' }], see: 'postmark 4.0.5',
    },
  ],
};
