import type { Library } from './schema.js';

export const library: Library = {
  package: '@nestjs-modules/mailer',
  name: 'Nest Mailer',
  source: '@nestjs-modules/mailer@2.3.7 dist/mailer.service.d.ts',
  checkedOn: ['@nestjs-modules/mailer@2.3.7'],
  types: { MailerService: 'MailerService()' },
  operations: [
    {
      call: 'MailerService().sendMail', is: 'outbound', effect: 'write', dataAt: ['0.headers'], keys: ['0.messageId'], partnerAt: ['creation:0.transport.host', 'creation:0.useFactory().transport.host'],
      limits: [
        {
          limits: 'attempt', at: ['creation:0.transport.socketTimeout', 'creation:0.useFactory().transport.socketTimeout'], default: 600000, note: 'inactivity',
          see: 'nodemailer 10.6.0: inactivity; 0 counts as unset',
        },
      ],
      see: '@nestjs-modules/mailer 2.3.7: nodemailer',
    },
  ],
  injection: { provides: [{ call: 'MailerModule.forRoot', gives: 'MailerService()' }, { call: 'MailerModule.forRootAsync', gives: 'MailerService()' }] },
};
