import type { Library } from './schema.js';

export const library: Library = {
  package: 'config',
  source: 'config (README, lib/config.js)',
  checkedOn: ['config@5.0.1'],
  same: [{ path: 'default', is: '' }],
  values: [
    // What production sets goes before the defaults; variables of the environment that go before both are not seen.
    { call: 'get', gives: 'environment', named: [{ files: ['config/default', 'config/production'] }] },
    { call: 'util.toObject', gives: 'argument', from: '0' },
    { call: 'util.extendDeep', gives: 'merge-deep' },
  ],
};
