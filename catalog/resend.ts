import type { Library, Limit } from './schema.js';

const HEADERS: Limit = { limits: 'headers', at: [], default: 300000, see: 'resend: on fetch (ran)' };

export const library: Library = {
  package: 'resend',
  name: 'Resend',
  source: 'resend (d.ts)',
  checkedOn: ['resend@6.38.0'],
  types: { Resend: 'Resend()' },
  operations: [
    {
      call: 'Resend().*.*', members: ['send', 'create', 'update', 'cancel', 'remove'], is: 'outbound', effect: 'write',
      limits: [{ limits: 'total', at: [], default: 'never', see: 'resend: no timeout' }, HEADERS], keys: ['1.idempotencyKey'], see: 'resend: on fetch',
    },
    { call: 'Resend().*.*', members: ['get', 'list'], is: 'outbound', effect: 'read', limits: [{ limits: 'total', at: [], default: 'never', see: 'resend' }, HEADERS], see: 'resend' },
  ],
};
