import type { Library } from './schema.js';

export const library: Library = {
  package: 'bcryptjs',
  source: 'bcryptjs@3.0.3 index.js; measured',
  checkedOn: ['bcryptjs@3.0.3', '@types/bcryptjs@3.0.0'],
  same: [{ path: 'default', is: '' }],
  callbacks: [
    { call: 'hash', callback: '-1', runs: 'now' },
    { call: 'compare', callback: '-1', runs: 'now' },
  ],
  // A salt is drawn each time.
  draws: [{ call: 'hash' }, { call: 'hashSync' }, { call: 'genSalt' }, { call: 'genSaltSync' }],
  blocking: [
    { calls: ['hashSync', 'compareSync'], blocks: 'cpu', cost: 'high', instead: 'the native package bcrypt, or argon2,', see: 'bcryptjs 3.0.3: rounds 10 278 ms, 12 1053 ms (measured)' },
    { calls: ['hash', 'compare'], blocks: 'cpu', slices: 100, cost: 'low', instead: 'the native package bcrypt, or argon2,', see: 'bcryptjs 3.0.3: on the main thread in slices of 100 ms (measured)' },
  ],
};
