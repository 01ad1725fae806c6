import type { Library } from './schema.js';

export const library: Library = {
  package: 'mixpanel',
  name: 'Mixpanel',
  source: 'mixpanel@0.24.0 lib/mixpanel-node.js',
  same: [{ path: 'default', is: '' }],
  types: { Mixpanel: 'init()' },
  callbacks: [{ call: 'init().track', callback: '-1', runs: 'now' }],
  operations: [
    {
      call: 'init().*', members: ['track', 'track_batch', 'import', 'import_batch', 'alias'], is: 'outbound', effect: 'idempotent',
      limits: [{ limits: 'total', at: [], default: 'never', see: 'mixpanel 0.24.0: a plain request of node:http(s) without a timeout' }], see: 'mixpanel 0.24.0: counted by `$insert_id` where that is given',
    },
    {
      call: 'init().people.*', members: ['set', 'set_once', 'union', 'unset', 'delete_user'], is: 'outbound', effect: 'idempotent',
      limits: [{ limits: 'total', at: [], default: 'never', see: 'mixpanel 0.24.0' }], see: 'mixpanel 0.24.0',
    },
  ],
};
