import type { Library } from './schema.js';

export const library: Library = {
  package: 'jsonwebtoken',
  source: 'jsonwebtoken@9.0.3; measured: 0.1 ms for HS256, 8 ms for RS256 with 4096 bits',
  same: [{ path: 'default', is: '' }],
  callbacks: [
    { call: 'verify', callback: '-1', runs: 'now' },
    { call: 'sign', callback: '-1', runs: 'now' },
    { call: 'verify', callback: '1', runs: 'now' },
  ],
};
