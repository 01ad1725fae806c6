import type { Library } from './schema.js';

export const library: Library = {
  package: 'bcrypt',
  modules: ['@node-rs/bcrypt'],
  source: 'bcrypt@6.0.0 exports; measured',
  checkedOn: ['bcrypt@6.0.0', '@node-rs/bcrypt@2.0.0', '@types/bcrypt@6.0.0'],
  same: [{ path: 'default', is: '' }],
  callbacks: [
    { call: 'hash', callback: '-1', runs: 'now' },
    { call: 'compare', callback: '-1', runs: 'now' },
  ],
  // A salt is drawn each time.
  draws: [{ call: 'hash' }, { call: 'hashSync' }, { call: 'genSalt' }, { call: 'genSaltSync' }],
  blocking: [{ calls: ['hashSync', 'compareSync', 'verifySync'], blocks: 'cpu', cost: 'high', instead: 'hash, compare', see: 'bcrypt 6.0.0: rounds 10 222 ms, 12 862 ms (measured)' }],
};
