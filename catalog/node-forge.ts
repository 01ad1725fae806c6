import type { Library } from './schema.js';

export const library: Library = {
  package: 'node-forge',
  source: 'node-forge (README)',
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['pki.rsa.generateKeyPair', 'pkcs5.pbkdf2'], blocks: 'cpu', cost: 'high', unlessCallback: true, instead: 'node:crypto', see: 'node-forge' }],
};
