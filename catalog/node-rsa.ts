import type { Library } from './schema.js';

export const library: Library = {
  package: 'node-rsa',
  source: 'node-rsa (README): synchronous only',
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['().generateKeyPair'], blocks: 'cpu', cost: 'high', instead: 'crypto.generateKeyPair', see: 'node-rsa' }],
};
