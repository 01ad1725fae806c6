import type { Library } from './schema.js';

export const library: Library = {
  package: 'unleash-client',
  name: 'Unleash',
  source: 'unleash-client@6.12.1 lib/request.js, lib/unleash.d.ts',
  checkedOn: ['unleash-client@6.12.1'],
  types: { Unleash: 'Unleash()' },
  same: [
    { path: 'initialize()', is: 'Unleash()' },
    { path: 'startUnleash()', is: 'Unleash()' },
  ],
  resources: [
    { create: 'Unleash', is: 'client', name: 'Unleash client', close: [{ call: 'destroy', awaitable: false, waits: false }, { call: 'destroyWithFlush', awaitable: true, waits: true }], see: 'unleash-client 6.12.1: asks for the flags in the background' },
  ],
  operations: [
    {
      call: 'startUnleash', is: 'outbound', effect: 'read', partnerAt: ['0.url'], limits: [{ limits: 'attempt', at: ['0.timeout'], default: 10000, see: 'unleash-client 6.12.1 lib/request.js' }],
      retries: { at: [], counts: 'retries', default: 2, writes: false, delay: { default: 1000, factor: 2, cap: 10000 }, see: 'unleash-client 6.12.1 lib/request.js' },
      see: 'unleash-client 6.12.1: waits for the first answer; isEnabled() asks nobody',
    },
  ],
};
