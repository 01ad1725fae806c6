import type { Library } from './schema.js';

export const library: Library = {
  package: 'nodemailer',
  name: 'Nodemailer',
  source: 'nodemailer@10.6.0, 7.0.13, 6.10.1 lib/smtp-connection, smtp-pool; ran',
  checkedOn: ['nodemailer@10.6.0', '@types/nodemailer@8.0.2'],
  same: [{ path: 'default', is: '' }],
  types: { Transporter: 'createTransport()' },
  resources: [
    {
      create: 'createTransport', is: 'client', name: 'mail transport', close: [{ call: 'close', awaitable: false, waits: false }],
      limits: [
        { limits: 'connect', at: ['0.connectionTimeout'], default: 120000, see: 'nodemailer 10.6.0' },
        { limits: 'headers', at: ['0.greetingTimeout'], default: 30000, see: 'nodemailer 10.6.0: 30 to 32 s (ran)' },
      ],
      see: 'nodemailer 10.6.0',
    },
  ],
  operations: [
    {
      call: 'createTransport().sendMail', is: 'outbound', effect: 'write', partnerAt: ['creation:0.host', 'creation:0'],
      limits: [{ limits: 'attempt', at: ['creation:0.socketTimeout'], default: 600000, note: 'inactivity', see: 'nodemailer 10.6.0: inactivity; 0 counts as unset' }],
      dataAt: ['0.headers'], keys: ['0.messageId'], see: 'nodemailer 10.6.0',
    },
    {
      call: 'createTransport().verify', is: 'outbound', effect: 'read', partnerAt: ['creation:0.host'],
      limits: [{ limits: 'attempt', at: ['creation:0.socketTimeout'], default: 600000, see: 'nodemailer 10.6.0' }], see: 'nodemailer 10.6.0',
    },
  ],

  remarks: [
    { options: ['dnsTimeout'], default: 30000, unit: 'ms', says: 'bounds looking up the host', see: 'nodemailer lib/smtp-connection' },
    { says: '0 is treated as unset (x || DEFAULT)', see: 'nodemailer@10.6.0 dist/esm/smtp-connection/index.js' },
  ],
};
