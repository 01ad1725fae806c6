import type { Library } from './schema.js';

export const library: Library = {
  package: 'node-forge',
  source: 'node-forge (README)',
  checkedOn: ['node-forge@1.4.3', '@types/node-forge@1.3.14'],
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['pki.rsa.generateKeyPair', 'pkcs5.pbkdf2'], blocks: 'cpu', cost: 'high', unlessCallback: true, instead: 'node:crypto', see: 'node-forge' }],
};
