import type { Library } from './schema.js';

export const library: Library = {
  package: '@sendgrid/mail',
  name: 'SendGrid',
  source: '@sendgrid/mail@8.1.6 src/classes/mail-service.js; ran',
  checkedOn: ['@sendgrid/mail@8.1.6'],
  same: [
    { path: 'default', is: '' },
    { path: 'MailService()', is: '' },
  ],
  operations: [
    {
      call: '*', members: ['send', 'sendMultiple'], is: 'outbound', effect: 'write', dataAt: [],
      limits: [{ limits: 'attempt', at: ['of:chain:setTimeout:0'], default: 'never', see: '@sendgrid/mail 8.1.6: pending after 640 s (ran)' }], see: '@sendgrid/mail 8.1.6',
    },
  ],
  settings: [{ call: 'setTimeout', limits: [{ limits: 'attempt', at: ['0'], default: 'never', see: '@sendgrid/mail 8.1.6' }], see: '@sendgrid/mail 8.1.6' }],

  remarks: [
    { options: ['setTimeout', 'setDefaultRequest'], default: 'none (still pending after 640 s)', unit: 'ms', says: 'axios timeout', see: '@sendgrid/mail@8.1.6 src/classes/mail-service.js' },
  ],
};
