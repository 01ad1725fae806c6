import type { Library } from './schema.js';

export const library: Library = {
  package: 'argon2',
  modules: ['@node-rs/argon2'],
  source: 'argon2@0.45.1 exports: no synchronous API',
  checkedOn: ['argon2@0.45.1', '@node-rs/argon2@2.2.1'],
  same: [{ path: 'default', is: '' }],
  // A salt is drawn each time.
  draws: [{ call: 'hash' }],
  blocking: [{ calls: ['hashSync', 'verifySync'], blocks: 'cpu', cost: 'high', instead: 'hash, verify', see: '@node-rs/argon2' }],
};
