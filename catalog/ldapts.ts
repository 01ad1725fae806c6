import type { Library } from './schema.js';

export const library: Library = {
  package: 'ldapts',
  name: 'ldapts',
  source: 'ldapts (README)',
  checkedOn: ['ldapts@9.2.0'],
  types: { Client: 'Client()' },
  resources: [{ create: 'Client', is: 'client', name: 'LDAP client', close: [{ call: 'unbind', awaitable: true, waits: false }], see: 'ldapts' }],
  operations: [
    {
      call: 'Client().*', members: ['bind', 'search', 'compare'], is: 'outbound', effect: 'read', partnerAt: ['creation:0.url'],
      limits: [{ limits: 'total', at: ['creation:0.timeout'], default: 'never', offAt: [0], see: 'ldapts' }], see: 'ldapts',
    },
    {
      call: 'Client().*', members: ['add', 'modify', 'modifyDN', 'del'], is: 'outbound', effect: 'write', partnerAt: ['creation:0.url'],
      limits: [{ limits: 'total', at: ['creation:0.timeout'], default: 'never', offAt: [0], see: 'ldapts' }], see: 'ldapts',
    },
  ],
};
