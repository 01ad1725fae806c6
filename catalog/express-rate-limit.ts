import type { Library } from './schema.js';

export const library: Library = {
  package: 'express-rate-limit',
  source: 'express-rate-limit@8.7.4 dist/index.mjs; ran',
  checkedOn: ['express-rate-limit@8.7.4'],
  same: [
    { path: 'default', is: '' },
    { path: 'rateLimit', is: '' },
  ],

  remarks: [
    { options: ['limit', 'max'], default: 5, says: 'how many requests of one client within windowMs', see: 'express-rate-limit' },
    { options: ['windowMs'], default: '60000', unit: 'ms', says: 'a threshold', see: 'express-rate-limit@8.7.4 dist/index.mjs' },
    { says: 'limit:0 blocks everything since v7; in v6 it meant off', see: 'express-rate-limit@8.7.4 dist/index.mjs' },
    { says: 'default MemoryStore is per process', see: 'express-rate-limit@8.7.4 dist/index.mjs' },
    { says: 'behind a proxy needs app.set(\'trust proxy\')', see: 'express-rate-limit@8.7.4 dist/index.mjs' },
  ],
  provisions: [{ call: '', is: 'rate-limit', covers: 'chain' }],
};
