import type { Library } from './schema.js';

export const library: Library = {
  package: 'jose',
  source: 'jose@6.2.17 exports',
  checkedOn: ['jose@6.2.17'],
  remarks: [{ says: 'does not block: everything is asynchronous, by WebCrypto', see: 'jose 6.2.17' }],
};
