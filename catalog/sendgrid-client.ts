import type { Library } from './schema.js';

export const library: Library = {
  package: '@sendgrid/client',
  name: 'SendGrid client',
  source: '@sendgrid/client@8.1.6 src/classes/client.js',
  checkedOn: ['@sendgrid/client@8.1.6'],
  same: [{ path: 'default', is: '' }, { path: 'Client()', is: '' }],
  types: { Client: '' },
  operations: [
    {
      call: 'request', is: 'outbound', effect: 'method', methodAt: '0.method', methodDefault: 'GET', dataAt: ['0.body'],
      limits: [{ limits: 'attempt', at: ['0.timeout', 'of:chain:setDefaultRequest(timeout):1'], default: 'never', see: '@sendgrid/client 8.1.6: axios without a timeout (ran)' }], see: '@sendgrid/client 8.1.6: nothing is retried',
    },
  ],
};
