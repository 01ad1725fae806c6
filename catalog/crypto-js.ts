import type { Library } from './schema.js';

export const library: Library = {
  package: 'crypto-js',
  source: 'crypto-js (README): pure JavaScript',
  checkedOn: ['crypto-js@4.2.0', '@types/crypto-js@4.2.2'],
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['PBKDF2', 'EvpKDF'], blocks: 'cpu', cost: 'high', instead: 'crypto.pbkdf2', see: 'crypto-js' }],
};
