import type { Library } from './schema.js';

export const library: Library = {
  package: 'sync-request',
  modules: ['sync-fetch', 'sync-rpc'],
  source: 'sync-request@6.1.0 measured; sync-fetch@0.7.1, sync-rpc@1.3.7',
  checkedOn: ['sync-request@6.1.0', 'sync-fetch@0.6.0'],
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: [''], blocks: 'network', cost: 'high', instead: 'fetch', see: 'sync-request 6.1.0: blocked 969 ms for an answer of 500 (measured)' }],
};
