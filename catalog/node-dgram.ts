import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:dgram',
  modules: ['dgram'],
  name: 'Node datagrams',
  source: 'exports of Node 24.21.0',
  remarks: [{ options: ['bindSync', 'connectSync'], says: 'a call of the system that takes less than a millisecond; no hazard', versions: '>=24.0.0', see: 'Node 24.21.0' }],
};
