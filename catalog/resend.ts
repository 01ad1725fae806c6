import type { Library } from './schema.js';

export const library: Library = {
  package: 'resend',
  name: 'Resend',
  source: 'resend (d.ts)',
  types: { Resend: 'Resend()' },
  operations: [
    {
      call: 'Resend().*.*', members: ['send', 'create', 'update', 'cancel', 'remove'], is: 'outbound', effect: 'write',
      limits: [{ limits: 'total', at: [], default: 'never', see: 'resend: no timeout; fetch ends after 300 s without headers' }], keys: ['1.idempotencyKey'], see: 'resend: on fetch',
    },
    { call: 'Resend().*.*', members: ['get', 'list'], is: 'outbound', effect: 'read', limits: [{ limits: 'total', at: [], default: 'never', see: 'resend' }], see: 'resend' },
  ],
};
