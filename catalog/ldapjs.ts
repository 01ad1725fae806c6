import type { Library } from './schema.js';

export const library: Library = {
  package: 'ldapjs',
  name: 'ldapjs',
  source: 'ldapjs@3.0.7 lib/client/client.js; ran',
  checkedOn: ['ldapjs@3.0.7', '@types/ldapjs@3.0.6'],
  same: [{ path: 'default', is: '' }],
  types: { Client: 'createClient()' },
  callbacks: [
    { call: 'createClient().bind', callback: '-1', runs: 'now' },
    { call: 'createClient().search', callback: '-1', runs: 'now' },
    { call: 'createClient().add', callback: '-1', runs: 'now' },
    { call: 'createClient().modify', callback: '-1', runs: 'now' },
    { call: 'createClient().del', callback: '-1', runs: 'now' },
    { call: 'createClient().compare', callback: '-1', runs: 'now' },
  ],
  resources: [
    {
      create: 'createClient', is: 'client', name: 'LDAP client',
      close: [{ call: 'unbind', awaitable: false, waits: false, callbackAt: '0' }, { call: 'destroy', awaitable: false, waits: false }],
      limits: [{ limits: 'connect', at: ['0.connectTimeout'], default: 'never', offAt: [0], see: 'ldapjs 3.0.7: TCP only (ran)' }], see: 'ldapjs 3.0.7',
    },
  ],
  operations: [
    {
      call: 'createClient().*', members: ['bind', 'search', 'compare', 'exop'], is: 'outbound', effect: 'read', partnerAt: ['creation:0.url'],
      limits: [{ limits: 'total', at: ['creation:0.timeout'], default: 'never', offAt: [0], see: 'ldapjs 3.0.7: bind pending after 640 s (ran)' }], see: 'ldapjs 3.0.7',
    },
    {
      call: 'createClient().*', members: ['add', 'modify', 'modifyDN', 'del'], is: 'outbound', effect: 'write', partnerAt: ['creation:0.url'],
      limits: [{ limits: 'total', at: ['creation:0.timeout'], default: 'never', offAt: [0], see: 'ldapjs 3.0.7: bind pending after 640 s (ran)' }], see: 'ldapjs 3.0.7',
    },
  ],

  remarks: [
    { options: ['idleTimeout', 'queueTimeout'], default: '0', unit: 'ms', says: 'a time limit', see: 'ldapjs@3.0.7 lib/client/client.js' },
  ],
};
