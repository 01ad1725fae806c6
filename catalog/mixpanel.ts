import type { Library } from './schema.js';

export const library: Library = {
  package: 'mixpanel',
  name: 'Mixpanel',
  source: 'mixpanel@0.24.0 lib/mixpanel-node.js',
  checkedOn: ['mixpanel@0.24.0'],
  same: [{ path: 'default', is: '' }],
  types: { Mixpanel: 'init()' },
  callbacks: [{ call: 'init().track', callback: '-1', runs: 'now' }],
  operations: [
    {
      call: 'init().*', members: ['track', 'track_batch', 'import', 'import_batch', 'alias'], is: 'presign', effect: 'none',
      see: 'mixpanel 0.24.0: sends in the background and gives nothing to wait for',
    },
    { call: 'init().people.*', members: ['set', 'set_once', 'union', 'unset', 'delete_user'], is: 'presign', effect: 'none', see: 'mixpanel 0.24.0: likewise' },
  ],
  remarks: [{ says: 'its requests have no timeout, and nobody waits for them', see: 'mixpanel 0.24.0 lib/mixpanel-node.js' }],
};
