import type { Library } from './schema.js';

export const library: Library = {
  package: 'node-rsa',
  source: 'node-rsa (README): synchronous only',
  checkedOn: ['node-rsa@2.0.0', '@types/node-rsa@1.1.4'],
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['().generateKeyPair'], blocks: 'cpu', cost: 'high', instead: 'crypto.generateKeyPair', see: 'node-rsa' }],
};
