import type { Library } from './schema.js';

export const library: Library = {
  package: '@launchdarkly/node-server-sdk',
  name: 'LaunchDarkly',
  source: '@launchdarkly/node-server-sdk@9.13.7 on @launchdarkly/js-server-sdk-common, index.d.ts and index.js; ran',
  checkedOn: ['@launchdarkly/node-server-sdk@9.13.7'],
  same: [{ path: 'default', is: '' }],
  types: { LDClient: 'init()' },
  callbacks: [{ call: 'init().*', callback: '-1', runs: 'now' }],
  resources: [
    { create: 'init', is: 'client', name: 'LaunchDarkly client', gathers: true, close: [{ call: 'close', awaitable: false, waits: false }], see: '@launchdarkly/node-server-sdk 9.13.7: asks for flags and sends events in the background; close() sends nothing more, flush() does' },
  ],
  operations: [
    {
      call: 'init().waitForInitialization', is: 'outbound', effect: 'read',
      limits: [{ limits: 'total', at: ['0.timeout'], unit: 's', default: 'never', note: 'connecting is tried again without end', see: '@launchdarkly/node-server-sdk 9.13.7: pending (ran)' }],
      see: '@launchdarkly/node-server-sdk 9.13.7: waits for the first flags; variation() asks nobody',
    },
    { call: 'init().flush', is: 'outbound', effect: 'idempotent', limits: [{ limits: 'total', at: [], default: 'unknown', see: '@launchdarkly/node-server-sdk 9.13.7' }], see: '@launchdarkly/node-server-sdk 9.13.7: sends what was gathered' },
  ],
  remarks: [
    { options: ['timeout'], default: 5, unit: 's', says: 'of init: connecting to LaunchDarkly; bounds no call of the service', see: '@launchdarkly/node-server-sdk 9.13.7' },
    { options: ['stream'], default: true, says: 'flags come over a stream; false polls', see: '@launchdarkly/node-server-sdk 9.13.7' },
  ],
};
